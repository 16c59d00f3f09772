import { FIGURE_SCALES, type FigureUnits } from './monthly-file';

/** What a mapping must say before it is known where figures belong. */
export const SOURCE_FIELDS = ['cost-centre', 'subjective-code', 'staff-group'] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** A code or label that no mapping knows, and what hangs on it. */
export interface UnmappedSource {
  readonly field: SourceField;
  /** Null for the many that are counted together. */
  readonly value: string | null;
  /** Name beside the code in the file, as first seen; empty where there is none. */
  readonly name: string;
  readonly rows: number;
  /** Mean over the months of the file, budgeted and worked. */
  readonly budgetedWte: number;
  readonly workedWte: number;
  /** Pounds over all months of the file. */
  readonly actual: number;
  readonly lines: readonly number[];
}

interface Entry {
  readonly field: SourceField;
  readonly value: string | null;
  readonly name: string;
  rows: number;
  budgetedWte: number;
  workedWte: number;
  actual: number;
  readonly lines: number[];
}

const LINES_LISTED = 5;
/** Different values that are told apart, of each field; further ones are counted together. */
const MOST_VALUES = 500;

/** Counts codes and labels that are not mapped. */
export class UnmappedSources {
  private readonly entries = new Map<string, Entry>();
  private readonly counts = new Map<SourceField, number>();

  add(
    field: SourceField,
    { value, name }: { readonly value: string; readonly name: string },
    units: FigureUnits,
    line: number,
  ): void {
    const entry = this.entries.get(`${field}|${value}`) ?? this.open(field, value, name);
    entry.rows += 1;
    entry.budgetedWte += units.budgetedWte ?? 0;
    entry.workedWte += units.workedWte ?? 0;
    entry.actual += units.actual ?? 0;
    if (entry.lines.length < LINES_LISTED) entry.lines.push(line);
  }

  private open(field: SourceField, value: string, name: string): Entry {
    const count = (this.counts.get(field) ?? 0) + 1;
    this.counts.set(field, count);
    const isShown = count <= MOST_VALUES;
    const key = isShown ? `${field}|${value}` : `${field}\u0000others`;
    const entry = this.entries.get(key) ?? {
      field,
      value: isShown ? value : null,
      name: isShown ? name : '',
      rows: 0,
      budgetedWte: 0,
      workedWte: 0,
      actual: 0,
      lines: [],
    };
    this.entries.set(key, entry);
    return entry;
  }

  /** By field, the most rows first. */
  list(months: number): UnmappedSource[] {
    const mean = (units: number): number => Math.round(units / Math.max(1, months)) / FIGURE_SCALES.workedWte;
    return [...this.entries.values()]
      .map((entry) => ({
        ...entry,
        budgetedWte: mean(entry.budgetedWte),
        workedWte: mean(entry.workedWte),
        actual: entry.actual / FIGURE_SCALES.actual,
      }))
      .sort((a, b) => SOURCE_FIELDS.indexOf(a.field) - SOURCE_FIELDS.indexOf(b.field) || b.rows - a.rows);
  }
}
