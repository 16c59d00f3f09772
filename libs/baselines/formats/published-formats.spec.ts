import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, property, shuffledSubarray } from 'fast-check';
import { projectRoot } from '#platform';
import { faultsOfText, readPublishedText } from '../../../test/support/published-rows';

const published = (name: string): string =>
  readFileSync(join(projectRoot(__dirname), 'test/fixtures/published', name), 'utf8');

const APRIL = published('sickness-absence-benchmarking-2024-04.csv');
const TURNOVER = published('turnover-benchmarking-2025-11.csv');

/** The file with one line changed; the header is line 1. */
function withLine(text: string, line: number, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((one, index) => (index === line - 1 ? change(one) : one))
    .join('\n');
}

describe('the monthly absence file', () => {
  it('reads every row, and withheld figures as withheld', () => {
    const { points, counts } = readPublishedText(APRIL);
    expect(counts).toMatchObject({ rowsRead: 57, rowsKept: 57, suppressedCells: 8, months: ['2024-04'] });
    expect(points).toHaveLength(2 * 57);
    expect(points.filter(({ value }) => value === null)).toHaveLength(2 * 8);
    expect(points.some(({ value }) => value !== null && Number(value) === 0)).toBe(false);
    expect(points).toContainEqual({
      organisationCode: 'NL8',
      staffGroupCode: 'hchs-doctors',
      measure: 'fte-days-lost',
      monthEnd: '2024-04-30',
      value: '54.22500',
    });
  });

  it('harmonises the labels that changed and lists them', () => {
    const may = published('sickness-absence-benchmarking-2024-05.csv');
    const labels = (text: string): unknown => readPublishedText(text).counts.labelsHarmonised;
    expect(labels(APRIL)).toContainEqual({ from: 'HCHS Doctors', to: 'HCHS doctors', count: 5 });
    expect(labels(may)).not.toContainEqual(expect.objectContaining({ to: 'HCHS doctors' }));
    expect(labels(may)).toContainEqual({
      from: 'Other staff or those with unknown classification',
      to: 'Unknown classification',
      count: 2,
    });
  });

  it('reads the same figures whatever the order of rows', () => {
    const [header = '', ...lines] = APRIL.trimEnd().split('\n');
    const inOrder = (text: string): string[] =>
      readPublishedText(text)
        .points.map((point) => JSON.stringify(point))
        .sort();
    const expected = inOrder(APRIL);
    const shuffled = shuffledSubarray(lines, { minLength: lines.length });
    assert(
      property(shuffled, (rows) => {
        expect(inOrder([header, ...rows].join('\n'))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    [
      'a negative figure',
      'FTE_DAYS_LOST',
      'not-negative',
      (line: string) => line.replace(/,([\d.]+),/, ',-$1,'),
    ],
    ['text in a number', 'FTE_DAYS_LOST', 'is-number', (line: string) => line.replace(/,[\d.]+,/, ',many,')],
    ['an Excel date', 'DATE', 'is-date', (line: string) => line.replace('30/04/2024', '45412')],
    [
      'an unknown staff group',
      'STAFF_GROUP',
      'known-staff-group',
      (line: string) => line.replace('All staff groups', 'Robots'),
    ],
    ['a broken code', 'ORG_CODE', 'is-ods-code', (line: string) => line.replace(',NL8,', ',=NL8,')],
    [
      'swapped columns',
      'FTE_DAYS_LOST',
      'lost-within-available',
      (line: string) => line.replace(/,([\d.]+),([\d.]+),([\d.]+)$/, ',$2,$1,$3'),
    ],
  ])('refuses %s with line, column and how to mend it', (_what, column, rule, change) => {
    const [fault, ...more] = faultsOfText(withLine(APRIL, 2, change));
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ file: 'file.csv', line: 2, column, rule });
    expect(fault?.fix).not.toBe('');
  });

  it('refuses a duplicate and names it', () => {
    const [, first = ''] = APRIL.split('\n');
    const [fault] = faultsOfText(`${APRIL}${first}\n`);
    expect(fault).toMatchObject({ line: 59, rule: 'no-duplicates' });
    expect(fault?.message).toContain('NL8, All staff groups, 2024-04-30');
  });

  it('refuses a row that breaks off', () => {
    expect(faultsOfText(withLine(APRIL, 5, (line) => line.slice(0, 60)))).toMatchObject([
      { line: 5, rule: 'complete-row' },
    ]);
  });

  it('lists several faults at once, and stops at twenty', () => {
    const broken = APRIL.replaceAll('30/04/2024', '30/04/24');
    expect(faultsOfText(broken)).toHaveLength(20);
  });
});

describe('the header', () => {
  it('names a renamed column and what it may have become', () => {
    const [fault] = faultsOfText(APRIL.replace('ORG_CODE', 'ORGANISATION'));
    expect(fault).toMatchObject({ line: 1, column: 'ORG_CODE', rule: 'has-column' });
    expect(fault?.fix).toContain('ORGANISATION');
  });

  it('lists what can be imported when it is of no known layout', () => {
    const [fault] = faultsOfText('name,age\nA,1\n');
    expect(fault?.rule).toBe('known-layout');
    expect(fault?.fix).toContain('turnover benchmarking');
  });

  it('takes columns in any order and further columns', () => {
    const turned = APRIL.trimEnd()
      .split('\n')
      .map((line) => {
        const fields = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, '')) ?? [];
        return ['x', ...fields.slice(0, 13).reverse()].join(',');
      })
      .join('\n');
    expect(readPublishedText(turned).counts).toEqual(readPublishedText(APRIL).counts);
  });
});

describe('the turnover file', () => {
  it('takes a row that is left out as zero where the organisation has the group', () => {
    const { points, counts } = readPublishedText(TURNOVER);
    const leavers = points.filter(({ measure }) => measure === 'leavers-headcount');
    const groups = points.filter(
      ({ measure, monthEnd }) => measure === 'headcount' && monthEnd === '2025-11-30',
    );
    expect(leavers).toHaveLength(groups.length);
    expect(counts.zerosInferred).toBe(
      leavers.filter(({ value }) => value === '0').length + zeroJoiners(points),
    );
    expect(counts.rowsKept + counts.zerosInferred).toBe(4 * groups.length);
  });

  const zeroJoiners = (points: readonly { measure: string; value: string | null }[]): number =>
    points.filter(({ measure, value }) => measure === 'joiners-headcount' && value === '0').length;

  it('infers nothing for a group without staff', () => {
    const [header = '', ...lines] = TURNOVER.trimEnd().split('\n');
    const joiners = lines.filter((line) => line.includes(',Joiners,')).slice(0, 1);
    const { points, counts } = readPublishedText([header, ...joiners].join('\n'));
    expect(counts.zerosInferred).toBe(0);
    expect(points.map(({ measure }) => measure)).toEqual(['joiners-headcount', 'joiners-fte']);
  });

  it('refuses a period that is not a month', () => {
    const [fault] = faultsOfText(withLine(TURNOVER, 3, (line) => line.replace('202510', '202410')));
    expect(fault).toMatchObject({ line: 3, column: 'PERIOD', rule: 'is-month' });
  });
});

describe('the England series', () => {
  it('keeps the groups and says why single medical grades are left out', () => {
    const { points, counts } = readPublishedText(published('england-staff-group-month-2019-03.csv'));
    expect(counts).toMatchObject({ rowsRead: 54, rowsKept: 34, months: ['2019-03'] });
    expect(counts.notKept).toMatchObject([{ reason: 'medical-grade', count: 20 }]);
    const fte = points.filter(({ measure }) => measure === 'fte');
    const of = (code: string): number =>
      Number(fte.find(({ staffGroupCode }) => staffGroupCode === code)?.value ?? Number.NaN);
    const mainGroups = [
      'professionally-qualified-clinical-staff',
      'support-to-clinical-staff',
      'infrastructure-support',
      'unknown-classification',
    ];
    expect(mainGroups.reduce((sum, code) => sum + of(code), 0)).toBeCloseTo(of('all-staff'), 3);
  });
});

describe('ethnicity by band', () => {
  it('keeps ethnic groups and leaves the overlapping totals out', () => {
    const { cells, counts } = readPublishedText(published('ethnicity-by-band-2022-03-midwives.csv'));
    expect(counts.rowsKept + counts.notKept.reduce((sum, { count }) => sum + count, 0)).toBe(counts.rowsRead);
    expect(counts.notKept.map(({ reason }) => reason).sort()).toEqual(['ethnicity-total', 'grade-total']);
    const midwives = cells.filter(({ staffGroupCode }) => staffGroupCode === 'midwives');
    expect(midwives.reduce((sum, { headcount }) => sum + Number(headcount), 0)).toBe(
      publishedTotalOfMidwives(),
    );
    expect(new Set(cells.map(({ asAt }) => asAt))).toEqual(new Set(['2022-03-31']));
  });

  /** People with posts in two bands are in both, so this is more than the row of all grades. */
  const publishedTotalOfMidwives = (): number =>
    published('ethnicity-by-band-2022-03-midwives.csv')
      .split('\n')
      .filter((line) => /All - Including.*,Midwives,(?!All Grades)/.test(line))
      .reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0);
});
