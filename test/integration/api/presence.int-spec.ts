import { newId } from '#platform';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

describe('presence', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  const cell = { parameter: 'retention.leaver-rate', staffGroup: 'midwives', year: 2027 };

  const visit = async (caller: Caller, code: string, change: object = {}) => {
    const organisationId = api.fixture.organisation(code);
    const body = { scenarioId: api.fixture.planId, organisationId, visitId: newId(), cell: null, ...change };
    const answer = await caller.send('POST', '/presence', body);
    expect(answer.status).toBe(200);
    return answer.json<{
      others: { person: { id: string; name: string }; cell: object | null; entry: object | null }[];
    }>().others;
  };

  it('tells who else is on a projection and in which cell, and no more than that', async () => {
    const lead = await api.signedIn('workforce-lead', 'RR8');
    const planner = await api.signedIn('system-planner', 'QWO');
    const visitId = newId();

    expect(await visit(lead, 'RR8', { visitId })).toEqual([]);
    expect(await visit(planner, 'RR8')).toMatchObject([{ person: { id: lead.personId }, cell: null }]);
    await visit(lead, 'RR8', { visitId, cell });
    expect(await visit(planner, 'RR8')).toMatchObject([{ person: { name: 'Test workforce-lead' }, cell }]);
    expect(await visit(planner, 'RWY')).toEqual([]);
  });

  it('tells which register entry someone has open', async () => {
    const lead = await api.signedIn('workforce-lead', 'RR8');
    const planner = await api.signedIn('system-planner', 'QWO');
    const entry = { register: 'retention.interventions', entryKey: newId() };

    await visit(lead, 'RR8', { entry });

    const others = await visit(planner, 'RR8');
    expect(others.find(({ person }) => person.id === lead.personId)).toMatchObject({ cell: null, entry });
  });

  it('forgets who has not told of themselves for a while', async () => {
    const lead = await api.signedIn('workforce-lead', 'RWY');
    const planner = await api.signedIn('system-planner', 'QWO');
    await visit(lead, 'RWY');
    await api.dataSource.query('UPDATE presence SET seen_at = seen_at - INTERVAL 21 SECOND');

    expect(await visit(planner, 'RWY')).toEqual([]);
  });

  it('refuses a cell that is none', async () => {
    const lead = await api.signedIn('workforce-lead', 'RR8');
    const unit = { scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') };
    const answer = await lead.send('POST', '/presence', { ...unit, visitId: newId(), cell: { year: 'x' } });

    expect(answer.status).toBe(400);
    expect(answer.text).toContain('/cell/parameter');
  });
});
