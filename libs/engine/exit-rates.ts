import { log1p, sqrt } from './arithmetic';
import type { Layout } from './layout';
import type { EngineGroup } from './model';

/** A hazard below which nobody leaves: the stay is 1 to the last bit. */
const NOBODY = 1e-300;

/**
 * The exits of one group in the month that was loaded last, by age band. Causes compete: with net
 * probabilities `m_c` the stay is `p = prod_c (1 - m_c)`, and cause `c` takes the share
 * `ln(1 - m_c) / ln(p)` of the exits. Source: projection model, section 3.2.
 */
export class ExitRates {
  /** Probability of staying through the month, by age. */
  readonly stay: Float64Array;
  /** Its square root: the stay of those who arrive in the middle of the month. */
  readonly stayFromMiddle: Float64Array;
  /** Share of the exits by cause, `[age * causes + cause]`; 0 where nobody leaves. */
  readonly causeShare: Float64Array;

  private readonly causes: number;
  /** Probabilities of all months, `[(month * ages + age) * causes + cause]`. */
  private readonly table: Float64Array;
  /** Probability and hazard `-ln(1 - m)` last computed, as `causeShare`: most rates repeat. */
  private readonly probability: Float64Array;
  private readonly hazard: Float64Array;

  constructor(group: EngineGroup, layout: Layout) {
    this.causes = group.exitProbability.length;
    this.table = interleave(group.exitProbability, layout.months * layout.ages);
    this.stay = new Float64Array(layout.ages).fill(1);
    this.stayFromMiddle = new Float64Array(layout.ages).fill(1);
    this.causeShare = new Float64Array(layout.ages * this.causes);
    this.probability = new Float64Array(layout.ages * this.causes);
    this.hazard = new Float64Array(layout.ages * this.causes);
  }

  load(month: number): void {
    for (let age = 0; age < this.stay.length; age += 1) {
      if (this.readAge(month, age)) {
        this.shareByCause(age);
      }
    }
  }

  /** Takes over the month's probabilities of an age band; says whether any differs from the last ones. */
  private readAge(month: number, age: number): boolean {
    const { causes, table, probability, hazard } = this;
    const end = (age + 1) * causes;
    let read = (month * this.stay.length + age) * causes;
    let isChanged = false;
    for (let index = age * causes; index < end; index += 1) {
      const value = table[read] as number;
      if (value !== probability[index]) {
        probability[index] = value;
        hazard[index] = -log1p(-value);
        isChanged = true;
      }
      read += 1;
    }
    return isChanged;
  }

  private shareByCause(age: number): void {
    const { causes, probability, hazard, causeShare } = this;
    const first = age * causes;
    let stay = 1;
    let total = 0;
    for (let index = first; index < first + causes; index += 1) {
      stay *= 1 - (probability[index] as number);
      total += hazard[index] as number;
    }
    this.stay[age] = stay;
    this.stayFromMiddle[age] = sqrt(stay);
    if (total === Infinity) {
      this.shareAmongCertain(first);
      return;
    }
    const each = total > NOBODY ? 1 / total : 0;
    for (let index = first; index < first + causes; index += 1) {
      causeShare[index] = (hazard[index] as number) * each;
    }
  }

  /** Causes that nobody escapes share the exits equally: the limit of the formula at `m_c = 1`. */
  private shareAmongCertain(first: number): void {
    const hazards = this.hazard.subarray(first, first + this.causes);
    const certain = hazards.filter((hazard) => hazard === Infinity).length;
    hazards.forEach((hazard, cause) => {
      this.causeShare[first + cause] = hazard === Infinity ? 1 / certain : 0;
    });
  }
}

/** One table of rows of all causes out of a table by cause. */
function interleave(tables: readonly (readonly number[])[], rows: number): Float64Array {
  const causes = tables.length;
  const together = new Float64Array(rows * causes);
  tables.forEach((table, cause) => {
    for (let row = 0; row < rows; row += 1) {
      together[row * causes + cause] = table[row] as number;
    }
  });
  return together;
}
