const FIRST_YEAR = 1990;
const MONTHS = 12 * 111;
const BITS = 32;

/** Which cells of which months were seen: one bit each, so that long files take little memory. */
export class MonthCells {
  private readonly seen = new Map<string, Uint32Array>();

  /**
   * @param cell what is seen
   * @param monthEnd a day of the month from 1990 to 2100, `YYYY-MM-DD`
   * @returns false when it was seen before
   */
  add(cell: string, monthEnd: string): boolean {
    const month = 12 * (Number(monthEnd.slice(0, 4)) - FIRST_YEAR) + Number(monthEnd.slice(5, 7)) - 1;
    const word = Math.floor(month / BITS);
    const bit = 1 << (month % BITS);
    const words = this.seen.get(cell) ?? this.start(cell);
    const isNew = ((words[word] ?? 0) & bit) === 0;
    words[word] = (words[word] ?? 0) | bit;
    return isNew;
  }

  private start(cell: string): Uint32Array {
    const words = new Uint32Array(Math.ceil(MONTHS / BITS));
    this.seen.set(cell, words);
    return words;
  }
}
