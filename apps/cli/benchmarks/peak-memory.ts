const SAMPLE_MILLISECONDS = 10;

/** Highest resident memory of this process while work goes on. */
export class PeakMemory {
  readonly peaks: number[] = [];
  private first: number | null = null;

  get peak(): number {
    return Math.max(...this.peaks);
  }

  get rise(): number {
    return this.peak - (this.first ?? 0);
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.first ??= process.memoryUsage.rss();
    let highest = 0;
    const sample = (): void => {
      highest = Math.max(highest, process.memoryUsage.rss());
    };
    const timer = setInterval(sample, SAMPLE_MILLISECONDS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      sample();
      this.peaks.push(highest);
    }
  }
}
