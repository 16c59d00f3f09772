import { project, type ProjectionInput } from '../projection';
import { assume, BASE, NURSES, still, SUPPORT } from '../../../test/support/example-projection';
import { payBillReport } from './report';

const YEARS = BASE.calendar.years;
/** The example from a year before its round, so that there are two whole years to compare. */
const CALENDAR = { ...BASE.calendar, baselineMonth: '2026-03' };

function reportOf(values: Parameters<typeof assume>[0]) {
  const input: ProjectionInput = {
    ...BASE,
    calendar: CALENDAR,
    assumptions: assume({ ...still(NURSES, SUPPORT, 'central-functions'), ...values }),
  };
  const report = payBillReport({ input, output: project(input) });
  const rows = (key: string) => report.tables.find((table) => table.key === key)?.rows ?? [];
  return { report, effects: rows('effects')[0] ?? {}, control: rows('control-total'), lines: rows('lines') };
}

const NOBODY_MOVES = {
  'pay-bill.pay-award': { 'all-staff': 0.03 },
  'training-supply.newly-qualified': { [NURSES]: 0 },
};

describe('the pay bill report', () => {
  it('finds only a price effect when nobody comes, goes or moves', () => {
    const { effects } = reportOf(NOBODY_MOVES);
    // 3 % more pay; the threshold of National Insurance does not rise, so that cost rises a little more.
    expect(effects['price']).toBeGreaterThan(0);
    expect(Math.abs(Number(effects['volume']))).toBeLessThan(1e-6 * Number(effects['price']));
    expect(Math.abs(Number(effects['mix']))).toBeLessThan(1e-6 * Number(effects['price']));
  });

  it('finds no price effect without award and on-cost changes, whatever joins', () => {
    const joining = reportOf({
      'pay-bill.pay-award': { 'all-staff': 0 },
      'growth.joiners-wider-labour-market': { [NURSES]: 200 },
    });
    expect(Number(joining.effects['volume'])).toBeGreaterThan(0);
    expect(Math.abs(Number(joining.effects['price']))).toBeLessThan(1e-6 * Number(joining.effects['volume']));
  });

  it('sums the effects to the change of the pay bill', () => {
    const { effects, lines } = reportOf({
      'pay-bill.pay-award': { 'all-staff': 0.03 },
      'growth.joiners-wider-labour-market': { [NURSES]: 100 },
    });
    const parts = ['price', 'volume', 'mix', 'temporary', 'other'].map((key) => Number(effects[key]));
    const total = lines.find(({ line }) => line === 'Pay bill') ?? {};
    const change =
      Number(total[`year-${CALENDAR.firstYear + 1}`]) - Number(total[`year-${CALENDAR.firstYear}`]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(change, 4);
    expect(effects['change']).toBeCloseTo(change, 4);
  });

  it('holds what the organisation pays, without the central pension, against the control total', () => {
    const given = reportOf({
      'pay-bill.control-total': { 'all-staff': new Array<number>(YEARS + 1).fill(1e8) },
    });
    const [first] = given.control;
    expect(first?.['difference']).toBeCloseTo(Number(first?.['ownCost']) - 1e8, 6);
    const line = (label: string) =>
      Number(given.lines.find((row) => row['line'] === label)?.[`year-${CALENDAR.firstYear}`]);
    expect(first?.['ownCost']).toBeCloseTo(line('Pay bill') - line('Employer pension, central part'), 4);
    expect(reportOf({}).control[0]).toMatchObject({ controlTotal: null, difference: null });
  });
});
