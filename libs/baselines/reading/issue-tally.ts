/** What a data-quality report says of one kind of flaw that does not stop an import. */
export interface DataIssue {
  readonly rule: string;
  readonly message: string;
  readonly count: number;
  /** The first few lines. */
  readonly lines: readonly number[];
}

const LINES_LISTED = 5;

/** Counts flaws that do not stop an import. */
export class CountedIssues<Rule extends string> {
  private readonly found = new Map<Rule, { count: number; lines: number[] }>();

  /** @param messages what is said of each flaw */
  constructor(private readonly messages: Readonly<Record<Rule, string>>) {}

  /** @param line null for what concerns several lines */
  add(rule: Rule, line: number | null): void {
    const entry = this.found.get(rule) ?? { count: 0, lines: [] };
    entry.count += 1;
    if (line !== null && entry.lines.length < LINES_LISTED) entry.lines.push(line);
    this.found.set(rule, entry);
  }

  list(): DataIssue[] {
    return [...this.found].map(([rule, { count, lines }]) => ({
      rule,
      message: this.messages[rule],
      count,
      lines,
    }));
  }
}
