import { FTE_SCALE } from './esr-values';

/** Fields whose values must be known before an extract can serve as a baseline. */
export type MappedField = 'occupation-code' | 'assignment-category' | 'assignment-status';

/** A value that no table or saved mapping knows, and what hangs on it. */
export interface UnmappedValue {
  readonly field: MappedField;
  /** Null for values that could name someone: text that is no code, on few assignments. */
  readonly value: string | null;
  readonly assignments: number;
  readonly fte: number;
  readonly lines: readonly number[];
}

const LINES_LISTED = 5;
/** Different values that are told apart; further ones are counted together. */
const MOST_VALUES = 200;
/** A word that fewer assignments have could be a name in the wrong column. */
const FEWEST_TO_SHOW = 5;
const CODE = /^[A-Z0-9]{1,4}$/;
const OTHER = '\u0000other';

interface Entry {
  readonly field: MappedField;
  readonly value: string;
  assignments: number;
  fte: number;
  readonly lines: number[];
}

/** Counts values that are not mapped, by field and value. */
export class UnmappedTally {
  private readonly entries = new Map<string, Entry>();

  /** @param fte in hundred-thousandths */
  add(field: MappedField, value: string, line: number, fte: number): void {
    const key = `${field}|${value}`;
    const own = this.entries.has(key) || this.entries.size < MOST_VALUES ? value : OTHER;
    const entry = this.entries.get(`${field}|${own}`) ?? {
      field,
      value: own,
      assignments: 0,
      fte: 0,
      lines: [],
    };
    entry.assignments += 1;
    entry.fte += fte;
    if (entry.lines.length < LINES_LISTED) entry.lines.push(line);
    this.entries.set(`${field}|${own}`, entry);
  }

  /** The most frequent first; values that may name someone are merged. */
  list(): UnmappedValue[] {
    const shown = new Map<string, UnmappedValue>();
    for (const entry of this.entries.values()) {
      const { field, value, assignments, fte, lines } = entry;
      const isSafe = namesNobody(entry);
      const key = `${field}|${isSafe ? value : OTHER}`;
      const before = shown.get(key);
      shown.set(key, {
        field,
        value: isSafe ? value : null,
        assignments: assignments + (before?.assignments ?? 0),
        fte: fte / FTE_SCALE + (before?.fte ?? 0),
        lines: [...(before?.lines ?? []), ...lines].slice(0, LINES_LISTED),
      });
    }
    return [...shown.values()].sort((a, b) => b.assignments - a.assignments);
  }
}

/** Codes, blanks and frequent words may be shown. */
const namesNobody = ({ value, assignments }: Entry): boolean =>
  value !== OTHER && (CODE.test(value) || value === '' || assignments >= FEWEST_TO_SHOW);
