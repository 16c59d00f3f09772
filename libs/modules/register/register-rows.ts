import type { ProjectionInput } from '../projection/projection-input';
import type { RegisterDefinition, RegisterEntry } from './register-definition';

/** A field that the entry must have and has not: the input was not checked before. */
export class RegisterFieldError extends Error {
  readonly code = 'register-field';

  constructor(register: string, entry: string, field: string) {
    super(`register ${register}, entry ${entry}: ${field} is missing or of the wrong kind`);
    this.name = 'RegisterFieldError';
  }
}

/** An entry of a register with typed access to its fields. The input must have passed its check. */
export class RegisterRow {
  constructor(
    private readonly definition: RegisterDefinition,
    private readonly entry: RegisterEntry,
  ) {}

  get id(): string {
    return this.entry.id;
  }

  /** True where the field is filled in. */
  has(field: string): boolean {
    const value = this.entry.values[field];
    return value !== undefined && value !== '';
  }

  /** @throws RegisterFieldError if the field is empty. */
  text(field: string): string {
    return this.optionalText(field) ?? this.fail(field);
  }

  optionalText(field: string): string | null {
    const value = this.entry.values[field];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  /** @throws RegisterFieldError if the field is empty. */
  number(field: string): number {
    return this.optionalNumber(field) ?? this.fail(field);
  }

  optionalNumber(field: string): number | null {
    const value = this.entry.values[field];
    return typeof value === 'number' ? value : null;
  }

  /** The value in force in each of the years, oldest first; null before the first year given. */
  byYear(field: string, years: readonly number[]): readonly (number | null)[] {
    const value = this.entry.values[field];
    if (typeof value !== 'object') return years.map(() => null);
    const given = Object.entries(value)
      .map(([year, number]) => ({ year: Number(year), number }))
      .sort((left, right) => left.year - right.year);
    return years.map((year) => given.findLast((each) => each.year <= year)?.number ?? null);
  }

  private fail(field: string): never {
    throw new RegisterFieldError(this.definition.key, this.entry.id, field);
  }
}

/** The entries of a register in a projection input. */
export function registerRows(
  { registers }: Pick<ProjectionInput, 'registers'>,
  definition: RegisterDefinition,
): readonly RegisterRow[] {
  return (registers?.[definition.key] ?? []).map((entry) => new RegisterRow(definition, entry));
}
