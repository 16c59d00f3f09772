import { monthNumber, type CompileContext, type Timeline } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { EFFICIENCY_SCHEMES } from './schemes.register';

export type SchemeKind = 'cash-releasing' | 'time-releasing' | 'technology' | 'unidentified';
export type RelationToProductivity = 'part-of-productivity' | 'on-top' | 'not-stated';

/** A scheme as the projection counts it. */
export interface Scheme {
  readonly row: RegisterRow;
  readonly kind: SchemeKind;
  readonly staffGroup: string | null;
  readonly wte: number;
  /** Share of the scheme that the projection counts: 0 if refused or unidentified, its probability where stated, else 1. */
  readonly counted: number;
  readonly relation: RelationToProductivity;
  /** Months since year 0 of the first month in force and of the first month no longer in force (null: never). */
  readonly firstMonth: number;
  readonly endMonth: number | null;
}

/** Length of a non-recurrent scheme in months. */
const NON_RECURRENT_MONTHS = 12;

/** The schemes of the register, in its order. */
export function efficiencySchemes(input: Pick<ProjectionInput, 'registers'>): readonly Scheme[] {
  return registerRows(input, EFFICIENCY_SCHEMES).map((row) => {
    const kind = row.text('kind') as SchemeKind;
    const firstMonth = monthNumber(row.text('start'));
    return {
      row,
      kind,
      staffGroup: row.optionalText('staffGroup'),
      wte: row.number('wte'),
      counted: countedShare(row, kind),
      relation: (row.optionalText('relationToProductivity') ?? 'not-stated') as RelationToProductivity,
      firstMonth,
      endMonth: row.text('recurrence') === 'recurrent' ? null : firstMonth + NON_RECURRENT_MONTHS,
    };
  });
}

function countedShare(row: RegisterRow, kind: SchemeKind): number {
  if (kind === 'unidentified' || row.text('qualityImpact') === 'refused') return 0;
  return row.optionalText('counting') === 'by-probability' ? row.number('probability') : 1;
}

/** Probability of delivery; a scheme that states none is taken in full. */
export function probabilityOf({ row }: Scheme): number {
  return row.optionalNumber('probability') ?? 1;
}

/** True where the scheme is in force in the month (months since year 0). */
export function isInForce({ firstMonth, endMonth }: Scheme, month: number): boolean {
  return month >= firstMonth && (endMonth === null || month < endMonth);
}

/**
 * WTE of the scheme at each month end against the baseline month, the baseline (0) first: what is in force
 * then is in the baseline's posts and requirement already, and comes back when a non-recurrent scheme ends.
 */
export function wteAgainstBaseline(scheme: Scheme, timeline: Timeline): readonly number[] {
  const months = timeline.monthEnds.map(monthNumber);
  const atBaseline = Number(isInForce(scheme, months[0] ?? 0));
  const wte = scheme.wte * scheme.counted;
  return months.map((month) => wte * (Number(isInForce(scheme, month)) - atBaseline));
}

/** Funded posts that cash-releasing schemes remove from a group at each month end, against the baseline. */
export function postsRemoved(staffGroup: string, context: CompileContext): readonly number[] {
  return fromRegister(`posts removed ${staffGroup}`, context, () =>
    sumOf(
      efficiencySchemes(context.input).filter(
        (scheme) => scheme.kind === 'cash-releasing' && scheme.staffGroup === staffGroup,
      ),
      context,
    ),
  );
}

/** True for schemes that lower the requirement: time released that is not a part of the productivity assumed. */
export function lowersRequirement({ kind, relation }: Scheme): boolean {
  return (kind === 'time-releasing' || kind === 'technology') && relation !== 'part-of-productivity';
}

/** WTE by which schemes lower the requirement of a group at each month end, against the baseline. */
export function requirementReleased(staffGroup: string, context: CompileContext): readonly number[] {
  return fromRegister(`requirement released ${staffGroup}`, context, () =>
    sumOf(
      efficiencySchemes(context.input).filter(
        (scheme) => lowersRequirement(scheme) && scheme.staffGroup === staffGroup,
      ),
      context,
    ),
  );
}

/** People who leave by schemes of a group in each simulated month: planned exits in the first month of the scheme. */
export function schemeExits(staffGroup: string, context: CompileContext): readonly number[] {
  return fromRegister(`scheme exits ${staffGroup}`, context, () => leaversByMonth(staffGroup, context));
}

function leaversByMonth(staffGroup: string, { input, timeline }: CompileContext): readonly number[] {
  const schemes = efficiencySchemes(input).filter((scheme) => scheme.staffGroup === staffGroup);
  return timeline.monthEnds
    .slice(1)
    .map((month) =>
      schemes
        .filter(({ firstMonth }) => firstMonth === monthNumber(month))
        .reduce((sum, { row, counted }) => sum + counted * (row.optionalNumber('peopleLeaving') ?? 0), 0),
    );
}

/** What follows from the register alone: worked out once for all compilations of an organisation. */
function fromRegister(
  name: string,
  { assumptions, timeline }: CompileContext,
  compile: () => readonly number[],
): readonly number[] {
  return assumptions.recall(name, timeline, compile);
}

function sumOf(schemes: readonly Scheme[], { timeline }: CompileContext): readonly number[] {
  const series = schemes.map((scheme) => wteAgainstBaseline(scheme, timeline));
  return timeline.monthEnds.map((_, month) => series.reduce((sum, wte) => sum + (wte[month] ?? 0), 0));
}
