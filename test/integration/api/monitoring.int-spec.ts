import { encodeSeries } from '#projections';
import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { monthNumber } from '#modules/compilation';
import type { YearComparison } from '#monitoring';
import { inTheYearView } from '#views';
import { publishRun } from '../../support/published-run.fixture';
import { FIGURES, FILE, HEADER } from './midwives-of-a-year';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

const BOUNDARY = 'the-boundary';
const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const YEAR = 2024;

describe('plan against actual over HTTP', () => {
  let api: ApiUnderTest;
  let lead: Caller & { readonly personId: string };
  let organisationId: string;

  beforeAll(async () => {
    api = await startApi();
    lead = await api.signedIn('workforce-lead', 'RR8');
    organisationId = api.fixture.organisation('RR8');
    const { manager } = api.dataSource;
    const runId = await publishRun(manager, { scenarioId: api.fixture.planId, organisationId });
    const months = 24;
    const series = Object.fromEntries(
      MONTHLY_MEASURES.map((measure) => [
        measure,
        Float64Array.from({ length: months }, (_, month) => FIGURES[measure]?.(month) ?? 0),
      ]),
    ) as Record<MonthlyMeasure, Float64Array>;
    const content = encodeSeries({ firstMonth: monthNumber('2024-03'), months, series, cells: [] });
    await manager.query('INSERT INTO projection_series VALUES (?, ?, ?)', [
      runId,
      'midwives',
      Buffer.from(content),
    ]);
  });

  afterAll(() => api.close());

  const send = (caller: Caller, path: string, text: string) =>
    caller.send(
      'POST',
      `${path}?organisationId=${organisationId}`,
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="actuals.csv"\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`,
      ),
      MULTIPART,
    );
  const comparison = async (): Promise<YearComparison> =>
    (
      await lead.get('/monitored-years/comparison', { organisationId, firstYear: String(YEAR) })
    ).json<YearComparison>();
  const substantive = ({ lines }: YearComparison) => lines.find(({ line }) => line === 'substantive');
  const planned = (): Promise<object[]> =>
    api.dataSource.query<object[]>(
      'SELECT f.* FROM planned_figure f JOIN monitored_year y ON y.id = f.set_id ORDER BY month, line',
    );

  it('freezes the plan of a year once', async () => {
    const plan = { organisationId, firstYear: YEAR, scenarioId: api.fixture.planId };
    const early = await lead.send('POST', '/monitored-years', { ...plan, firstYear: 2022 });
    expect([early.status, early.json()]).toMatchObject([422, { errors: [{ rule: 'projected-year' }] }]);
    expect((await lead.send('POST', '/monitored-years', plan)).status).toBe(201);
    expect((await lead.send('POST', '/monitored-years', plan)).status).toBe(409);
    // Twelve months of ten lines and staff in post on the eve.
    expect(await planned()).toHaveLength(121);
  });

  it('shows what a file would do, saves it once, and keeps what was there', async () => {
    const seen = await send(lead, '/actuals/preview', FILE);
    expect([seen.status, seen.json()]).toMatchObject([
      200,
      { id: null, added: 31, changed: 0, from: '2024-03' },
    ]);
    expect((await lead.get('/actuals', { organisationId })).json()).toEqual({ uploads: [] });

    expect((await send(lead, '/actuals', FILE)).json()).toMatchObject({ added: 31, changed: 0 });
    expect((await send(lead, '/actuals', FILE)).json()).toMatchObject({ id: null, added: 0, unchanged: 31 });
    const mended = FILE.replace('95.5', '95.25');
    expect((await send(lead, '/actuals', mended)).json()).toMatchObject({
      changed: 1,
      changes: [{ month: '2024-05', line: 'substantive', before: 9550, units: 9525 }],
    });
    expect((await send(lead, '/actuals', FILE)).json()).toMatchObject({ changed: 1 });
    const versions = await api.dataSource.query<{ units: string }[]>(
      "SELECT units FROM actual_figure WHERE month = '2024-05' AND line = 'substantive' ORDER BY version",
    );
    expect(versions.map(({ units }) => Number(units))).toEqual([9550, 9525, 9550]);
    const audited = await api.dataSource.query<object[]>(
      "SELECT actor FROM audit_entry WHERE action = 'actuals.uploaded'",
    );
    expect(audited).toEqual(Array.from({ length: 3 }, () => ({ actor: lead.personId })));
  });

  it('refuses a file as a whole, with line, column and what to do', async () => {
    const spoilt = [
      HEADER,
      'midwives,2024-04,120,many',
      'astronauts,2024-05',
      'midwives,2099-01',
      'midwives,2024-04,,,,,,,,,,0.05',
    ];
    const answer = await send(lead, '/actuals', spoilt.join('\n'));
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({
      errors: [
        { line: 2, column: 'substantive', rule: 'is-number' },
        { line: 3, column: 'staff_group', rule: 'known-staff-group' },
        { line: 4, column: 'month', rule: 'is-past-month' },
        { line: 5, rule: 'one-row' },
        {
          line: 5,
          column: 'sickness',
          rule: 'is-number',
          fix: 'Write per cent with its sign, for instance 5.2%.',
        },
      ],
    });
  });

  it('compares to the last digit, flags, and tells the outturn', async () => {
    const answer = await comparison();
    expect(answer.closedMonths).toBe(3);
    const line = substantive(answer);
    expect(line?.months[1]).toMatchObject({
      flag: 'act',
      variance: {
        plan: 10_200,
        actual: 9_550,
        variance: -650,
        parts: {
          opening: -100,
          leavers: -200,
          joiners: 0,
          phasing: -400,
          establishment: 0,
          'moves-and-hours': 50,
        },
      },
    });
    for (const { months } of answer.lines) {
      for (const { variance } of months) {
        const parts = Object.values(variance?.parts ?? {});
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(variance?.variance);
      }
    }
    // The straight line from 99 over 100 after three months; the plan ends at 112.
    expect(line?.outturn).toMatchObject({ plan: 11_200, runRate: 10_300, reforecast: null });
    expect(line?.outturn.forecast).toBeGreaterThan(10_300);
  });

  it('is a file in which the parts add up to the variance', async () => {
    const organisation = { id: organisationId, code: 'RR8', name: 'Leeds', type: 'trust' };
    const shown = { line: 'substantive', expected: 'joiners' };
    const { tables } = inTheYearView(await comparison(), { organisation, staffGroups: [] }, shown);
    expect(tables.map(({ key }) => key)).toEqual(['months', 'flagged', 'outturn', 'left']);
    const [months, , outturn] = tables.map(({ columns, rows }) =>
      rows.map((row) => Object.fromEntries(row.map(({ value }, at) => [columns[at]?.key ?? '', value]))),
    );
    expect(months?.[0]).toMatchObject({ month: '2024-04', plan: 101, actual: 97, variance: -4 });
    const { month: _, plan: __, actual: ___, variance, flag: ____, ...parts } = months?.[0] ?? {};
    expect(Object.values(parts).reduce<number>((sum, part) => sum + Number(part), 0)).toBeCloseTo(
      Number(variance),
      9,
    );
    expect(outturn?.map(({ line }) => line)).toContain('Turnover (left this organisation)');
  });

  it('reforecasts beside the plan, never into it', async () => {
    const before = await planned();
    const figure = { staffGroup: 'midwives', month: '2024-07', line: 'joiners', value: 5 };
    const send = (baseVersion: number, figures: object[]) =>
      lead.send('POST', '/monitored-years/reforecasts', {
        organisationId,
        firstYear: YEAR,
        baseVersion,
        reason: 'Late intake',
        figures,
      });
    const closed = await send(0, [{ ...figure, month: '2024-06' }]);
    expect([closed.status, closed.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/figures/0/month' }] },
    ]);
    const end = { ...figure, month: '2025-03', line: 'substantive', value: 111.5 };
    const answer = await send(0, [figure, end]);
    expect(answer.status).toBe(201);
    expect(substantive(answer.json<YearComparison>())?.outturn).toMatchObject({
      plan: 11_200,
      reforecast: 11_150,
    });
    expect((await send(0, [figure])).status).toBe(409);
    expect(await planned()).toEqual(before);
  });

  it('shows the reforecast beside the plan month by month, and what the next one goes on from', async () => {
    const { left, expected } = await comparison();
    const months = left.find(({ line }) => line === 'joiners')?.months;
    expect(months?.map(({ month }) => month)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(months?.slice(0, 2)).toEqual([
      { month: 3, plan: 200, expected: 500, difference: 300 },
      { month: 4, plan: 200, expected: 200, difference: 0 },
    ]);
    expect(expected).toEqual([
      { staffGroup: 'midwives', month: '2024-07', line: 'joiners', value: 5 },
      { staffGroup: 'midwives', month: '2025-03', line: 'substantive', value: 111.5 },
    ]);
  });

  it('flags from the thresholds on that were set over those seen', async () => {
    const { thresholds } = await comparison();
    expect(thresholds).toMatchObject({ version: 0, author: null, lines: { substantive: { act: 0.05 } } });
    const send = (substantive: object, baseVersion = 0) =>
      lead.send('POST', '/monitored-years/thresholds', {
        organisationId,
        firstYear: YEAR,
        baseVersion,
        thresholds: { ...thresholds.lines, substantive: { ...thresholds.lines.substantive, ...substantive } },
      });
    const upsideDown = await send({ watch: 0.2, act: 0.1 });
    expect([upsideDown.status, upsideDown.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/thresholds/substantive/watch', rule: 'watch-before-act' }] },
    ]);
    // The variance of May is 6.37 % of the plan.
    const flagsOf = (answer: YearComparison) => substantive(answer)?.months.map(({ flag }) => flag);
    expect(flagsOf(await comparison())?.[1]).toBe('act');
    const lenient = await send({ watch: 0.06, act: 0.1 });
    expect([lenient.status, flagsOf(lenient.json<YearComparison>())?.[1]]).toEqual([201, 'watch']);
    expect((await send({ watch: 0.5, act: 0.5 })).status).toBe(409);
    const strict = (await send({ watch: 0, act: 0, smallest: 651 }, 1)).json<YearComparison>();
    expect(flagsOf(strict)?.[1]).toBe('none');
    expect(strict.thresholds).toMatchObject({ version: 2, lines: { substantive: { smallest: 651 } } });
  });

  it('gives a variance its reason and owner under a version', async () => {
    const note = {
      organisationId,
      firstYear: YEAR,
      staffGroup: 'midwives',
      month: '2024-05',
      line: 'substantive',
    };
    const send = (over: object) =>
      lead.send('POST', '/monitored-years/notes', {
        ...note,
        baseVersion: 0,
        reason: 'The intake came in June.',
        owner: 'Head of midwifery',
        ...over,
      });
    expect((await send({})).status).toBe(201);
    expect((await send({})).status).toBe(409);
    expect((await send({ month: '2024-12' })).status).toBe(422);
    expect((await send({ baseVersion: 1, reason: 'The intake came in June and July.' })).status).toBe(201);
    expect((await comparison()).notes.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('stands on Home while a variance to act on has no reason', async () => {
    const flagged = async (): Promise<number> => {
      const { items } = (await lead.get('/attention')).json<{ items: { kind: string; count: number }[] }>();
      return items.find(({ kind }) => kind === 'variance-flagged')?.count ?? 0;
    };
    const last = (await comparison()).staffGroups[0]?.flags;
    const before = await flagged();
    expect(before).toBe(Object.values(last ?? {}).filter((flag) => flag === 'act').length);
    expect(last?.agency).toBe('act');
    const place = { staffGroup: 'midwives', month: '2024-06', line: 'agency' };
    const note = {
      organisationId,
      firstYear: YEAR,
      ...place,
      baseVersion: 0,
      reason: 'Closed ward',
      owner: 'A',
    };
    expect((await lead.send('POST', '/monitored-years/notes', note)).status).toBe(201);
    expect(await flagged()).toBe(before - 1);
  });

  it('is for the organisation’s own people', async () => {
    const other = await api.signedIn('workforce-lead', 'QJ2');
    const auditor = await api.signedIn('auditor', 'RR8');
    expect((await send(other, '/actuals', FILE)).status).toBe(404);
    expect((await send(auditor, '/actuals', FILE)).status).toBe(403);
    expect((await auditor.get('/actuals', { organisationId })).status).toBe(200);
  });
});
