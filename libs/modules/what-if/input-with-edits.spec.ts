import { BASE, NURSES, sum, SUPPORT } from '../../../test/support/example-projection';
import { project } from '../projection';
import { headlineFigures } from './headline-figures';
import { inputWithEdits, type UnplacedRow, type WhatIfBase } from './input-with-edits';

const RATE = 'retention.leaver-rate';
const ALL = 'all-staff';
const TREE = [ALL, ...BASE.staffGroups.map(({ code }) => code)].map((code) => ({
  code,
  parentCode: code === ALL ? null : ALL,
}));

function row(part: Partial<UnplacedRow>): UnplacedRow {
  const place = { scenarioDepth: 0, organisationDepth: 0, staffGroup: ALL, firstYear: 2026 };
  return { ...place, operation: 'set', value: 0.1, low: null, high: null, ...part };
}

function baseWith(rows: readonly UnplacedRow[]): WhatIfBase {
  return { input: BASE, rows: { [RATE]: rows }, staffGroups: TREE, inputVersion: 1 };
}

/** The leaver rate of nurses from the year before the round on, after an edit. */
function nurseRates(rows: readonly UnplacedRow[], year: number, value: number | null) {
  const own = value === null ? null : { operation: 'set' as const, value, low: null, high: null };
  const edit = { parameter: RATE, cells: [{ staffGroup: NURSES, year, own }] };
  return inputWithEdits(baseWith(rows), [edit]).assumptions[RATE]?.[NURSES]?.values;
}

describe('an input with edits', () => {
  const system = row({ organisationDepth: 1, value: 0.2, firstYear: 2025 });

  it('holds an edit from its year on, over what the system set', () => {
    expect(nurseRates([system], 2026, 0.08)).toEqual([0.2, 0.08, 0.08]);
    expect(nurseRates([system], 2027, 0.08)).toEqual([0.2, 0.2, 0.08]);
  });

  it('goes back to what is inherited when the own value is reset, and keeps own values of other cells', () => {
    const own = [row({ staffGroup: NURSES, value: 0.3 }), row({ staffGroup: SUPPORT, value: 0.4 })];
    expect(nurseRates([system, ...own], 2026, null)).toEqual([0.2, 0.2, 0.2]);
    const { assumptions } = inputWithEdits(baseWith([system, ...own]), [{ parameter: RATE, cells: [] }]);
    expect(assumptions[RATE]?.[NURSES]?.values).toEqual([0.2, 0.3, 0.3]);
    expect(assumptions[RATE]?.[SUPPORT]?.values).toEqual([0.2, 0.4, 0.4]);
  });

  it('counts a value with the eight decimals that are stored', () => {
    expect(nurseRates([], 2026, 0.123456789123)?.[1]).toBe(0.12345679);
  });

  it('leaves everything else of the input as it is', () => {
    const edited = inputWithEdits(baseWith([]), [{ parameter: RATE, cells: [] }]);
    expect({ ...edited, assumptions: null }).toEqual({ ...BASE, assumptions: null });
    expect(Object.keys(edited.assumptions)).toEqual(Object.keys(BASE.assumptions));
    expect(() => inputWithEdits(baseWith([]), [{ parameter: 'retention.none', cells: [] }])).toThrow(
      RangeError,
    );
  });
});

describe('headline figures', () => {
  const output = project(BASE);
  const headlines = headlineFigures(output, TREE, BASE.calendar);

  it('are the last of each year for people, the sum of twelve months for pay, and add up over groups', () => {
    const nurses = output.staffGroups.find(({ code }) => code === NURSES);
    const march = output.months.indexOf('2027-03');
    expect(headlines[NURSES]?.staffInPost[0]).toBe(nurses?.series.fte[march]);
    expect(headlines[NURSES]?.payBill[0]).toBeCloseTo(
      sum(nurses?.series['pay-bill'].slice(march - 11, march + 1) ?? []),
      6,
    );
    const leaves = BASE.staffGroups.map(({ code }) => headlines[code]?.gap[1] ?? NaN);
    expect(headlines[ALL]?.gap[1]).toBeCloseTo(sum(leaves), 9);
    expect(headlines[ALL]?.gap).toHaveLength(BASE.calendar.years);
  });
});
