import { EMPLOYMENTS, FIGURE_MEASURES, type FigureUnits, type Post } from './monthly-file';

/** Where a figure stands in the file. */
export interface CellPlace {
  /** `YYYY-MM` */
  readonly month: string;
  /** Empty where the file has no cost centres. */
  readonly costCentre: string;
  /** Subjective code of a ledger, staff-group label of a roster. */
  readonly sourceCode: string;
  readonly post: Post;
}

/** A cell of a file: figures of one cost centre, source code and month. */
export interface FigureCell extends CellPlace {
  /** Division that the cost centre belongs to; null where none is mapped. */
  readonly division: string | null;
  readonly units: FigureUnits;
}

/** More are no file of an employer's year; memory is bounded by them. */
export const MOST_CELLS = 400_000;
/** Bits of a source code, of a month and of an employment in the key of a cell. */
const [CODES, MONTHS, KINDS] = [2 ** 17, 2 ** 10, 2 ** 3];

/** The cells of a file as they are read, kept as numbers: some hundred bytes a cell, whatever the text is. */
export class FigureCells {
  private readonly costCentres = new Names<string | null>();
  private readonly sourceCodes = new Names<null>();
  private readonly months = new Names<null>();
  private readonly staffGroups = new Names<null>();
  private readonly indexOf = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly groups: number[] = [];
  private readonly lines: number[] = [];
  private readonly columns = FIGURE_MEASURES.map((): number[] => []);

  get size(): number {
    return this.keys.length;
  }

  /**
   * @param line of the file
   * @returns the line on which the cell was before; null for a new one, which is kept
   */
  add(place: CellPlace, division: string | null, units: FigureUnits, line: number): number | null {
    const key = this.keyOf(place, division);
    const before = this.indexOf.get(key);
    if (before !== undefined) return this.lines[before] ?? null;
    this.indexOf.set(key, this.keys.length);
    this.keys.push(key);
    this.groups.push(groupIndex(place.post, this.staffGroups));
    this.lines.push(line);
    FIGURE_MEASURES.forEach((measure, index) => this.columns[index]?.push(units[measure] ?? NaN));
    return null;
  }

  private keyOf({ month, costCentre, sourceCode, post }: CellPlace, division: string | null): number {
    const kind = post.employment === null ? EMPLOYMENTS.length : EMPLOYMENTS.indexOf(post.employment);
    const centre = this.costCentres.indexOf(costCentre, division);
    const code = this.sourceCodes.indexOf(sourceCode, null);
    return ((centre * CODES + code) * MONTHS + this.months.indexOf(month, null)) * KINDS + kind;
  }

  /** The months of the file, ascending. */
  monthsOf(): string[] {
    return [...this.months.names].sort();
  }

  /** Every cell, in the order of the file. */
  *[Symbol.iterator](): Generator<FigureCell> {
    for (const [index, key] of this.keys.entries()) {
      const kind = key % KINDS;
      const month = Math.floor(key / KINDS) % MONTHS;
      const code = Math.floor(key / (KINDS * MONTHS)) % CODES;
      const centre = Math.floor(key / (KINDS * MONTHS * CODES));
      const employment = EMPLOYMENTS[kind] ?? null;
      const staffGroup = this.staffGroups.names[this.groups[index] ?? -1] ?? null;
      yield {
        month: this.months.names[month] ?? '',
        costCentre: this.costCentres.names[centre] ?? '',
        division: this.costCentres.values[centre] ?? null,
        sourceCode: this.sourceCodes.names[code] ?? '',
        post: { staffGroup, employment },
        units: this.unitsAt(index),
      };
    }
  }

  private unitsAt(index: number): FigureUnits {
    return Object.fromEntries(
      FIGURE_MEASURES.map((measure, column) => {
        const value = this.columns[column]?.[index] ?? NaN;
        return [measure, Number.isNaN(value) ? null : value];
      }),
    ) as unknown as FigureUnits;
  }
}

const groupIndex = ({ staffGroup }: Post, known: Names<null>): number =>
  staffGroup === null ? -1 : known.indexOf(staffGroup, null);

/** Names by number, each with something that goes with it. */
class Names<Value> {
  readonly names: string[] = [];
  readonly values: Value[] = [];
  private readonly numbers = new Map<string, number>();

  indexOf(name: string, value: Value): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.numbers.set(name, number);
    this.names.push(name);
    this.values.push(value);
    return number;
  }
}
