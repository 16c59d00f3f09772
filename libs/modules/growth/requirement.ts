import { sumOfSeries, timesFactor, yearsOf, type CompileContext, type StartGroup } from '../compilation';
import { productivityIndex } from '../efficiency/compile';
import { requirementReleased } from '../efficiency/schemes';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { SERVICE_COMMITMENT_LINES } from './service-commitments.register';
import { requiredByWorkload } from './workload-standard';
import { WORKLOAD_STANDARDS } from './workload-standards.register';

/** A part of a group's requirement: a commitment, activity under a workload standard, or other work. */
export interface RequirementPart {
  readonly kind: 'commitment' | 'workload-standard' | 'other';
  /** Id of the register's entry; null for other work. */
  readonly entry: string | null;
  /** FTE at each month end before productivity, the baseline first. */
  readonly beforeProductivity: readonly number[];
}

/** How a group's requirement comes about; values at each month end, the baseline first. */
export interface Requirement {
  readonly parts: readonly RequirementPart[];
  /** Sum of the parts. */
  readonly beforeProductivity: readonly number[];
  /** Output per FTE, 1 at the baseline. */
  readonly productivity: readonly number[];
  /** FTE released by schemes, after productivity. */
  readonly released: readonly number[];
  readonly required: readonly number[];
}

/**
 * FTE that the work of a group needs:
 * `R_t = (R_0 (1 + unmet) C_t (sum_k w_k D_k,t + w_o,t) + sum_j W_j,t) / P_t - Z_t`, never below 0, with
 * `R_0` the funded posts of the baseline month as what its work needed, `C` the growth of activity that
 * acts on all work, `D_k` the growth of commitment `k` with its share `w_k`, `W_j` activity under a
 * workload standard, `w_o` what no commitment and no standard in force takes, `P` productivity and `Z`
 * the time that schemes release. Source: projection model, section 4, Growth.
 */
export function requirementOf(
  start: StartGroup,
  openingEstablishment: number,
  context: CompileContext,
): Requirement {
  const { assumptions } = context;
  const code = start.group.code;
  const unmet = assumptions.atStart('growth.unmet-need', code);
  const growth = assumptions.path('growth.requirement-growth', code);
  const base = timesFactor(growth, openingEstablishment * (1 + unmet));
  const commitments = commitmentParts(code, base, context);
  const standards = standardParts(code, context);
  const taken = sumOfSeries([...commitments, ...standards].map(({ share }) => share));
  const other = base.map((fte, month) => fte * Math.max(0, 1 - (taken[month] ?? 0)));
  const parts: readonly RequirementPart[] = [
    ...commitments,
    ...standards,
    { kind: 'other', entry: null, beforeProductivity: other },
  ];
  const beforeProductivity = sumOfSeries(parts.map((part) => part.beforeProductivity));
  const productivity = productivityIndex(start, context);
  const released = requirementReleased(code, context);
  const required = new Array<number>(base.length);
  for (let month = 0; month < required.length; month += 1) {
    const needed = (beforeProductivity[month] ?? 0) / (productivity[month] ?? 1);
    required[month] = Math.max(0, needed - (released[month] ?? 0));
  }
  return { parts, beforeProductivity, productivity, released, required };
}

/** A part with the share of the group's work that it takes in each month. */
interface SharedPart extends RequirementPart {
  readonly share: readonly number[];
}

function commitmentParts(
  staffGroup: string,
  base: readonly number[],
  context: CompileContext,
): readonly SharedPart[] {
  return ofGroup(context, SERVICE_COMMITMENT_LINES, staffGroup)
    .filter((row) => row.text('statement') === 'workforce-line')
    .map((row) => {
      const growth = row.byYear('growth', yearsOf(context.input.calendar)).map((rate) => rate ?? 0);
      const driver = context.assumptions.compounding(growth);
      const share = row.number('share');
      return {
        kind: 'commitment',
        entry: row.id,
        share: base.map(() => share),
        beforeProductivity: base.map((fte, month) => fte * share * (driver[month] ?? 1)),
      };
    });
}

/** From the first year with activity a standard stands in place of its share; before it, the share is other work. */
function standardParts(staffGroup: string, context: CompileContext): readonly SharedPart[] {
  return ofGroup(context, WORKLOAD_STANDARDS, staffGroup).map((row) => {
    const units = row.byYear('units', yearsOf(context.input.calendar));
    const required = units.map((number) => (number === null ? null : requiredFte(row, number)));
    return {
      kind: 'workload-standard',
      entry: row.id,
      share: atMonthEnds(
        required.map((fte) => (fte === null ? 0 : row.number('share'))),
        context,
      ),
      beforeProductivity: atMonthEnds(
        required.map((fte) => fte ?? 0),
        context,
      ),
    };
  });
}

function requiredFte(row: RegisterRow, units: number): number {
  return requiredByWorkload(
    { units, hoursPerUnit: row.number('hoursPerUnit'), allowance: row.number('allowance') },
    {
      weeks: row.number('weeks'),
      daysAWeek: row.number('daysAWeek'),
      daysAbsent: row.number('daysAbsent'),
      hoursADay: row.number('hoursADay'),
    },
  );
}

/** Values by year at the month ends; the baseline takes the value of the first simulated month's year. */
function atMonthEnds(byYear: readonly number[], { timeline }: CompileContext): readonly number[] {
  const simulated = timeline.yearOfMonth.map((year) => byYear[year] ?? 0);
  return [simulated[0] ?? 0, ...simulated];
}

function ofGroup(
  { input }: CompileContext,
  register: typeof SERVICE_COMMITMENT_LINES,
  staffGroup: string,
): readonly RegisterRow[] {
  return registerRows(input, register).filter((row) => row.optionalText('staffGroup') === staffGroup);
}
