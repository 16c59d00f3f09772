import { ruleOfMonth } from '../apprenticeship-levy/dated-rule';
import { monthNumber, type CompileContext } from '../compilation';

/** Rate of the apprenticeship levy in each month, the baseline month first; 0 where no levy rules are given. */
export function levyRates({ input, timeline, assumptions }: CompileContext): readonly number[] {
  const rules = input.policy.apprenticeshipLevy?.rate;
  return assumptions.recall('levy rates', input.policy, () =>
    timeline.monthEnds.map((month) => (rules === undefined ? 0 : ruleOfMonth(rules, monthNumber(month)))),
  );
}
