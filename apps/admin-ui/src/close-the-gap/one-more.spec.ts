import { oneMore } from './one-more';
import type { SolvedPlan } from './proposal-types';

const LIMIT = { key: 'gap', label: 'Shortfall', bound: 110, asPlanned: 221, confirmed: 110 };
const LEVER = {
  lever: 'starts',
  label: 'Apprentices',
  organisations: 1,
  range: null,
  amounts: [],
  cost: 0,
  shortfall: null,
  saving: 0,
};
const BINDING = { words: 'what binds', price: -31_000 };

describe('by what a limit would have to give way', () => {
  const plan = (
    unit: 'fte' | 'share',
    sense: 'at-most' | 'at-least',
  ): Pick<SolvedPlan, 'limits' | 'levers'> => ({
    limits: [{ ...LIMIT, unit, sense }],
    levers: [{ ...LEVER, unit: 'start' }],
  });

  it('is one of what it is counted in, upwards or downwards', () => {
    const binding = { ...BINDING, kind: 'limit', key: 'gap' } as const;
    expect(oneMore(plan('fte', 'at-most'), binding)).toBe('one WTE more');
    expect(oneMore(plan('share', 'at-least'), binding)).toBe('one percentage point less');
  });

  it('is one of what the lever moves, and a unit where nothing names it', () => {
    expect(oneMore(plan('fte', 'at-most'), { ...BINDING, kind: 'lever', key: 'starts' })).toBe(
      'one start more',
    );
    expect(oneMore(plan('fte', 'at-most'), { ...BINDING, kind: 'rule', key: null })).toBe('one unit more');
  });
});
