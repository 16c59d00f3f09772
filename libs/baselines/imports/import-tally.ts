import type { HarmonisedLabel, ImportReport, RowsNotKept } from './import-report';

const EXAMPLES_PER_REASON = 3;

type Counts = Pick<
  ImportReport,
  | 'rowsRead'
  | 'rowsKept'
  | 'notKept'
  | 'suppressedCells'
  | 'zerosInferred'
  | 'labelsHarmonised'
  | 'months'
  | 'measures'
>;

/** Counts what a reader sees, row by row, for the data-quality report. */
export class ImportTally {
  rowsRead = 0;
  rowsKept = 0;
  suppressedCells = 0;
  zerosInferred = 0;
  private readonly reasons = new Map<
    string,
    { count: number; examples: RowsNotKept['examples'][number][] }
  >();
  private readonly labels = new Map<string, { to: string; count: number }>();
  private readonly monthEnds = new Set<string>();
  private readonly measures = new Set<string>();

  notKept(reason: string, line: number, message: string): void {
    const entry = this.reasons.get(reason) ?? { count: 0, examples: [] };
    entry.count += 1;
    if (entry.examples.length < EXAMPLES_PER_REASON) entry.examples.push({ line, message });
    this.reasons.set(reason, entry);
  }

  harmonised(from: string, to: string): void {
    const entry = this.labels.get(from);
    if (entry === undefined) this.labels.set(from, { to, count: 1 });
    else entry.count += 1;
  }

  saw(monthEnd: string, measure: string): void {
    this.monthEnds.add(monthEnd);
    this.measures.add(measure);
  }

  /** Month ends seen, `YYYY-MM-DD`, ascending. */
  get monthEndsSeen(): readonly string[] {
    return [...this.monthEnds].sort();
  }

  counts(): Counts {
    const { rowsRead, rowsKept, suppressedCells, zerosInferred } = this;
    return {
      rowsRead,
      rowsKept,
      notKept: [...this.reasons].map(([reason, entry]) => ({ reason, ...entry })),
      suppressedCells,
      zerosInferred,
      labelsHarmonised: [...this.labels].map(([from, entry]): HarmonisedLabel => ({ from, ...entry })),
      months: this.monthEndsSeen.map((monthEnd) => monthEnd.slice(0, 7)),
      measures: [...this.measures].sort(),
    };
  }
}
