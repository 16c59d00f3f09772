import type { LinearSolver, SolvedPoint } from '#linear-programming';
import { limitFigure, objectiveValue } from './limit-figures';
import { foretoldValues, mendedBy, type Linearisation } from './linearisation';
import { openPlanProgram, type PlanProgram } from './plan-program';
import type { PlanModel, Sensitivities, Values } from './plan-model';
import type { PlanRequest } from './plan-request';

/** The best amounts found, with the program that found them. */
export interface Settled extends Linearisation {
  /** What the last program foretold of each limit, against what the engine made of it: the largest gap, relative. */
  readonly disagreement: number;
  /** Largest breach of a limit, relative; 0 where all are kept. */
  readonly breach: number;
  readonly objective: number;
  /** Rounds of program and engine. */
  readonly rounds: number;
  /** True where cost or gain has no end within the limits. */
  readonly isUnbounded: boolean;
}

/** How the rounds are watched and ended. */
export interface SettleControl {
  /** Told after each round, 0..1: rounds are few and most of the work is before them. */
  readonly onProgress: (share: number) => void;
  /** Throws where the caller has stopped waiting. */
  readonly check: () => void;
}

/** How often sensitivities are worked out anew: at the start, and where the plan has come to rest. */
const MOST_SURVEYS = 6;
const MOST_ROUNDS = 40;
/** Breaches and disagreements below this are none; the bar of the product is ten times it. */
const AGREED = 5e-4;
/** A gain smaller than this part of the objective's change is none. */
const NO_GAIN = 1e-5;
const LEAST_RADIUS = 1e-3;
const REOPENED = 0.3;
/** Where the engine contradicts by more, mending is not enough: it is surveyed again. */
const ASTRAY = 0.03;

/** How far the rounds have come. */
interface Course {
  at: Linearisation;
  /** Of the trust region, as a part of each lever's room. */
  radius: number;
  /** True where the sensitivities are of this very point. */
  isFresh: boolean;
  disagreement: number;
  rounds: number;
}

interface Trial {
  readonly amounts: Float64Array;
  readonly values: Values;
  readonly breach: number;
  readonly objective: number;
  readonly disagreement: number;
}

/**
 * Successive linear programming: the engine's figures are replaced by their linearisation, the program's best point
 * is put to the engine, and the next program starts from what the engine made of it, until both agree and nothing is
 * gained. Each program first makes the breach of limits least, then the objective among those points. Steps stay in
 * a trust region, which shrinks where the engine contradicts; sensitivities are mended by each answer (Broyden's
 * update) and worked out anew where the plan has come to rest.
 * Source: R. Fletcher and S. Leyffer, Mathematical Programming 91 (2002) 239 to 269, acceptance by breach or
 * objective; C. G. Broyden, Mathematics of Computation 19 (1965) 577 to 593.
 */
export class SuccessivePrograms {
  private surveys = 0;
  private scale = 1;

  constructor(
    private readonly solver: LinearSolver,
    private readonly model: PlanModel,
    private readonly request: PlanRequest,
    private readonly control: SettleControl,
    /** How often the engine may be surveyed. */
    private readonly mostSurveys = MOST_SURVEYS,
  ) {}

  /** Settles from a point on; with the sensitivities known there, the engine is not surveyed again at first. */
  settle(start: Float64Array, known: Sensitivities | null): Settled {
    const values = this.model.valuesAt(start);
    const sensitivities = known ?? this.survey({ amounts: start, values }, null, 0.8);
    const at: Linearisation = { amounts: start, values, sensitivities };
    const judged = this.judge(at);
    if (known === null && this.isWithoutEnd(at)) return { ...at, ...judged, ...NO_ROUNDS, isUnbounded: true };
    this.scale = Math.max(1, Math.abs(judged.objective));
    const course: Course = { at, radius: 1, isFresh: known === null, disagreement: 0, rounds: 0 };
    while (course.rounds < MOST_ROUNDS && (course.radius > LEAST_RADIUS || this.freed(course))) {
      this.control.check();
      if (this.goOn(course) === 'at-rest') break;
    }
    const { disagreement, rounds } = course;
    return { ...course.at, ...this.judge(course.at), disagreement, rounds, isUnbounded: false };
  }

  /** One round of program and engine. */
  private goOn(course: Course): 'at-rest' | 'moving' {
    course.rounds += 1;
    const { at } = course;
    const before = this.judge(at);
    const trial = this.tryProgram(at, course.radius);
    if (trial === null) return 'at-rest';
    const isBetter = this.isBetter(trial, before);
    const isStill = !this.gains(trial, before) && trial.breach <= Math.max(AGREED, before.breach);
    const changed = Math.abs(before.objective - trial.objective);
    const isRested = isStill && (isBetter || changed <= NO_GAIN * this.scale);
    const sensitivities = mendedBy(this.model, at, trial);
    if (isBetter || isRested) {
      course.at = { amounts: trial.amounts, values: trial.values, sensitivities };
      course.disagreement = trial.disagreement;
      if (trial.disagreement <= 10 * AGREED) course.radius = Math.min(1, 2 * course.radius);
    } else {
      course.at = { ...at, sensitivities };
      course.radius /= 3;
    }
    if (isRested && trial.disagreement <= AGREED && this.isSure(course)) return 'at-rest';
    this.lookAgain(course, { isRested: isRested && trial.disagreement <= AGREED, isBetter, trial });
    return 'moving';
  }

  /** Where the trust region has closed on old sensitivities, looks again at the levers in use and opens it. */
  private freed(course: Course): boolean {
    if (this.isSure(course)) return false;
    const { amounts, values, sensitivities } = course.at;
    course.at = { amounts, values, sensitivities: this.survey({ amounts, values }, sensitivities, 0.05) };
    course.radius = REOPENED;
    return true;
  }

  /** At rest by sensitivities of this very point, or of all the surveys there may be. */
  private isSure({ isFresh }: Course): boolean {
    return isFresh || this.surveys >= this.mostSurveys;
  }

  /** Surveys the engine anew where the plan rests on old sensitivities or was led astray by them. */
  private lookAgain(
    course: Course,
    {
      isRested,
      isBetter,
      trial,
    }: { readonly isRested: boolean; readonly isBetter: boolean; readonly trial: Trial },
  ): void {
    const isAstray = isBetter && trial.disagreement > ASTRAY;
    if ((isRested || isAstray) && this.surveys < this.mostSurveys) {
      const { amounts, values, sensitivities } = course.at;
      const known = isRested ? null : sensitivities;
      course.at = { amounts, values, sensitivities: this.survey({ amounts, values }, known, 0.05) };
      course.radius = Math.max(course.radius, REOPENED);
      course.isFresh = isRested;
    } else if (isBetter) course.isFresh = false;
  }

  /** Breach and objective of the engine's figures. */
  judge({ amounts, values }: Pick<Linearisation, 'amounts' | 'values'>): {
    breach: number;
    objective: number;
  } {
    const { limits } = this.request;
    const breaches = limits.map((limit) => limitFigure(limit, this.model, amounts, values).relative);
    return {
      breach: Math.max(0, ...breaches),
      objective: objectiveValue(this.request, this.model, amounts, values),
    };
  }

  private survey(
    at: { readonly amounts: Float64Array; readonly values: Values },
    known: Sensitivities | null,
    part: number,
  ): Sensitivities {
    this.surveys += 1;
    return this.model.sensitivitiesAt(at, known, (share) => {
      this.control.check();
      this.control.onProgress(part * share);
    });
  }

  private isWithoutEnd(at: Linearisation): boolean {
    const opened = openPlanProgram(this.solver, this.model, this.request, at);
    try {
      for (const slack of opened.slackColumns) opened.program.boundColumn(slack, 0, Infinity);
      const least = opened.program.optimise('least', slackSum(opened), false);
      if (least.status !== 'optimal') return false;
      holdSlack(opened, least.point);
      return opened.program.optimise('least', opened.objective, false).status === 'unbounded';
    } finally {
      opened.program.close();
    }
  }

  private tryProgram(at: Linearisation, radius: number): Trial | null {
    const opened = openPlanProgram(this.solver, this.model, this.request, at);
    try {
      this.trust(opened, at.amounts, radius);
      const point = bestPoint(
        opened,
        this.model.columns.some(({ isWhole, high }) => isWhole && high > 0),
      );
      if (point === null) return null;
      const amounts = this.withinBounds(point.columns);
      const values = this.model.valuesAt(amounts);
      return {
        amounts,
        values,
        ...this.judge({ amounts, values }),
        disagreement: this.disagreement(at, amounts, values),
      };
    } finally {
      opened.program.close();
    }
  }

  private trust({ program }: PlanProgram, amounts: Float64Array, radius: number): void {
    if (radius >= 1) return;
    this.model.columns.forEach(({ high, organisation, lever }, column) => {
      const room = Number.isFinite(high)
        ? high
        : (this.model.organisations[organisation]?.headcountOf(lever.staffGroup) ?? 1);
      const now = amounts[column] ?? 0;
      program.boundColumn(column, Math.max(0, now - radius * room), Math.min(high, now + radius * room));
    });
  }

  private withinBounds(columns: Float64Array): Float64Array {
    return Float64Array.from(this.model.columns, ({ high, isWhole }, place) => {
      const amount = Math.min(high, Math.max(0, columns[place] ?? 0));
      return isWhole ? Math.round(amount) : amount;
    });
  }

  /** Largest gap between a limit's figure as the linearisation has it and as the engine has it, relative. */
  private disagreement(at: Linearisation, amounts: Float64Array, values: Values): number {
    const foretold = foretoldValues(this.model, at, amounts);
    return this.request.limits.reduce((worst, limit) => {
      const gap =
        limitFigure(limit, this.model, amounts, foretold).relative -
        limitFigure(limit, this.model, amounts, values).relative;
      return Math.max(worst, Math.abs(gap));
    }, 0);
  }

  private gains(trial: Trial, before: { breach: number; objective: number }): boolean {
    return before.breach - trial.breach > AGREED || before.objective - trial.objective > NO_GAIN * this.scale;
  }

  private isBetter(trial: Trial, before: { breach: number; objective: number }): boolean {
    if (trial.breach < before.breach - AGREED / 10) return true;
    return trial.breach <= Math.max(AGREED, before.breach) && trial.objective < before.objective;
  }
}

const NO_ROUNDS = { disagreement: 0, rounds: 0 } as const;

function slackSum({ columns, slackColumns }: PlanProgram): Float64Array {
  const objective = new Float64Array(columns);
  for (const slack of slackColumns) objective[slack] = 1;
  return objective;
}

/** Limits may be broken no further than they must; rounding of the first program is left room. */
function holdSlack({ program, slackColumns }: PlanProgram, { columns }: SolvedPoint): void {
  for (const slack of slackColumns)
    program.boundColumn(slack, 0, Math.max(0, columns[slack] ?? 0) * (1 + 1e-9) + 1e-9);
}

/** The least breach, then the least objective; null where the solver finds neither. */
export function bestPoint(opened: PlanProgram, isInteger: boolean): SolvedPoint | null {
  const { program, objective } = opened;
  const least = program.optimise('least', slackSum(opened), isInteger);
  if (least.status !== 'optimal') return null;
  holdSlack(opened, least.point);
  const best = program.optimise('least', objective, isInteger);
  return best.status === 'optimal' ? best.point : least.point;
}
