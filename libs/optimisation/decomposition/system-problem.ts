import type { LinearSolver } from '#linear-programming';
import {
  endlessLevers,
  limitFigure,
  objectiveValue,
  PlanModel,
  planConflict,
  PROMISED,
  proposalOf,
  SuccessivePrograms,
  type Charge,
  type Limit,
  type Objective,
  type PlanConflict,
  type PlanProposal,
  type PlanRequest,
  type Sensitivities,
  type SettleControl,
  type Settled,
} from '../plan';
import type { Offer } from './master-program';
import type { NationalRequest, SystemQuestion } from './national-request';
import { additive, sharedFigure, sizeIn, type SharedFigure } from './shared-figures';

/** A plan of one system that keeps what the system itself must keep. */
export interface SystemOffer extends Offer {
  readonly amounts: Float64Array;
}

/** A system as it is planned. */
export interface PlannedSystem {
  readonly organisations: number;
  /** Of the objective. */
  readonly objective: number;
  readonly figures: readonly SharedFigure[];
  /** Size by each shared limit. */
  readonly sizes: readonly number[];
}

/** What is asked of all systems together. */
export interface NationalQuestion {
  readonly objective: NationalRequest['objective'];
  /** With their bounds. */
  readonly shared: readonly Limit[];
}

/** Where a search begins. */
export interface Start {
  readonly amounts: Float64Array;
  /** Null where the engine has not been surveyed. */
  readonly sensitivities: Sensitivities | null;
  /** How often it may be. */
  readonly surveys: number;
}

/** Only what is charged counts, and of two plans that pay as much, the cheaper. */
const WELL_SCALED = 1000;
const CHARGES_ONLY: Objective = { kind: 'least-shortfall', staffGroups: [], years: [] };

/** One system while it is in memory: its own levers and limits, and what it takes of the shared ones. */
export class SystemProblem {
  readonly model: PlanModel;
  /** Of the objective with no lever moved. */
  readonly planned: number;
  private readonly none: Float64Array;
  private readonly additive: readonly Limit[];
  private readonly objective: NationalRequest['objective'];
  private readonly shared: readonly Limit[];

  constructor(
    private readonly solver: LinearSolver,
    private readonly question: SystemQuestion,
    { objective, shared }: NationalQuestion,
    private readonly control: SettleControl,
  ) {
    const { inputs, levers, limits } = question;
    this.objective = objective;
    this.shared = shared;
    this.model = new PlanModel(inputs, { levers, limits: [...limits, ...shared], objective });
    this.none = new Float64Array(this.model.columns.length);
    this.additive = shared.map(additive);
    this.planned = this.objectiveAt(this.none, this.model.valuesAt(this.none));
  }

  asPlanned(): PlannedSystem {
    const figures = this.figuresAt(this.none, this.model.valuesAt(this.none));
    return {
      organisations: this.model.organisations.length,
      objective: this.planned,
      figures,
      sizes: this.shared.map((limit, place) =>
        sizeIn(limit, this.model, figures[place] ?? { part: 0, whole: 1 }),
      ),
    };
  }

  /** The best plan for what it is charged: by objective and charges, or by charges alone. */
  bestFor(charges: readonly number[], by: 'objective' | 'charges', start: Start): Settled {
    const paid = this.additive.flatMap((limit, place): Charge[] => {
      const price = charges[place] ?? 0;
      return price === 0 ? [] : [{ limit, price: by === 'objective' ? price : WELL_SCALED * price }];
    });
    const objective = by === 'objective' ? this.objective : CHARGES_ONLY;
    return this.settle({ ...this.own(), objective, charges: paid }, start);
  }

  /** The best plan that takes no more of the shared limits than it is given. */
  bestWithin(given: readonly number[], start: Start): Settled {
    return this.settle(this.requestWithin(given), start);
  }

  /** A plan of its own, explained and confirmed as the plan of a single system is. */
  proposal(given: readonly number[], amounts: Float64Array, sensitivities: Sensitivities): PlanProposal {
    const request = this.requestWithin(given);
    const values = this.model.valuesAt(amounts);
    const programs = new SuccessivePrograms(this.solver, this.model, request, this.control, 0);
    return proposalOf(this.solver, this.model, request, {
      ...programs.judge({ amounts, values }),
      ...{ amounts, values, sensitivities },
      ...{ disagreement: 0, rounds: 0, isUnbounded: false },
    });
  }

  /** Null where the plan breaks a limit of the system's own. */
  offer({ amounts, values }: Pick<Settled, 'amounts' | 'values'>): SystemOffer | null {
    const { limits } = this.question;
    const breach = limits.map((limit) => limitFigure(limit, this.model, amounts, values).relative);
    if (breach.some((each) => each > PROMISED)) return null;
    return { amounts, ...this.taken({ amounts, values }) };
  }

  /** What a plan takes of each shared limit, and comes to. */
  taken({ amounts, values }: Pick<Settled, 'amounts' | 'values'>): Offer {
    const use = Float64Array.from(
      this.additive,
      (limit) => limitFigure(limit, this.model, amounts, values).value,
    );
    return { use, objective: this.objectiveAt(amounts, values) - this.planned };
  }

  /** Levers without a most. */
  endless(): readonly string[] {
    return endlessLevers(this.model);
  }

  /** The plan with no lever moved; null where it breaks a limit of the system's own. */
  unchanged(): SystemOffer | null {
    return this.offer({ amounts: this.none, values: this.model.valuesAt(this.none) });
  }

  /** Why the system cannot keep its own limits, at the plan that comes closest. */
  conflict(closest: Settled): PlanConflict | null {
    return planConflict(this.solver, this.model, this.own(), closest);
  }

  /** What the shared limits count by whole projections from nothing. */
  confirmed(amounts: Float64Array): {
    readonly figures: readonly SharedFigure[];
    readonly objective: number;
  } {
    const values = this.model.confirmedAt(amounts);
    return {
      figures: this.figuresAt(amounts, values),
      objective: this.objectiveAt(amounts, values) - this.planned,
    };
  }

  /** Amounts between plans, whole where they must be. */
  between(offers: readonly SystemOffer[], weights: readonly number[]): Float64Array {
    return Float64Array.from(this.model.columns, ({ isWhole, high }, column) => {
      const mean = offers.reduce(
        (sum, { amounts }, place) => sum + (weights[place] ?? 0) * (amounts[column] ?? 0),
        0,
      );
      const amount = Math.min(high, Math.max(0, mean));
      return isWhole ? Math.min(Math.floor(high), Math.round(amount)) : amount;
    });
  }

  surveyedAt(amounts: Float64Array): Sensitivities {
    const values = this.model.valuesAt(amounts);
    return this.model.sensitivitiesAt({ amounts, values }, null, () => this.control.check());
  }

  private settle(request: PlanRequest, { amounts, sensitivities, surveys }: Start): Settled {
    const programs = new SuccessivePrograms(this.solver, this.model, request, this.control, surveys);
    return programs.settle(amounts, sensitivities);
  }

  private own(): PlanRequest {
    const { levers, limits } = this.question;
    return { levers, limits, objective: this.objective };
  }

  private requestWithin(given: readonly number[]): PlanRequest {
    const parts = this.additive.map((limit, place): Limit => ({ ...limit, bound: given[place] ?? 0 }));
    return { ...this.own(), limits: [...this.question.limits, ...parts] };
  }

  private figuresAt(amounts: Float64Array, values: Settled['values']): readonly SharedFigure[] {
    return this.shared.map((limit) => sharedFigure(limit, this.model, amounts, values));
  }

  private objectiveAt(amounts: Float64Array, values: Settled['values']): number {
    const { levers, limits } = this.question;
    return objectiveValue({ levers, limits, objective: this.objective }, this.model, amounts, values);
  }
}
