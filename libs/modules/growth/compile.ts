import { type Compiled, type CompileContext, type JoinerPlan, type StartGroup } from '../compilation';
import { productivityIndex } from '../efficiency/compile';
import type { ProjectionNotice } from '../projection/projection-output';

/** Joiners that no other module supplies, people a month. */
export function compileJoiners(
  { group }: StartGroup,
  { assumptions }: CompileContext,
): readonly JoinerPlan[] {
  return (['wider-labour-market', 'same-system', 'other-nhs'] as const).map((source) => ({
    source,
    people: assumptions.planned(`growth.joiners-${source}`, group.code, source),
  }));
}

/**
 * Funded posts at each month end, the baseline first: `E_t = E_0 prod (1 + g)^(1/12)`. `E_0` is what is
 * loaded, else FTE in post over one less the vacancy rate, with a notice.
 */
export function compileEstablishment(
  start: StartGroup,
  context: CompileContext,
): Compiled<readonly number[]> {
  const { group } = start;
  const vacancyRate = context.assumptions.atStart('growth.vacancy-rate-at-start', group.code);
  const opening = group.establishment ?? start.totalFte / (1 - vacancyRate);
  const path = context.assumptions.path('growth.establishment-growth', group.code);
  return {
    part: path.map((factor) => opening * factor),
    notices: group.establishment === undefined ? [assumedNotice(start, vacancyRate)] : [],
  };
}

/**
 * FTE that the activity needs at each month end, the baseline first:
 * `R_t = E_0 (1 + unmet) prod (1 + d)^(1/12) / prod (1 + pi)^(1/12)`, with activity `d`, productivity
 * `pi`, and the funded posts of the baseline month as what its activity needed. Source: projection
 * model, section 4, with one driver.
 */
export function compileRequirement(
  start: StartGroup,
  openingEstablishment: number,
  context: CompileContext,
): readonly number[] {
  const unmet = context.assumptions.atStart('growth.unmet-need', start.group.code);
  const activity = context.assumptions.path('growth.requirement-growth', start.group.code);
  const productivity = productivityIndex(start, context);
  return activity.map(
    (factor, month) => (openingEstablishment * (1 + unmet) * factor) / (productivity[month] ?? 1),
  );
}

function assumedNotice({ group }: StartGroup, vacancyRate: number): ProjectionNotice {
  return {
    code: 'establishment-assumed',
    staffGroup: group.code,
    message: `${group.name}: no establishment is loaded; it is assumed from staff in post and a vacancy rate of ${(vacancyRate * 100).toFixed(1)} %.`,
    amount: vacancyRate,
  };
}
