import { BASE, NURSES, seriesOf, sum } from '../../../test/support/example-projection';
import { MEASURES, MONTHLY_MEASURES, project } from '../projection';
import { explainCell, type CellQuestion } from '.';
import { ExplanationQuestionError } from './explanation-question.error';

describe('an explanation', () => {
  const output = project(BASE);
  const series = seriesOf(output);
  const run = { input: BASE, months: output.months, group: { code: NURSES, series } };
  const explain = (question: Partial<CellQuestion>) =>
    explainCell(run, { staffGroup: NURSES, measure: 'fte', month: '2027-03', span: 'year', ...question });

  it.each(['headcount', 'fte'] as const)(
    'of %s carries the opening to the number, step by step',
    (measure) => {
      for (const span of ['month', 'year'] as const) {
        const { opening, steps, value } = explain({ measure, span });
        const at = output.months.indexOf('2027-03');
        expect(opening).toBe(series[measure][at - (span === 'year' ? 12 : 1)]);
        expect(value).toBe(series[measure][at]);
        expect((opening ?? NaN) + sum(steps.map(({ amount }) => amount))).toBeCloseTo(value, 8);
      }
    },
  );

  it('gives with each step the assumptions of the years that the span touches', () => {
    const step = explain({ measure: 'headcount' }).steps.find(({ measure }) => measure === 'exits-voluntary');
    expect(step?.amount).toBeLessThan(0);
    expect(step?.assumptions.map(({ parameter }) => parameter)).toContain('retention.leaver-rate');
    const rate = step?.assumptions.find(({ parameter }) => parameter === 'retention.leaver-rate');
    const resolved = BASE.assumptions['retention.leaver-rate'];
    const index = 2026 - BASE.calendar.firstYear + 1;
    expect(rate?.values).toMatchObject([
      { year: 2026, index, value: resolved?.[rate?.staffGroup ?? '']?.values[index] },
    ]);
  });

  it('of the pay bill has its lines as steps, which sum to it', () => {
    const { steps, value, opening } = explain({ measure: 'pay-bill' });
    expect(opening).toBeNull();
    expect(sum(steps.map(({ amount }) => amount))).toBeCloseTo(value, 4);
  });

  it('exists for every measure in every month', () => {
    for (const measure of MONTHLY_MEASURES) {
      const { formula, value } = explain({ measure, span: 'month' });
      expect(formula).toBe(MEASURES[measure].formula);
      expect(Number.isFinite(value)).toBe(true);
    }
  });

  it('is refused for a month that the projection does not have', () => {
    expect(() => explain({ month: '2050-01' })).toThrow(ExplanationQuestionError);
    expect(() => explain({ month: '2050-01' })).toThrow(/2025-11 to 2028-03/);
  });
});
