/**
 * Memory for the draws of one organisation after another. The draws of a national plan need tens of megabytes
 * an organisation, and fresh memory costs more than writing them: what was drawn before is written over.
 */
export class DrawRoom {
  private values = new Float64Array(0);

  /** Room for so many numbers, of any value; what was taken before is given up. */
  take(count: number): Float64Array {
    if (this.values.length < count) this.values = new Float64Array(count);
    return this.values.subarray(0, count);
  }
}
