import type { CompileContext, StartGroup } from '../compilation';
import type { ProjectionOutput, StaffGroupOutput } from '../projection/projection-output';
import { sumOverSpan, type YearSpan } from '../reporting/year-spans';
import {
  allowSubstitutions,
  floorPools,
  substitutionsOf,
  type AllowedSubstitution,
  type FloorPool,
} from './substitutions';

/** Pay of the people in post with its on-costs: the lines of the pay bill that follow the WTE. */
const PAY_LINES = [
  'pay-bill-basic',
  'pay-bill-high-cost-area',
  'pay-bill-national-insurance',
  'pay-bill-pension-local',
  'pay-bill-pension-central',
] as const;

/** A substitution in a financial year, at its 31 March; money over the year. */
export interface SubstitutionYear {
  readonly substitution: AllowedSubstitution;
  readonly year: number;
  readonly plannedFte: number;
  readonly allowedFte: number;
  /** WTE of the requirement that the substitutes cover. */
  readonly coveredFte: number;
  /** Pay of the substitutes at the average of their group in the year; null where the group has nobody. */
  readonly costOfSubstitutes: number | null;
  /** Pay of the WTE they cover at the average of its group. */
  readonly costOfCovered: number | null;
  /** Cost of substitutes less that of the WTE they cover: negative saves, for the same requirement met. */
  readonly costChange: number | null;
}

/** A floor for the registered share at a 31 March, for the requirement and for the staff in post. */
export interface FloorYear {
  readonly of: StartGroup;
  readonly groups: readonly StartGroup[];
  readonly year: number;
  readonly floor: number;
  readonly ofRequirement: number | null;
  readonly inPost: number | null;
}

export interface SubstitutionEffects {
  readonly years: readonly SubstitutionYear[];
  readonly floors: readonly FloorYear[];
}

/** What the registered substitutions do by year, from the requirement before them and the pay of the projection. */
export function substitutionEffects(
  output: ProjectionOutput,
  context: CompileContext,
  spans: readonly YearSpan[],
): SubstitutionEffects {
  const substitutions = substitutionsOf(context).part;
  const pools = floorPools(substitutions, context);
  const before = output.staffGroups.map(({ series }) =>
    series.requirement.map((fte, month) => fte - (series['requirement-skill-mix'][month] ?? 0)),
  );
  const allowed = allowSubstitutions(substitutions, pools, before);
  return {
    years: allowed.flatMap((substitution) => spans.map((span) => yearOf(substitution, span, output))),
    floors: pools.flatMap((pool) => spans.map((span) => floorOf(pool, span, output))),
  };
}

function yearOf(
  substitution: AllowedSubstitution,
  span: YearSpan,
  output: ProjectionOutput,
): SubstitutionYear {
  const { of, by, coverage, planned, allowed } = substitution;
  const fteMonths = meansOverSpan(allowed, span);
  const ofUnit = poundsPerFteMonth(output.staffGroups[of.index], span);
  const byUnit = poundsPerFteMonth(output.staffGroups[by.index], span);
  const costOfSubstitutes = byUnit === null ? null : fteMonths * byUnit;
  const costOfCovered = ofUnit === null ? null : coverage * fteMonths * ofUnit;
  return {
    substitution,
    year: span.year,
    plannedFte: planned[span.to] ?? 0,
    allowedFte: allowed[span.to] ?? 0,
    coveredFte: coverage * (allowed[span.to] ?? 0),
    costOfSubstitutes,
    costOfCovered,
    costChange:
      costOfSubstitutes === null || costOfCovered === null ? null : costOfSubstitutes - costOfCovered,
  };
}

/** Pay of a month for one mean WTE in post, with on-costs; null where nobody was in post. */
function poundsPerFteMonth(group: StaffGroupOutput | undefined, span: YearSpan): number | null {
  if (group === undefined) return null;
  const fteMonths = meansOverSpan(group.series.fte, span);
  const pay = PAY_LINES.reduce((sum, line) => sum + sumOverSpan(group.series[line], span), 0);
  return fteMonths > 0 ? pay / fteMonths : null;
}

/** Sum over the months of a span of the mean of opening and closing. */
function meansOverSpan(stock: readonly number[], { from, to }: YearSpan): number {
  const means = stock.map((value, month) => (month === 0 ? 0 : ((stock[month - 1] ?? 0) + value) / 2));
  return sumOverSpan(means, { from, to });
}

function floorOf({ of, groups, floor }: FloorPool, span: YearSpan, output: ProjectionOutput): FloorYear {
  const shareOf = (measure: 'requirement' | 'fte'): number | null => {
    const own = groups.map((start) => output.staffGroups[start.index]?.series[measure][span.to] ?? 0);
    const all = own.reduce((sum, fte) => sum + fte, 0);
    const registered = own.reduce((sum, fte, place) => sum + (groups[place]?.group.registered ? fte : 0), 0);
    return all > 0 ? registered / all : null;
  };
  return {
    of,
    groups,
    year: span.year,
    floor: floor[span.to] ?? 0,
    ofRequirement: shareOf('requirement'),
    inPost: shareOf('fte'),
  };
}
