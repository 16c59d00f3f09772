import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MonthlyDesk } from '../../../test/support/monthly-desk';
import { projectRoot } from '#platform';
import { importCompactDemo } from '../demo/compact-history.loader';
import { createBaselineSnapshot } from '../snapshots/create-baseline-snapshot';
import { readBaseline } from '../snapshots/read-baseline';
import type { Figures } from './monthly-file';
import type { MonthlyLine } from './monthly-report';
import { readHeldLines } from './store/held-figures.repository';

const SUBJECTIVE_CODES = {
  '51*': 'substantive:nurses-and-health-visitors',
  '5199': 'overtime:nurses-and-health-visitors',
  '52*': 'bank:nurses-and-health-visitors',
  '53*': 'agency:nurses-and-health-visitors',
  '61*': 'substantive:midwives',
  '9*': 'left-out',
};
const HEADER =
  'Cost Centre,CC Description,Subjective,Subjective Description,Period,Budgeted WTE,Worked WTE,Contracted WTE,In Month Budget,In Month Actual';
const LEDGER = [
  HEADER,
  '101,Ward 1,5101,Band 5 nurses,2025/26 M07,40.00,37.51,38.2,"160,000.10","151,234.56"',
  '101,Ward 1,5102,Band 6 nurses,2025/26 M07,10.5,10,10,50000,49000',
  '101,Ward 1,5199,Nurses overtime,2025/26 M07,,0.75,,,2500',
  '101,Ward 1,5201,Bank nurses,2025/26 M07,0,3.33333,,0,14000',
  '101,Ward 1,5301,Agency nurses,2025/26 M07,0,1.1,,0,(250.25)',
  '102,Ward 2,5101,Band 5 nurses,2025/26 M07,(2.00),0,0,-,0',
  '102,Ward 2,6101,Midwives,2025/26 M07,20,19,19.5,90000,86000',
  '102,Ward 2,9001,Drugs,2025/26 M07,,,,1000,1100',
  '101,Ward 1,5101,Band 5 nurses,2025/26 M08,41,38,38.4,"160,000.10","152,000.00"',
].join('\r\n');

describe('an import of a ledger or roster', () => {
  let desk: MonthlyDesk;

  beforeAll(async () => {
    desk = await MonthlyDesk.open();
    await desk.map('ledger', { subjectiveCodes: SUBJECTIVE_CODES, costCentres: { '101': 'Medicine' } });
  });
  afterAll(() => desk.close());

  const nurses = (lines: readonly MonthlyLine[], month: string): Readonly<Record<string, Figures>> =>
    Object.fromEntries<Figures>(
      lines
        .filter((line) => line.month === month && line.staffGroup === 'nurses-and-health-visitors')
        .map(({ employment, figures }) => [employment ?? '', figures]),
    );

  it('adds a ledger up exactly by staff group, employment and month', async () => {
    const report = await desk.save('ledger', LEDGER);

    expect(report.months).toEqual(['2025-10', '2025-11']);
    const october = nurses(report.lines, '2025-10');
    expect(october['substantive']).toEqual({
      budgetedWte: 48.5,
      workedWte: 47.51,
      contractedWte: 48.2,
      hours: null,
      budget: 210_000.1,
      actual: 200_234.56,
    });
    expect(october['overtime']).toMatchObject({ budgetedWte: null, workedWte: 0.75, actual: 2_500 });
    expect(october['bank']).toMatchObject({ workedWte: 3.33333, actual: 14_000 });
    expect(october['agency']).toMatchObject({ workedWte: 1.1, actual: -250.25 });
    expect(report.leftOut).toEqual({ rows: 1, workedWte: 0, actual: 1_100 });
    expect(report.blockedBy).toEqual([]);
    expect(report.issues.map(({ rule, count, lines }) => [rule, count, lines])).toEqual([
      ['wte-negative', 1, [7]],
      ['pay-without-worked', 1, [9]],
    ]);
    expect(report.unmapped).toEqual([
      expect.objectContaining({ field: 'cost-centre', value: '102', name: 'Ward 2', rows: 2 }),
    ]);
  });

  it('changes nothing when the same content comes again, and holds what was stored', async () => {
    const before = await desk.count('monthly_figure');
    expect((await desk.save('ledger', LEDGER)).alreadyImported).toBe(true);
    expect(await desk.count('monthly_figure')).toBe(before);
    const { organisationId } = desk;
    const held = await readHeldLines(
      desk.database.dataSource.manager,
      { organisationId, kind: 'ledger' },
      { from: '2025-10', to: '2025-10' },
    );
    const stored = await desk.files.list({ organisationId, kind: 'ledger' });
    const reported = stored[0]?.lines.filter(({ month }) => month === '2025-10') ?? [];
    expect(held).toHaveLength(reported.length);
    for (const line of reported) expect(held).toContainEqual(expect.objectContaining(line));
  });

  it('lets a later file speak for its months, and none that is not mapped', async () => {
    const later = LEDGER.replace(/.*M08.*/, '').replace('37.51', '36.51');
    await desk.save('ledger', later);
    await desk.save('ledger', later.replace('5101,', '7777,').replace('36.51', '1'));
    const held = await readHeldLines(
      desk.database.dataSource.manager,
      { organisationId: desk.organisationId, kind: 'ledger' },
      { from: '2025-04', to: '2026-03' },
    );
    expect(nurses(held, '2025-10')['substantive']?.workedWte).toBe(46.51);
    expect(nurses(held, '2025-11')['substantive']?.workedWte).toBe(38);
    const [newest] = await desk.files.list({ organisationId: desk.organisationId, kind: 'ledger' });
    expect(newest?.blockedBy).toEqual([
      'Subjective code “7777” (Band 5 nurses) is not mapped: 1 figures, £151234.56. Add it to the saved mapping.',
    ]);
    expect(newest?.lines.find(({ staffGroup }) => staffGroup === null)?.figures.workedWte).toBe(1);
  });

  it('names every planted fault, and keeps nothing of such a file', async () => {
    const before = await desk.count('monthly_import');
    const faulty = [
      HEADER,
      ',Ward 1,5101,,2025/26 M07,1,1,1,1,1',
      '101,,,,2025/26 M07,1,1,1,1,1',
      '101,,5101,,M13 2025/26,1,1,1,1,1',
      '101,,5101,,202510,1,1,1,1,1',
      '101,,5101,,Oct-25,forty,1,1,1,1',
      '101,,5101,,Oct-25,1,150000,1,1,1',
      '101,,5101,,Oct-25,1,1,1,1e9,1',
      '101,,5102,,Oct-25,1,1,1,1,1',
      '101,,5102,,Oct-25,2,2,2,2,2',
      'Total,,5102,,Oct-25,2,2,2,2,2',
      `${'9'.repeat(61)},,5102,,Oct-25,2,2,2,2,2`,
      '101,,5103,,Oct-25,1,1,1,#REF!,1',
    ].join('\n');
    expect(await desk.faultsOf('ledger', faulty)).toEqual([
      'line 2, column Cost Centre: has-code',
      'line 3, column Subjective: has-code',
      'line 4, column Period: is-month',
      'line 5, column Period: is-one-month',
      'line 6, column Budgeted WTE: is-number',
      'line 7, column Worked WTE: too-large',
      'line 8, column In Month Budget: too-large',
      'line 10: no-duplicates',
      'line 11, column Cost Centre: no-sums',
      'line 12, column Cost Centre: code-length',
      'line 13, column In Month Budget: is-number',
    ]);
    expect(await desk.count('monthly_import')).toBe(before);
  });

  it('names columns that are missing, misspelt or there twice, and reads a saved one', async () => {
    expect(await desk.faultsOf('ledger', LEDGER.replace('Subjective,', 'Subjectve Code,'))).toEqual([
      'line 1, column Subjective Code: has-column',
    ]);
    expect(await desk.faultsOf('ledger', LEDGER.replace('Contracted WTE', 'Worked WTE'))).toEqual([
      'line 1, column Worked WTE: column-once',
    ]);
    expect(await desk.faultsOf('ledger', 'a,b\n1,2')).toEqual(['line 1: known-layout']);
    expect(await desk.faultsOf('ledger', '')).toEqual(['file: not-empty']);
    expect(await desk.faultsOf('ledger', `${HEADER}\r\n`)).toEqual(['file: has-figures']);
    const renamed = LEDGER.replace('Subjective,', 'Konto,');
    await desk.map('ledger', { columns: { 'subjective-code': 'Konto' } });
    expect((await desk.importer.preview(desk.request('ledger', renamed))).blockedBy).toEqual([]);
    await desk.map('ledger', { columns: {} });
  });

  it('turns roster hours into WTE of their month, and names what it cannot place', async () => {
    const roster = [
      'Staff Group,Month,Unit,Bank Hours,Agency Hours,Bank Cost,Worker Name',
      'Nurses & health visitors,Oct-25,W1,"24,000",1000.5,500000,Quillfeather',
      'Midwives,Oct-25,W1,166.0714,,,',
      'RMN,Oct-25,W1,10,20,,',
    ].join('\n');
    const report = await desk.save('roster', roster);
    expect(nurses(report.lines, '2025-10')['bank']).toMatchObject({
      hours: 24_000,
      workedWte: 144.51613,
      actual: 500_000,
    });
    expect(report.file.personalColumns).toEqual(['Worker Name']);
    expect(JSON.stringify(report)).not.toContain('Quillfeather');
    expect(report.blockedBy).toHaveLength(1);
    await desk.map('roster', { staffGroups: { rmn: 'nurses-and-health-visitors' } });
    expect((await desk.save('roster', roster)).blockedBy).toEqual([]);
    expect(
      await desk.faultsOf('roster', 'Staff Group,Month,Bank Hours\nMidwives,Oct-25,-3\nMidwives,Nov-25,ten'),
    ).toEqual(['line 2, column Bank Hours: not-negative', 'line 3, column Bank Hours: is-number']);
  });

  it('refuses a mapping that names what is not there', async () => {
    await expect(desk.map('ledger', { subjectiveCodes: { '5*': 'bank:nurses' } })).rejects.toMatchObject({
      faults: [{ pointer: '/subjectiveCodes/5*', rule: 'known-code' }],
    });
    await expect(desk.map('ledger', { columns: { colour: 'Colour' } })).rejects.toMatchObject({
      faults: [{ pointer: '/columns/colour' }],
    });
  });

  it('gives the baseline its establishment in place of an assumed vacancy rate', async () => {
    const { manager } = desk.database.dataSource;
    await desk.database.dataSource.transaction((transaction) => importCompactDemo(transaction));
    const { id } = await createBaselineSnapshot(manager, desk.organisationId, '2025-11-30');
    const baseline = await readBaseline(manager, id);
    const postsOf = (code: string) =>
      baseline.staffGroups.find((group) => group.code === code)?.establishment;
    expect(postsOf('nurses-and-health-visitors')).toBe(41);
    expect(postsOf('midwives')).toBeUndefined();
    expect(baseline.notices).toContainEqual({
      code: 'establishment-loaded',
      staffGroup: null,
      message: 'Funded establishment: budgeted WTE of the ledger in 2025-11.',
      amount: 41,
    });
    const { sha256 } = await createBaselineSnapshot(manager, desk.organisationId, '2025-09-30');
    const again = await createBaselineSnapshot(manager, desk.organisationId, '2025-09-30');
    expect(again).toMatchObject({ sha256, isNew: false });
  });

  it('has the example of its documentation', async () => {
    const text = readFileSync(join(projectRoot(), 'docs/ledger-and-roster.md'), 'utf8');
    const example = /```csv\n([^`]+)```/.exec(text)?.[1] ?? '';
    const report = await desk.importer.preview(desk.request('ledger', example));
    expect(report.file.columnsNotUsed).toEqual([]);
    expect(report.months).toEqual(['2026-04']);
  });
});
