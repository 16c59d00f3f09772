import type { CompileContext, StartGroup } from '../compilation';

/**
 * Output per FTE at each month end, 1 at the baseline: `prod (1 + pi + x)^(1/12)` with productivity `pi`
 * and, in years in which the organisation is in deficit, the further productivity `x`.
 */
export function productivityIndex(start: StartGroup, context: CompileContext): readonly number[] {
  return context.assumptions.compounding(productivityByYear(start, context));
}

/** Productivity of each year, the further part in deficit included. */
export function productivityByYear(
  { group }: StartGroup,
  { assumptions }: CompileContext,
): readonly number[] {
  const inDeficit = assumptions.yearly('efficiency.in-deficit', group.code);
  const further = assumptions.yearly('efficiency.deficit-productivity', group.code);
  return assumptions
    .yearly('efficiency.productivity', group.code)
    .map((rate, year) => rate + (inDeficit[year] ?? 0) * (further[year] ?? 0));
}
