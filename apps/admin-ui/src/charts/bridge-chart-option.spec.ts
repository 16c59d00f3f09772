import { bridgeSteps, unexplained } from './bridge-chart-option';

const bridge = {
  staffGroup: 'all-staff',
  unit: 'fte',
  opening: { label: 'Opening', value: 100 },
  parts: [
    { code: 'leavers', label: 'Leavers', value: -30 },
    { code: 'joiners', label: 'Joiners', value: 45 },
  ],
  closing: { label: 'Closing', value: 115 },
};

describe('the bridge', () => {
  it('starts each change where the one before it ended', () => {
    expect(bridgeSteps(bridge)).toEqual([
      { label: 'Opening', from: 0, to: 100, kind: 'stock' },
      { label: 'Leavers', from: 100, to: 70, kind: 'loss' },
      { label: 'Joiners', from: 70, to: 115, kind: 'gain' },
      { label: 'Closing', from: 0, to: 115, kind: 'stock' },
    ]);
  });

  it('tells what its parts leave unexplained', () => {
    expect(unexplained(bridge)).toBe(0);
    expect(unexplained({ ...bridge, closing: { label: 'Closing', value: 120 } })).toBe(5);
  });
});
