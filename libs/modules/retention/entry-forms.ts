import { simulate } from '#engine';

import { ALL_STAFF, CompileMemory } from '../compilation';
import { compileProjection } from '../projection/compile-projection';
import type { ProjectionInput, ResolvedValue } from '../projection/projection-input';
import { LEAVER_BASES } from './leaver-basis-parameters';
import { figureParameter } from './leaver-basis';

/** The three ways to enter better retention of a staff group in a financial year, all saying the same. */
export interface RetentionChange {
  /** Turnover lower by so much, as a share (0.01 is one point); of the stability index, higher. */
  readonly points: number;
  /** People fewer who leave in the year, of every cause. */
  readonly leaversAvoided: number;
  /** Contracted FTE more in post at the year's 31 March. */
  readonly fteKept: number;
}
export type RetentionForm = keyof RetentionChange;

/** Which turnover is changed. */
export interface RetentionChangeQuestion {
  readonly input: ProjectionInput;
  readonly staffGroup: string;
  /** First calendar year of a financial year of the round. */
  readonly year: number;
}

/** A change that no turnover within bounds can bring about. */
export class RetentionChangeError extends Error {
  readonly code = 'retention-change';

  constructor(message: string) {
    super(message);
    this.name = 'RetentionChangeError';
  }
}

/** Turnover stays within the bounds of its parameter. */
const HIGHEST_RATE = 0.95;
/** The projection is as good as linear in the points: the search needs few steps. */
const MOST_STEPS = 60;
const RELATIVE_TOLERANCE = 1e-11;

/**
 * Converts a change of turnover between its three forms by projecting with it, everything else the same:
 * the projection confirms each number by construction. Where joiners fill vacancies, fewer are recruited
 * when fewer leave, and less WTE is kept.
 *
 * @throws RetentionChangeError if the group or year is unknown, or no turnover gives the number.
 */
export class RetentionChanges {
  private readonly memory = new CompileMemory();
  /** Index of the year in values by year. */
  private readonly index: number;
  private readonly group: number;
  private readonly parameter: string;
  /** Sign of the figure's change that keeps people: a lower turnover, a higher stability index. */
  private readonly sign: number;
  private readonly figure: number;
  private readonly input: ProjectionInput;
  private readonly asItIs: { readonly leavers: number; readonly fte: number };

  constructor({ input, staffGroup, year }: RetentionChangeQuestion) {
    this.index = year - input.calendar.firstYear + 1;
    this.group = input.staffGroups.findIndex(({ code }) => code === staffGroup);
    if (this.group < 0)
      throw new RetentionChangeError(`${staffGroup} is not a staff group of the projection`);
    if (this.index < 1 || this.index > input.calendar.years) {
      throw new RetentionChangeError(`${year} is not a year of the round`);
    }
    this.input = { ...input, calendar: { ...input.calendar, years: this.index } };
    const basis = this.values('retention.leaver-rate-basis', staffGroup)[0] ?? 0;
    this.parameter = figureParameter(basis);
    this.sign = basis === LEAVER_BASES.stabilityIndex ? 1 : -1;
    this.figure = this.values(this.parameter, staffGroup)[this.index] ?? 0;
    this.asItIs = this.outcome(0);
  }

  /** The change in all three forms, given in one of them. */
  of(form: RetentionForm, value: number): RetentionChange {
    const points = form === 'points' ? value : this.pointsFor(form, value);
    this.assertWithinBounds(points);
    return this.at(points);
  }

  /** The assumption that stands for so many points, and its value with them. */
  entryFor(points: number): { readonly parameter: string; readonly value: number } {
    return { parameter: this.parameter, value: this.figure + this.sign * points };
  }

  private at(points: number): RetentionChange {
    const { leavers, fte } = this.outcome(points);
    return { points, leaversAvoided: this.asItIs.leavers - leavers, fteKept: fte - this.asItIs.fte };
  }

  /** Regula falsi, Illinois variant, between the bounds of the turnover. */
  private pointsFor(form: Exclude<RetentionForm, 'points'>, value: number): number {
    if (value === 0) return 0;
    const gap = (points: number): number => this.at(points)[form] - value;
    const { lowest, highest } = this.bounds();
    let [low, high] = [value > 0 ? 0 : lowest, value > 0 ? highest : 0];
    let [atLow, atHigh] = [gap(low), gap(high)];
    if (atLow > 0 || atHigh < 0) throw this.unreachable(form, value);
    let lastSide = 0;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const points = (low * atHigh - high * atLow) / (atHigh - atLow);
      const found = gap(points);
      if (Math.abs(found) <= RELATIVE_TOLERANCE * Math.abs(value)) return points;
      const side = found > 0 ? 1 : -1;
      if (side > 0) [high, atHigh, atLow] = [points, found, lastSide === side ? atLow / 2 : atLow];
      else [low, atLow, atHigh] = [points, found, lastSide === side ? atHigh / 2 : atHigh];
      lastSide = side;
    }
    return (low + high) / 2;
  }

  private outcome(points: number): { readonly leavers: number; readonly fte: number } {
    const { engine, context } = compileProjection(this.withPoints(points), this.memory);
    const output = simulate(engine).groups[this.group];
    const from = context.timeline.yearEnds.at(-2) ?? 0;
    const leavers = (output?.exits ?? []).reduce(
      (sum, exits) => sum + exits.slice(from).reduce((all, people) => all + people, 0),
      0,
    );
    return { leavers, fte: output?.fte.at(-1) ?? 0 };
  }

  private withPoints(points: number): ProjectionInput {
    if (points === 0) return this.input;
    const staffGroup = this.input.staffGroups[this.group]?.code ?? ALL_STAFF;
    const values = this.values(this.parameter, staffGroup).map((value, index) =>
      index === this.index ? this.figure + this.sign * points : value,
    );
    const changed = { ...this.input.assumptions[this.parameter], [staffGroup]: { values } };
    return { ...this.input, assumptions: { ...this.input.assumptions, [this.parameter]: changed } };
  }

  private values(parameter: string, staffGroup: string): ResolvedValue['values'] {
    const byGroup = this.input.assumptions[parameter];
    return (byGroup?.[staffGroup] ?? byGroup?.[ALL_STAFF])?.values ?? [];
  }

  /** Points between a turnover of 0 and the highest one that may be entered. */
  private bounds(): { readonly lowest: number; readonly highest: number } {
    const turnover = this.sign < 0 ? this.figure : 1 - this.figure;
    return { lowest: turnover - HIGHEST_RATE, highest: turnover };
  }

  private assertWithinBounds(points: number): void {
    const { lowest, highest } = this.bounds();
    if (points >= lowest && points <= highest) return;
    throw new RetentionChangeError(
      `${points} points are not between ${lowest} and ${highest}: turnover would leave its bounds`,
    );
  }

  private unreachable(form: RetentionForm, value: number): RetentionChangeError {
    const { lowest, highest } = this.bounds();
    const most = this.at(value > 0 ? highest : lowest)[form];
    return new RetentionChangeError(
      `${value} cannot be reached by turnover alone in the year; the most is ${most}`,
    );
  }
}
