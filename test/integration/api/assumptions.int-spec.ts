import { answerOnce } from '#access';
import { startApi, type Answer, type ApiUnderTest, type Caller } from './api-under-test';

const PARAMETER = 'retention.leaver-rate';

describe('assumptions over HTTP', () => {
  let api: ApiUnderTest;
  let lead: Caller & { readonly personId: string };
  let unit: { scenarioId: string; organisationId: string };

  beforeAll(async () => {
    api = await startApi();
    lead = await api.signedIn('workforce-lead', 'RR8');
    unit = { scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') };
  });

  afterAll(() => api.close());

  const edit = (staffGroup: string, value: number, baseVersion = 0) => ({
    parameter: PARAMETER,
    staffGroup,
    year: 2026,
    operation: 'set',
    value,
    baseVersion,
  });
  const save = (edits: object[], more: object = {}) =>
    lead.send('PATCH', '/assumptions', { ...unit, reason: 'Tried out', edits, ...more });
  const grid = async (caller: Caller = lead) => caller.get('/assumptions', { ...unit, parameter: PARAMETER });

  it('come with their provenance, and with whether the person may edit them', async () => {
    const mine = (await grid()).json<{ canEdit: boolean; rows: unknown[]; years: { label: string }[] }>();
    const approver = await api.signedIn('approver', 'QWO');

    expect(mine.canEdit).toBe(true);
    expect(mine.years.map(({ label }) => label)).toEqual([
      '2026/27',
      '2027/28',
      '2028/29',
      '2029/30',
      '2030/31',
    ]);
    expect(mine.rows.length).toBeGreaterThan(13);
    expect((await grid(approver)).json()).toMatchObject({ canEdit: false });
  });

  it('are saved, shown, and remembered with who, when and why', async () => {
    const saved = await save([edit('midwives', 0.09)]);

    expect(saved.status).toBe(200);
    expect(saved.json()).toMatchObject({
      cells: [{ staffGroup: 'midwives', cell: { value: 0.09, version: 1 } }],
    });
    const history = await lead.get('/assumptions/history', {
      ...unit,
      parameter: PARAMETER,
      staffGroup: 'midwives',
      year: '2026',
    });
    expect(history.json()).toMatchObject({
      entries: [
        { version: 1, value: 0.09, reason: 'Tried out', origin: 'web', author: 'Test workforce-lead' },
      ],
    });
  });

  it('carry the correlation of the request into the audit trail', async () => {
    await lead.send(
      'PATCH',
      '/assumptions',
      { ...unit, reason: 'Tried out', edits: [edit('managers', 0.1)] },
      { 'x-correlation-id': 'round-of-edits-7' },
    );

    const entries = await api.dataSource.query<object[]>(
      "SELECT action FROM audit_entry WHERE correlation_id = 'round-of-edits-7'",
    );
    expect(entries).toEqual([{ action: 'assumptions.edited' }]);
  });

  it('sent again under their key are saved once and answered alike', async () => {
    const body = { ...unit, reason: 'Tried out', edits: [edit('hotel-property-and-estates', 0.1)] };
    const send = (changed: object = {}): Promise<Answer> =>
      lead.send('PATCH', '/assumptions', { ...body, ...changed }, { 'idempotency-key': 'retention-1' });

    const [first, ...again] = await Promise.all([send(), send(), send()]);

    expect(first.status).toBe(200);
    expect(again.map(({ text }) => text)).toEqual([first.text, first.text]);
    const versions = await api.dataSource.query<object[]>(
      `SELECT h.version FROM assumption_history h JOIN assumption a ON a.id = h.assumption_id
        WHERE a.staff_group_code = 'hotel-property-and-estates' AND a.scenario_id = ?`,
      [unit.scenarioId],
    );
    expect(versions).toEqual([{ version: 1 }]);
    const other = await send({ edits: [edit('hotel-property-and-estates', 0.2)] });
    expect(other.status).toBe(422);
    expect(other.json()).toMatchObject({ errors: [{ rule: 'one-request-per-key' }] });
  });

  it('under other keys do not wait for one that is being saved', async () => {
    const holder = api.dataSource.createQueryRunner();
    await holder.startTransaction('REPEATABLE READ');
    const open = { personId: lead.personId, key: 'held-open', content: {} };
    await answerOnce(holder.manager, open, async () => 'saved later');

    const body = { ...unit, reason: 'Tried out', edits: [{ ...edit('midwives', 0.06), year: 2029 }] };
    const answer = await lead.send('PATCH', '/assumptions', body, { 'idempotency-key': 'held-next' });
    await holder.rollbackTransaction();
    await holder.release();

    expect(answer.status).toBe(200);
  });

  it('refuse a key that nobody could have meant', async () => {
    const body = { ...unit, reason: 'Tried out', edits: [edit('midwives', 0.09)] };
    const answer = await lead.send('PATCH', '/assumptions', body, { 'idempotency-key': 'two words' });
    expect(answer.status).toBe(400);
  });

  it('refuse a stale edit with both values', async () => {
    await save([edit('ambulance-staff', 0.07)]);

    const stale = await save([edit('ambulance-staff', 0.11), edit('senior-managers', 0.1)]);

    expect(stale.status).toBe(409);
    expect(stale.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(stale.json()).toMatchObject({
      type: 'urn:problem-type:wholetime:conflict',
      conflicts: [
        {
          parameter: PARAMETER,
          staffGroup: 'ambulance-staff',
          year: 2026,
          mine: { value: 0.11 },
          theirs: { value: 0.07, version: 1, author: 'Test workforce-lead' },
        },
      ],
    });
  });

  it('refuse what breaks a rule, naming the cell, the rule and the way out', async () => {
    const broken = await save([
      edit('hotel-property-and-estates', 7),
      { ...edit('midwives', 0.1, 1), staffGroup: 'wizards' },
    ]);

    expect(broken.status).toBe(422);
    const { errors } = broken.json<{ errors: Record<string, unknown>[] }>();
    expect(errors).toHaveLength(2);
    for (const error of errors) {
      expect(Object.keys(error)).toEqual(
        expect.arrayContaining(['pointer', 'parameter', 'staffGroup', 'year', 'rule', 'message', 'fix']),
      );
    }
    expect(errors[0]).toMatchObject({ pointer: '/edits/0/value', staffGroup: 'hotel-property-and-estates' });
  });

  it.each<[string, object, string]>([
    ['text for a number', { edits: [{ parameter: PARAMETER, value: '0.1' }] }, '/edits/0/value'],
    ['an unknown field', { edits: [], admin: true }, '/admin'],
    ['no edits at all', { edits: undefined }, '/edits'],
    ['something else than edits', { edits: [7] }, '/edits/0'],
    ['an unknown operation', { edits: [{ operation: 'divide' }] }, '/edits/0/operation'],
    ['a note without end', { edits: [{ note: 'x'.repeat(4001) }] }, '/edits/0/note'],
    ['more edits than a batch takes', { edits: Array(5001).fill({}) }, '/edits'],
  ])('refuse a request with %s, by its place', async (_, change, pointer) => {
    const answer = await lead.send('PATCH', '/assumptions', { ...unit, ...change });

    expect(answer.status).toBe(400);
    const { errors } = answer.json<{ errors: { pointer: string }[] }>();
    expect(errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('are kept from those who only read them', async () => {
    const approver = await api.signedIn('approver', 'QWO');

    const answer = await approver.send('PATCH', '/assumptions', {
      ...unit,
      edits: [edit('midwives', 0.2, 1)],
    });

    expect(answer.status).toBe(403);
  });

  it('have a registry', async () => {
    const { parameters, modules } = (await lead.get('/parameters')).json<{
      parameters: { key: string }[];
      modules: unknown[];
    }>();

    expect(parameters.map(({ key }) => key)).toContain(PARAMETER);
    expect(modules).toHaveLength(11);
  });
});
