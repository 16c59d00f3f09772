import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly isArchived: boolean;
}

interface Difference {
  readonly assumptions: readonly {
    readonly parameter: { readonly key: string };
    readonly staffGroup: { readonly code: string };
    readonly base: readonly { readonly year: number; readonly value: number | null }[];
    readonly changed: readonly { readonly year: number; readonly value: number | null }[];
  }[];
  readonly entries: readonly unknown[];
  readonly below: readonly { readonly organisation: { readonly code: string }; readonly values: number }[];
}

describe('scenarios', () => {
  let api: ApiUnderTest;
  let planner: Caller;
  let made: Scenario;

  beforeAll(async () => {
    api = await startApi();
    planner = await api.signedIn('system-planner', 'QWO');
  });

  afterAll(() => api.close());

  const create = (caller: Caller, code: string, over: object = {}) =>
    caller.send('POST', '/scenarios', {
      name: 'Fewer leavers',
      baseScenarioId: api.fixture.planId,
      organisationId: api.fixture.organisation(code),
      ...over,
    });
  const namesFor = async (caller: Caller): Promise<readonly string[]> => {
    const { rounds } = (await caller.get('/rounds')).json<{ rounds: { scenarios: Scenario[] }[] }>();
    return rounds.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
  };
  const differenceAt = async (code: string): Promise<Difference> => {
    const answer = await planner.get('/scenarios/difference', {
      scenarioId: made.id,
      baseScenarioId: api.fixture.planId,
      organisationId: api.fixture.organisation(code),
    });
    expect(answer.status).toBe(200);
    return answer.json<Difference>();
  };
  const edit = (code: string, parameter: string, staffGroup: string, value: number) =>
    planner.send('PATCH', '/assumptions', {
      scenarioId: made.id,
      organisationId: api.fixture.organisation(code),
      reason: 'Tried out',
      edits: [{ parameter, staffGroup, year: 2027, operation: 'set', value, baseVersion: 0 }],
    });

  it('are made for an organisation and projected at and under it alone', async () => {
    const answer = await create(planner, 'QWO');

    expect(answer.status).toBe(201);
    made = answer.json<Scenario>();
    expect(made).toMatchObject({ name: 'Fewer leavers', isArchived: false });
    const units: { code: string }[] = await api.dataSource.query(
      `SELECT p.ods_code AS code FROM projection_unit u
         JOIN organisation_period p ON p.organisation_id = u.organisation_id AND p.valid_to IS NULL
        WHERE u.scenario_id = ? ORDER BY p.ods_code`,
      [made.id],
    );
    expect(units.map(({ code }) => code)).toEqual(['RR8', 'RWY']);
    expect((await create(planner, 'QWO')).status).toBe(409);
  });

  it('are seen by those whose organisations they reach, and changed by those who plan there', async () => {
    const trust = await api.signedIn('workforce-lead', 'RR8');
    const elsewhere = await api.signedIn('system-planner', 'QJ2');

    expect(await namesFor(trust)).toContain('Fewer leavers');
    expect(await namesFor(elsewhere)).not.toContain('Fewer leavers');
    for (const caller of [trust, elsewhere]) {
      expect(
        (await caller.send('PATCH', `/scenarios/${made.id}`, { name: 'Mine', baseVersion: 1 })).status,
      ).toBe(404);
    }
    const theirs = await create(elsewhere, 'RTG', { name: 'On another’s base', baseScenarioId: made.id });
    expect(theirs.status).toBe(404);
  });

  it('differ in what was changed only, with the values in force on both sides', async () => {
    expect((await edit('QWO', 'retention.leaver-rate', 'all-staff', 0.1)).status).toBe(200);
    expect((await edit('RR8', 'retention.leaver-rate', 'midwives', 0.08)).status).toBe(200);

    const atSystem = await differenceAt('QWO');
    expect(atSystem.assumptions.map(({ staffGroup }) => staffGroup.code)).toContain('all-staff');
    expect(atSystem.below).toMatchObject([{ organisation: { code: 'RR8' }, values: 1 }]);
    const [all] = atSystem.assumptions;
    expect(all?.changed.map(({ value }) => value)).toEqual([all?.base[0]?.value, 0.1, 0.1, 0.1, 0.1]);

    const midwives = (await differenceAt('RR8')).assumptions.find(
      ({ staffGroup }) => staffGroup.code === 'midwives',
    );
    expect(midwives?.changed.map(({ value }) => value).slice(1)).toEqual([0.08, 0.08, 0.08, 0.08]);
    expect((await differenceAt('RR8')).assumptions.map(({ parameter }) => parameter.key)).toEqual(
      expect.arrayContaining(['retention.leaver-rate']),
    );
    expect((await differenceAt('RR8')).entries).toEqual([]);
  });

  it('come as a file: the tree, what differs with its register entries, and one line side by side', async () => {
    const organisationId = api.fixture.organisation('RR8');
    const file = await planner.get('/views/scenarios.json', { scenarioId: made.id, organisationId });
    const { tables } = file.json<{ tables: { key: string; rows: Record<string, unknown>[] }[] }>();
    expect(tables.slice(0, 4).map(({ key }) => key)).toEqual(['tree', 'difference', 'entries', 'side']);
    expect(tables[0]?.rows).toContainEqual(
      expect.objectContaining({ scenario: 'Fewer leavers', kind: 'What-if', state: 'In use' }),
    );
    const nothing = await planner.get('/views/scenarios.json', {
      scenarioId: made.id,
      organisationId,
      with: '',
    });
    expect(nothing.json<{ tables: { key: string }[] }>().tables.map(({ key }) => key)).toEqual([
      'tree',
      'side',
    ]);
  });

  it('are renamed, put aside and taken up again, each in the audit trail', async () => {
    const change = async (body: object) =>
      (await planner.send('PATCH', `/scenarios/${made.id}`, body)).json();

    expect(await change({ name: ' Stay longer ', baseVersion: 1 })).toMatchObject({ name: 'Stay longer' });
    expect(await change({ isArchived: true, baseVersion: 2 })).toMatchObject({ isArchived: true });
    expect((await create(planner, 'RR8', { name: 'On it', baseScenarioId: made.id })).status).toBe(409);
    await api.dataSource.query('DELETE FROM outbox');
    expect(await change({ isArchived: false, baseVersion: 3 })).toMatchObject({ isArchived: false });
    const asked: { topic: string }[] = await api.dataSource.query('SELECT topic FROM outbox');
    expect(asked).toHaveLength(2);
    const audited: { action: string }[] = await api.dataSource.query(
      'SELECT action FROM audit_entry WHERE entity_id = ? ORDER BY seq',
      [made.id],
    );
    expect(audited.map(({ action }) => action.replace('scenario.', ''))).toEqual([
      'created',
      'renamed',
      'archived',
      'restored',
    ]);
  });

  it('changed by two people at once are changed by one; the other is told what they are now', async () => {
    const own = (await create(planner, 'RR8', { name: 'Of two people' })).json<{
      id: string;
      version: number;
    }>();
    const change = (body: object) => planner.send('PATCH', `/scenarios/${own.id}`, body);
    expect((await change({ name: 'Of the first', baseVersion: own.version })).status).toBe(200);

    const late = await change({ isArchived: true, baseVersion: own.version });

    expect(late.status).toBe(409);
    expect(late.json()).toMatchObject({
      detail: expect.stringContaining('it is now called “Of the first” and is in use') as string,
      conflicts: [{ theirs: { name: 'Of the first', isArchived: false, version: 2 } }],
    });
    const names = await namesFor(planner);
    expect(names).toContain('Of the first');
    expect((await planner.send('PATCH', `/scenarios/${own.id}`, { isArchived: true })).status).toBe(400);
  });

  it('of the round itself stay as they are', async () => {
    const nation = await api.signedIn('system-planner', 'ENG');
    const answer = await nation.send('PATCH', `/scenarios/${api.fixture.planId}`, {
      isArchived: true,
      baseVersion: 1,
    });
    expect(answer.status).toBe(409);
  });
});
