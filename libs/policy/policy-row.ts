import { POLICY_STATUSES, type FactOrigin, type PolicyStatus } from './fact-origin';
import { PolicyFileError } from './policy-file-error';

/** One row of a policy file with checked access to its columns. */
export class PolicyRow {
  constructor(
    private readonly file: string,
    private readonly position: number,
    private readonly values: Readonly<Record<string, unknown>>,
  ) {}

  /** @throws PolicyFileError if the column is missing or empty. */
  text(column: string): string {
    const value = this.optionalText(column);
    if (value === '') throw this.error(column, 'is empty');
    return value;
  }

  /** @throws PolicyFileError if the column is missing. */
  optionalText(column: string): string {
    const value = this.values[column];
    if (value === undefined) throw this.error(column, 'is missing');
    if (value === null) return '';
    if (typeof value !== 'string' && typeof value !== 'number') throw this.error(column, 'is not text');
    return String(value).trim();
  }

  /** @throws PolicyFileError unless the column holds a number of 0 or more. */
  number(column: string): number {
    const value = this.optionalNumber(column);
    if (value === null) throw this.error(column, 'is empty');
    return value;
  }

  optionalNumber(column: string): number | null {
    const text = this.optionalText(column);
    if (text === '') return null;
    const value = Number(text);
    if (!Number.isFinite(value) || value < 0)
      throw this.error(column, `"${text}" is not a number of 0 or more`);
    return value;
  }

  /** @throws PolicyFileError unless the column holds parts and this one is a number of 0 or more. */
  part(column: string, name: string): number {
    const parts = this.values[column];
    const value = typeof parts === 'object' && parts !== null ? Object.entries(parts) : [];
    const number: unknown = value.find(([key]) => key === name)?.[1];
    if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
    throw this.error(column, `has no part "${name}" that is a number of 0 or more`);
  }

  /** First calendar year of a financial year written `2026/27`. */
  financialYear(column: string): number {
    const text = this.text(column);
    const match = /^(\d{4})\/(\d{2})$/.exec(text);
    const year = Number(match?.[1]);
    if (!match || (year + 1) % 100 !== Number(match[2])) {
      throw this.error(column, `"${text}" is not a financial year such as 2026/27`);
    }
    return year;
  }

  /** A date written `YYYY-MM-DD`, or null where empty. */
  optionalDate(column: string): string | null {
    const text = this.optionalText(column);
    if (text === '') return null;
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
    if (!isDate) throw this.error(column, `"${text}" is not a date such as 2026-04-06`);
    return text;
  }

  origin(knownSources: ReadonlySet<string>): FactOrigin {
    return { ...this.originWithoutNote(knownSources), note: this.optionalText('note') };
  }

  /** Status and sources of a fact in a file without notes. */
  originWithoutNote(knownSources: ReadonlySet<string>): FactOrigin {
    const status = this.text('status');
    if (!isStatus(status))
      throw this.error('status', `"${status}" is none of: ${POLICY_STATUSES.join('; ')}`);
    const sources = this.optionalText('source')
      .split(';')
      .filter((id) => id !== '');
    const unknown = sources.find((id) => !knownSources.has(id));
    if (unknown !== undefined) throw this.error('source', `"${unknown}" is not in sources.csv`);
    return { status, sources, note: '' };
  }

  error(column: string, problem: string): PolicyFileError {
    return new PolicyFileError(this.file, this.position, column, problem);
  }
}

function isStatus(text: string): text is PolicyStatus {
  return POLICY_STATUSES.some((status) => status === text);
}
