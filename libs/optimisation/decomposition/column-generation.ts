import type { LinearSolver } from '#linear-programming';
import type { Limit, Sensitivities } from '../plan';
import { bestMix, type MasterLimit, type Mix } from './master-program';
import type { SystemOffer, SystemProblem } from './system-problem';
import type { SystemsInTurn } from './systems-in-turn';

/** What is kept of a system between its turns. */
export interface SystemCourse {
  readonly offers: SystemOffer[];
  /** What its levers do, as last looked at. */
  sensitivities: Sensitivities;
}

/** What offers are generated for. */
export interface Generation {
  readonly courses: readonly SystemCourse[];
  readonly shared: readonly Limit[];
  readonly limits: readonly MasterLimit[];
  /** Size of the objective as planned, all systems together: what rounding is measured against. */
  readonly size: number;
  readonly phase: Mix['phase'];
  /** Place of a limit whose figure, and not the objective, is to be as far within its bound as can be; null: none. */
  readonly only: number | null;
}

/** Most rounds of prices and answers until offers are taken to be enough. */
const MOST_ROUNDS = 40;
/** The mix is as good as the best where it is no further from its bound. */
export const CLOSED = 0.002;
/** Rounding: of a sum of breaches, and of the objective as planned. */
const ROUNDING = { reach: 1e-5, best: 1e-7 } as const;

/**
 * Column generation: the master program prices the shared limits, each system answers with the plan that is best for it
 * at these prices, and the master program mixes all answers, until none is better at its prices than what is there. Where
 * no answer is, every system is looked at anew at its part of the mix, once.
 */
export class ColumnGeneration {
  /** Every set of prices that all systems have answered. */
  private readonly answered: (readonly number[])[] = [];

  constructor(
    private readonly solver: LinearSolver,
    private readonly turns: SystemsInTurn,
    private readonly asked: Generation,
  ) {}

  /** The best mix; of phase `reach`, also as soon as the limits are reached, which the phase of the mix tells. */
  async generate(): Promise<Mix> {
    const { courses, shared, phase } = this.asked;
    let look: 'known' | 'anew' | 'seen' = 'known';
    for (let round = 1; ; round += 1) {
      const mix = this.mix();
      const tolerance = this.tolerance(mix.value);
      const isClosed = mix.value - this.bound() <= tolerance || round > MOST_ROUNDS;
      if (mix.phase !== phase || isClosed) return mix;
      const turn = { stage: 'prices', shared } as const;
      const isAnew = look === 'anew';
      const values = await this.turns.each(turn, (problem, place) =>
        this.answer(mix, problem, { course: courses[place] as SystemCourse, place, isAnew }),
      );
      this.answered.push(mix.charges);
      const enough = tolerance / (2 * courses.length);
      const isNew = values.some((value, place) => value < (mix.worth[place] ?? 0) - enough);
      if (isNew) look = look === 'anew' ? 'seen' : look;
      else if (look === 'known') look = 'anew';
      else return this.mix();
    }
  }

  /**
   * What the answers say of the best: no mix can do better than all systems at the same prices. As far as each system's
   * own search can be relied on; a plan found later takes back what an earlier answer claimed.
   */
  bound(): number {
    const { courses, limits } = this.asked;
    return Math.max(
      -Infinity,
      ...this.answered.map((charges) => {
        const systems = courses.reduce(
          (sum, { offers }) => sum + Math.min(...offers.map((offer) => this.valueOf(offer, charges))),
          0,
        );
        return charges.reduce(
          (sum, charge, place) => (charge === 0 ? sum : sum - charge * (limits[place]?.bound ?? 0)),
          systems,
        );
      }),
    );
  }

  /** Differences of the value that are none. */
  tolerance(value: number): number {
    const { phase, size, only } = this.asked;
    const isOfObjective = phase === 'best' && only === null;
    const rounding = isOfObjective ? ROUNDING.best * Math.max(1, size) : ROUNDING.reach;
    return Math.max(rounding, CLOSED * Math.abs(value));
  }

  private mix(): Mix {
    const { courses, limits } = this.asked;
    return bestMix(
      this.solver,
      courses.map(({ offers }) => offers.map((offer) => ({ ...offer, objective: this.ownOf(offer) }))),
      limits,
    );
  }

  /** What is made least once all limits are kept. */
  private ownOf({ objective, use }: SystemOffer): number {
    const { only } = this.asked;
    return only === null ? objective : this.weightOfOnly() * (use[only] ?? 0);
  }

  private weightOfOnly(): number {
    const { sense = 'at-most', scale = 1 } = this.asked.limits[this.asked.only ?? -1] ?? {};
    return (sense === 'at-most' ? 1 : -1) / scale;
  }

  /** What an offer comes to at prices. */
  private valueOf(offer: SystemOffer, charges: readonly number[]): number {
    return charges.reduce(
      (sum, charge, limit) => sum + charge * (offer.use[limit] ?? 0),
      this.asked.phase === 'best' ? this.ownOf(offer) : 0,
    );
  }

  /** Value of the best plan known at the prices. The search starts from the best so far, and can only mend it. */
  private answer(
    { charges, weights }: Mix,
    problem: SystemProblem,
    { course, place, isAnew }: AskedOfSystem,
  ): number {
    const { phase, only } = this.asked;
    const value = (offer: SystemOffer): number => this.valueOf(offer, charges);
    const known = course.offers.reduce((best, offer) => (value(offer) < value(best) ? offer : best));
    if (isAnew)
      course.sensitivities = problem.surveyedAt(problem.between(course.offers, weights[place] ?? []));
    const isBest = phase === 'best';
    const paid = charges.map((charge, limit) =>
      isBest && limit === only ? charge + this.weightOfOnly() : charge,
    );
    const settled = problem.bestFor(paid, isBest && only === null ? 'objective' : 'charges', {
      amounts: known.amounts,
      sensitivities: course.sensitivities,
      surveys: 0,
    });
    course.sensitivities = settled.sensitivities;
    const offer = problem.offer(settled);
    if (offer === null || value(offer) >= value(known)) return value(known);
    course.offers.push(offer);
    return value(offer);
  }
}

interface AskedOfSystem {
  readonly course: SystemCourse;
  readonly place: number;
  readonly isAnew: boolean;
}
