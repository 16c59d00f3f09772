import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

describe('what needs a person', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  interface Item {
    readonly kind: string;
    readonly count: number;
    readonly organisation: { readonly code: string } | null;
    readonly cell: object | null;
  }
  const itemsOf = async (caller: Caller): Promise<readonly Item[]> =>
    (await caller.get('/attention')).json<{ items: Item[] }>().items;

  it('is values that a rule no longer takes, where the person may change them', async () => {
    const [lead, foreign] = [
      await api.signedIn('workforce-lead', 'RR8'),
      await api.signedIn('workforce-lead', 'RTG'),
    ];
    const unit = { scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') };
    const cell = { parameter: 'retention.leaver-rate', staffGroup: 'midwives', year: 2026 };
    await lead.send('PATCH', '/assumptions', {
      ...unit,
      edits: [{ ...cell, operation: 'set', value: 0.1, baseVersion: 0 }],
    });
    expect((await itemsOf(lead)).map(({ kind }) => kind)).not.toContain('rule-broken');
    await api.dataSource.query('UPDATE assumption SET value = 7 WHERE scenario_id = ?', [unit.scenarioId]);

    expect(await itemsOf(lead)).toContainEqual(
      expect.objectContaining({ kind: 'rule-broken', count: 1, cell }),
    );
    expect((await itemsOf(foreign)).map(({ kind }) => kind)).not.toContain('rule-broken');
  });

  it('is quality reports, until the person has read them', async () => {
    const administrator = await api.signedIn('administrator', 'ENG');
    const id = api.fixture.roundId;
    const report = {
      id,
      fileName: 'absence.csv',
      notKept: [{ reason: 'negative value', count: 3, examples: [] }],
      jumps: [],
      organisationsAdded: [],
    };
    await api.dataSource.query(
      `INSERT INTO import_file (id, kind, file_name, sha256, byte_count, rows_read, rows_kept, report, imported_by, imported_at)
       VALUES (?, 'turnover-benchmarking', 'absence.csv', REPEAT('a', 64), 1, 3, 0, ?, ?, UTC_TIMESTAMP(6))`,
      [id, JSON.stringify(report), administrator.personId],
    );
    const kinds = async () => (await itemsOf(administrator)).map(({ kind }) => kind);
    expect(await kinds()).toContain('report-unread');
    expect((await administrator.send('POST', `/attention/reports/${id}/reading`)).status).toBe(204);
    expect((await administrator.send('POST', `/attention/reports/${id}/reading`)).status).toBe(204);
    expect(await kinds()).not.toContain('report-unread');
  });

  it('is a file of the watched folder that was refused, until one of its kind is imported', async () => {
    const [lead, foreign] = [
      await api.signedIn('workforce-lead', 'RR8'),
      await api.signedIn('workforce-lead', 'RTG'),
    ];
    const put = (sha256: string, outcome: string) =>
      api.dataSource.query(
        `INSERT INTO watched_file VALUES (?, 'ledger', ?, 'ledger.csv', ?, 'Refused: line 2.', '{}', UTC_TIMESTAMP(6))`,
        [api.fixture.organisation('RR8'), sha256, outcome],
      );
    const refused = async (caller: Caller) =>
      (await itemsOf(caller)).filter(({ kind }) => kind === 'file-refused').map(({ count }) => count);
    await put('a', 'refused');
    await put('b', 'refused');
    expect(await refused(lead)).toEqual([2]);
    expect(await refused(foreign)).toEqual([]);
    await put('c', 'imported');
    expect(await refused(lead)).toEqual([]);
  });
});
