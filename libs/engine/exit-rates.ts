import { log1p, sqrt } from './arithmetic';
import type { Layout } from './layout';
import type { EngineGroup } from './model';

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
  /** Share of the exits by cause, `[cause * ages + age]`; 0 where nobody leaves. */
  readonly causeShare: Float64Array;

  private readonly ages: number;
  private readonly tables: readonly Float64Array[];
  /** Probability and hazard `-ln(1 - m)` last computed, `[cause * ages + age]`: most rates repeat. */
  private readonly probability: Float64Array;
  private readonly hazard: Float64Array;

  constructor(group: EngineGroup, layout: Layout) {
    this.ages = layout.ages;
    this.tables = group.exitProbability.map((table) => new Float64Array(table));
    this.stay = new Float64Array(this.ages).fill(1);
    this.stayFromMiddle = new Float64Array(this.ages).fill(1);
    const size = this.tables.length * this.ages;
    this.causeShare = new Float64Array(size);
    this.probability = new Float64Array(size);
    this.hazard = new Float64Array(size);
  }

  load(month: number): void {
    for (let age = 0; age < this.ages; age += 1) {
      if (this.readAge(month, age)) {
        this.shareByCause(age);
      }
    }
  }

  /** Takes over the month's probabilities of an age band; says whether any differs from the last ones. */
  private readAge(month: number, age: number): boolean {
    let isChanged = false;
    for (let cause = 0; cause < this.tables.length; cause += 1) {
      const table = this.tables[cause] as Float64Array;
      const probability = table[month * this.ages + age] as number;
      const index = cause * this.ages + age;
      if (probability !== this.probability[index]) {
        this.probability[index] = probability;
        this.hazard[index] = -log1p(-probability);
        isChanged = true;
      }
    }
    return isChanged;
  }

  private shareByCause(age: number): void {
    const { ages, probability, hazard, causeShare } = this;
    let stay = 1;
    let total = 0;
    for (let index = age; index < hazard.length; index += ages) {
      stay *= 1 - (probability[index] as number);
      total += hazard[index] as number;
    }
    this.stay[age] = stay;
    this.stayFromMiddle[age] = sqrt(stay);
    const certain = total === Infinity ? this.certainCauses(age) : 0;
    for (let index = age; index < hazard.length; index += ages) {
      const own = hazard[index] as number;
      const share = own === Infinity ? 1 / certain : own / total;
      causeShare[index] = total > 0 ? share : 0;
    }
  }

  /** Causes that nobody escapes share the exits equally: the limit of the formula at `m_c = 1`. */
  private certainCauses(age: number): number {
    let count = 0;
    for (let index = age; index < this.hazard.length; index += this.ages) {
      count += this.hazard[index] === Infinity ? 1 : 0;
    }
    return count;
  }
}
