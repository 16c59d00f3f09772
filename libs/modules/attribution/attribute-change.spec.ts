import { assume, BASE, last, NURSES, SUPPORT } from '../../../test/support/example-projection';
import { attributeChange, project, type Figure, type ProjectionInput } from '../projection';
import { sourcesOfChange } from './attribute-change';

const END = 28;
const WHOLE_TIME: Figure = { measure: 'fte', staffGroup: 'all-staff', from: 0, to: END };
const PAY: Figure = { measure: 'pay-bill', staffGroup: NURSES, from: END - 12, to: END };
const base: ProjectionInput = { ...BASE, assumptions: assume({}) };
const changed: ProjectionInput = {
  ...BASE,
  assumptions: assume({
    'retention.leaver-rate': { [NURSES]: 0.06 },
    'training-supply.newly-qualified': { [NURSES]: 40 },
    'pay-bill.pay-award': { 'all-staff': 0.04 },
    'skill-mix.promotion-rate': { [SUPPORT]: 0.04 },
    'sickness-absence.rate': { [NURSES]: 0.04 },
  }),
};

const total = (input: ProjectionInput): number =>
  project(input).staffGroups.reduce((sum, { series }) => sum + last(series.fte), 0);

describe('the change between two projections', () => {
  const result = attributeChange(base, changed, [WHOLE_TIME, PAY]);
  const partOf = (module: string, figure: number): number =>
    result.parts.find(({ players }) => players.includes(module))?.values[figure] ?? NaN;

  it('is split over the modules that differ, and adds up to the bit', () => {
    expect(result.parts.map(({ players }) => players)).toEqual([
      ['pay-bill'],
      ['retention'],
      ['sickness-absence'],
      ['skill-mix'],
      ['training-supply'],
    ]);
    [0, 1].forEach((figure) => {
      const sum = result.parts.reduce((all, { values }) => all + (values[figure] ?? NaN), 0);
      expect(sum).toBe((result.to[figure] ?? NaN) - (result.from[figure] ?? NaN));
    });
  });

  it('runs from one projection to the other, to the bit', () => {
    expect(result.from[0]).toBe(total(base));
    expect(result.to[0]).toBe(total(changed));
  });

  it('gives each module what it moves', () => {
    expect(partOf('retention', 0)).toBeGreaterThan(20);
    expect(partOf('training-supply', 0)).toBeGreaterThan(20);
    expect(partOf('pay-bill', 0)).toBe(0);
    expect(partOf('sickness-absence', 0)).toBe(0);
    expect(partOf('pay-bill', 1)).toBeGreaterThan(100_000);
    expect(partOf('retention', 1)).toBeGreaterThan(100_000);
  });

  it('shares what two modules do together between them', () => {
    const alone = (parameter: string, value: number): number =>
      total({ ...BASE, assumptions: assume({ [parameter]: { [NURSES]: value } }) }) - total(base);
    const separately = alone('retention.leaver-rate', 0.06) + alone('training-supply.newly-qualified', 40);
    const together = partOf('retention', 0) + partOf('training-supply', 0);
    // More of the newly qualified stay when fewer leave: together they do more than one by one.
    expect(together).toBeGreaterThan(separately);
  });

  it('finds no source where nothing but a range differs', () => {
    const key = 'retention.leaver-rate';
    const values = base.assumptions[key]?.[NURSES]?.values ?? [];
    const byGroup = { ...base.assumptions[key], [NURSES]: { values, low: values.map(() => 0.01) } };
    const ranged = { ...base, assumptions: { ...base.assumptions, [key]: byGroup } };
    expect(sourcesOfChange(base, ranged)).toEqual([]);
  });

  it('names the baseline where it differs, and refuses another calendar', () => {
    const [first, ...rest] = base.staffGroups;
    const larger = { ...base, staffGroups: [{ ...first!, headcount: 1500 }, ...rest] };
    expect(sourcesOfChange(base, larger)).toEqual(['baseline']);
    const later = { ...base, calendar: { ...base.calendar, years: 3 } };
    expect(() => attributeChange(base, later, [WHOLE_TIME])).toThrow('differ in their calendar');
    expect(() => attributeChange(base, changed, [{ ...WHOLE_TIME, to: 99 }])).toThrow('from 0 to 28');
  });
});
