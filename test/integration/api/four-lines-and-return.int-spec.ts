import { Workbook } from 'exceljs';
import { monthNumber } from '#modules/compilation';
import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { RETURN_EMPLOYMENTS, WORKED_PARTS, type FourLinesYear, type WorkforceReturn } from '#monitoring';
import { encodeSeries } from '#projections';
import { publishRun } from '../../support/published-run.fixture';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

const BOUNDARY = 'the-boundary';
const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

/** Two staff groups with thirds of WTE and pence, so that no figure is whole. */
const GROUPS: Readonly<Record<string, number>> = { midwives: 1 / 3, managers: 2 / 3 };
const FIGURES: Readonly<Partial<Record<MonthlyMeasure, (month: number) => number>>> = {
  fte: (month) => 100 + month,
  establishment: () => 120,
  requirement: () => 126,
  'bank-fte': (month) => (month === 0 ? 0 : 10),
  'agency-fte': (month) => (month === 0 ? 0 : 4),
  'pay-bill': (month) => (month === 0 ? 0 : 400_000.37),
  'pay-bill-bank': (month) => (month === 0 ? 0 : 50_000.11),
  'pay-bill-agency': (month) => (month === 0 ? 0 : 32_000.02),
};

const LEDGER = [
  'Cost Centre,Subjective Code,Month,Budgeted WTE,Worked WTE,Contracted WTE,Actual',
  '101,5101,2026-05,120.00,101.5,103.25,400000',
  '101,5201,2026-05,,9.4,,40000',
  '101,5301,2026-05,,4,,20000',
].join('\n');
const ROSTER = 'Staff Group,Month,Bank Hours\nMidwives,2026-05,1660.71\n';

describe('the four lines and the return over HTTP', () => {
  let api: ApiUnderTest;
  let lead: Caller & { readonly personId: string };
  let unit: { readonly scenarioId: string; readonly organisationId: string };

  beforeAll(async () => {
    api = await startApi();
    lead = await api.signedIn('workforce-lead', 'RR8');
    unit = { scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') };
    const { manager } = api.dataSource;
    const runId = await publishRun(manager, unit);
    const months = 30;
    for (const [code, share] of Object.entries(GROUPS)) {
      const series = Object.fromEntries(
        MONTHLY_MEASURES.map((measure) => [
          measure,
          Float64Array.from({ length: months }, (_, month) => share * (FIGURES[measure]?.(month) ?? 0)),
        ]),
      ) as Record<MonthlyMeasure, Float64Array>;
      const content = encodeSeries({ firstMonth: monthNumber('2025-11'), months, series, cells: [] });
      await manager.query('INSERT INTO projection_series VALUES (?, ?, ?)', [
        runId,
        code,
        Buffer.from(content),
      ]);
    }
  });

  afterAll(() => api.close());

  const send = (path: string, text: string) =>
    lead.send(
      'POST',
      `${path}?organisationId=${unit.organisationId}`,
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="file.csv"\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`,
      ),
      MULTIPART,
    );
  const map = (kind: string, mapping: object) =>
    lead.send('POST', `/monthly-files/${kind}/mapping`, {
      organisationId: unit.organisationId,
      baseVersion: 0,
      mapping,
    });

  it('shows a ledger before it is saved, maps its codes, and imports it once', async () => {
    const preview = await send('/monthly-files/ledger/preview', LEDGER);
    expect(preview.status).toBe(200);
    expect(preview.json<{ blockedBy: string[] }>().blockedBy).toHaveLength(3);
    const listed = async () =>
      (await lead.get('/monthly-files/ledger', { organisationId: unit.organisationId })).json<{
        imports: object[];
      }>().imports;
    expect(await listed()).toEqual([]);
    const subjectiveCodes = {
      '51*': 'substantive:midwives',
      '52*': 'bank:midwives',
      '53*': 'agency:midwives',
    };
    expect((await map('ledger', { subjectiveCodes })).status).toBe(200);
    expect((await map('ledger', { subjectiveCodes })).status).toBe(409);
    expect((await send('/monthly-files/ledger', LEDGER)).status).toBe(201);
    expect((await send('/monthly-files/roster', ROSTER)).status).toBe(201);
    const again = (await send('/monthly-files/ledger', LEDGER)).json<{ alreadyImported: boolean }>();
    expect(again.alreadyImported).toBe(true);
    expect(await listed()).toHaveLength(1);
    const refused = await send('/monthly-files/ledger', LEDGER.replace('101.5', 'many'));
    expect(refused.status).toBe(422);
    expect(refused.json<{ errors: object[] }>().errors).toEqual([
      expect.objectContaining({ line: 2, column: 'Worked WTE', rule: 'is-number' }),
    ]);
  });

  it('sets contracted, worked, establishment and requirement side by side, each with its source', async () => {
    const answer = await lead.get('/four-lines', { ...unit, year: '2026' });
    expect(answer.status).toBe(200);
    const may = answer.json<FourLinesYear>().months.find(({ month }) => month === '2026-05');
    expect(may?.sources).toEqual({
      contracted: 'ledger',
      worked: 'ledger',
      establishment: 'ledger',
      requirement: 'projection',
    });
    const midwives = may?.rows.find(({ staffGroup }) => staffGroup === 'midwives');
    expect(midwives).toMatchObject({
      lines: {
        contracted: 10_325_000,
        worked: 11_490_000,
        establishment: 12_000_000,
        requirement: 4_200_000,
      },
      vacancies: 1_675_000,
      difference: 1_165_000,
    });
    // 1,660.71 bank hours are 9.99997 WTE in a month of 31 days; the ledger paid 9.4 of them.
    expect(midwives?.parts).toEqual({
      overtime: 0,
      bank: 999_997,
      agency: 400_000,
      timing: -59_997,
      leave: 0,
      residual: -175_000,
    });
    for (const { lines, parts } of may?.rows ?? []) {
      const explained = WORKED_PARTS.reduce((sum, part) => sum + (parts?.[part] ?? 0), lines.contracted ?? 0);
      expect(explained).toBe(lines.worked);
    }
    const csv = await lead.get('/views/four-lines.csv', { ...unit, year: '2026', group: 'midwives' });
    expect(csv.text).toContain('Not explained');
  });

  const readReturn = async (): Promise<WorkforceReturn> =>
    (await lead.get('/workforce-return', unit)).json<WorkforceReturn>();

  it('gives a return that adds up down and across and traces to its run', async () => {
    const { periods, lineSet, result, runIds } = await readReturn();
    expect(periods.map(({ kind, month }) => `${kind} ${month}`).slice(0, 3)).toEqual([
      'baseline 2025-11',
      'outturn 2026-03',
      'month 2026-04',
    ]);
    expect(periods.filter(({ kind }) => kind === 'month')).toHaveLength(12);
    expect(periods.at(-1)).toMatchObject({ kind: 'year-end', month: '2028-03', moneyFrom: '2027-04' });
    expect(runIds).toEqual([result.id]);
    expect(lineSet).toMatchObject({ version: 0, status: 'from memory, unverified' });
    for (const { wte, pounds } of periods) {
      for (const shown of [wte, ...(pounds === null ? [] : [pounds])]) {
        for (const employment of [...RETURN_EMPLOYMENTS, 'total'] as const) {
          const sum = shown.lines.reduce((total, line) => total + line[employment], 0);
          expect(sum).toBe(shown.total[employment]);
        }
      }
    }
    const year = periods.find(({ kind, month }) => kind === 'year-end' && month === '2027-03');
    expect(year?.wte.total.substantive).toBe(1_160);
    expect(year?.pounds?.total.total).toBe(Math.round(12 * 400_000.37));
  });

  it('writes the same figures into a workbook', async () => {
    const { periods, lineSet } = await readReturn();
    const file = await lead.get('/views/return.xlsx', unit);
    const workbook = new Workbook();
    await workbook.xlsx.load(file.bytes as unknown as ArrayBuffer);
    const sheets = workbook.worksheets.filter((sheet) => sheet.getColumn(1).values.includes('All staff'));
    expect(sheets).toHaveLength(8);
    const [total] = sheets;
    const rows = total?.getSheetValues() ?? [];
    const all = rows.find((row) => Array.isArray(row) && row[1] === 'All staff') as unknown[];
    expect(all.slice(3)).toEqual(periods.slice(1).map(({ wte }) => wte.total.total / 10));
    expect(
      rows.filter((row) => Array.isArray(row) && lineSet.lines.some(({ label }) => label === row[1])),
    ).toHaveLength(lineSet.lines.length);
  });

  it('takes lines from a day on without a release, and refuses some that leave staff out', async () => {
    const administrator = await api.signedIn('administrator', 'ENG');
    const { lineSet } = await readReturn();
    const [first, ...others] = lineSet.lines;
    const set = (lines: readonly object[]) => ({
      name: 'Collection of 2026',
      validFrom: '2026-04-01',
      status: 'verified',
      source: 'Guidance of the collection',
      lines,
    });
    const refused = await administrator.send('POST', '/return-line-sets', set(others));
    expect(refused.status).toBe(422);
    const renamed = [{ ...first, label: 'Doctors' }, ...others];
    expect((await administrator.send('POST', '/return-line-sets', set(renamed))).status).toBe(201);
    expect((await lead.send('POST', '/return-line-sets', set(renamed))).status).toBe(403);
    expect((await readReturn()).lineSet).toMatchObject({ version: 1, lines: renamed });
  });
});
