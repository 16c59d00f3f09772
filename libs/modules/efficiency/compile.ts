import type { CompileContext, StartGroup } from '../compilation';

/** Output per FTE at each month end, 1 at the baseline: `prod (1 + pi)^(1/12)`. */
export function productivityIndex({ group }: StartGroup, { assumptions }: CompileContext): readonly number[] {
  return assumptions.path('efficiency.productivity', group.code);
}
