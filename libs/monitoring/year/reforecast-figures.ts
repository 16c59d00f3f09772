import type { InputFault } from '#platform';
import { figureKey, type MonthFigure } from '../actuals/actual-figure';
import { REPORTED_LINES, toWholeUnits, type ReportedLine } from '../variance';
import { closedMonths, type StoredYear } from './group-years';

/** What is expected of a month: WTE, pounds of the month, or a share (0.052 for 5.2 %). */
export interface ExpectedFigure {
  readonly staffGroup: string;
  /** `YYYY-MM`, after the last closed month. */
  readonly month: string;
  readonly line: ReportedLine;
  readonly value: number;
}

/** Expected figures in whole units, or what is wrong with each by its place. */
export function reforecastFigures(
  expected: readonly ExpectedFigure[],
  stored: StoredYear,
): { readonly figures: readonly MonthFigure[]; readonly faults: readonly InputFault[] } {
  const planned = new Set(stored.plan.map(({ staffGroup }) => staffGroup));
  const left = stored.months.slice(closedMonths(stored) + 1);
  const seen = new Set<string>();
  const faults = expected.flatMap((figure, index): readonly InputFault[] => {
    const pointer = `/figures/${index}`;
    const key = figureKey(figure);
    const isRepeated = seen.has(key);
    seen.add(key);
    if (!planned.has(figure.staffGroup)) {
      const message = `The plan has no staff group "${figure.staffGroup}".`;
      return [
        {
          pointer: `${pointer}/staffGroup`,
          rule: 'planned-staff-group',
          message,
          fix: 'Use one of the plan.',
        },
      ];
    }
    if (!left.includes(figure.month)) {
      const message = `${figure.month} is closed or not in the year.`;
      const fix = left.length === 0 ? 'The year is closed.' : `Use ${left[0]} to ${left.at(-1)}.`;
      return [{ pointer: `${pointer}/month`, rule: 'open-month', message, fix }];
    }
    if (!isRepeated) return [];
    return [
      { pointer, rule: 'once', message: 'The same figure is there twice.', fix: 'Send each figure once.' },
    ];
  });
  return {
    faults,
    figures: expected.map(({ staffGroup, month, line, value }) => ({
      staffGroup,
      month,
      line,
      units: toWholeUnits(value, REPORTED_LINES[line]),
    })),
  };
}
