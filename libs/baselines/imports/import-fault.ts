import { DomainError, InvalidInputError, type InputFault } from '#platform';

/** One thing that is wrong with a file, precise enough to mend it. */
export interface ImportFault extends InputFault {
  readonly file: string;
  /** Line of the file, the header being 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
}

export interface FaultDescription {
  readonly line?: number;
  readonly column?: string;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/** Faults that one answer lists; the file is refused whatever their number. */
const MOST_FAULTS = 20;
const LONGEST_QUOTE = 60;

/** Collects what is wrong with a file, so that one attempt shows more than the first fault. */
export class FaultCollector {
  private readonly faults: ImportFault[] = [];

  constructor(private readonly fileName: string) {}

  get isEmpty(): boolean {
    return this.faults.length === 0;
  }

  /**
   * @throws InvalidInputError as soon as there are enough faults for one answer
   */
  add(description: FaultDescription): void {
    const { line = null, column = null, rule, message, fix } = description;
    const places = [
      line === null ? [] : [`line ${line}`],
      column === null ? [] : [`column ${column}`],
    ].flat();
    const pointer = places.length === 0 ? 'file' : places.join(', ');
    this.faults.push({ file: this.fileName, line, column, pointer, rule, message, fix });
    if (this.faults.length >= MOST_FAULTS) this.throwIfAny();
  }

  /** Adds a fault and gives up: for what makes reading on pointless. */
  fail(description: FaultDescription): never {
    this.add(description);
    throw this.toError();
  }

  throwIfAny(): void {
    if (!this.isEmpty) throw this.toError();
  }

  private toError(): InvalidInputError<ImportFault> {
    const [first] = this.faults;
    const where = first === undefined ? '' : ` (${first.pointer}: ${first.message})`;
    return new InvalidInputError(this.faults, `${this.fileName} was not imported${where}`);
  }
}

/** Whoever asked for an import has left: nothing of it was kept. */
export class ImportCancelledError extends DomainError {
  constructor() {
    super('The import was cancelled.', { code: 'import-cancelled', httpStatus: 409, logLevel: 'info' });
  }
}

/** A value of the file, short and on one line, for a message. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ');
  return `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}”`;
}
