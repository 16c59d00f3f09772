import { readPlanStandings, type RoundDocuments } from '#plans';
import type { Answer } from './api-under-test';
import { SignOffDesk } from './sign-off-desk';

const TODAY = new Date().toISOString().slice(0, 10);

describe('signing off', () => {
  let desk: SignOffDesk;
  let planId: string;
  let returnId: string;

  const person = (name: string) => desk.person(name);
  const view = (who: string, id: string) => desk.view(who, id);
  const take = (
    who: string,
    id: string,
    action: string,
    more: Record<string, unknown> = {},
  ): Promise<Answer> => desk.take(who, id, action, more);
  const sectionOf = async (key: string) => {
    const section = (await desk.sections('system-planner', planId)).sections.find((one) => one.key === key);
    if (section === undefined) throw new Error(`no section ${key}`);
    return section;
  };
  const savePlan = (...sections: readonly object[]) => desk.save('system-planner', planId, sections);

  beforeAll(async () => {
    desk = await SignOffDesk.open();
    ({ planId } = desk);
  });

  afterAll(() => desk.close());

  describe('a return', () => {
    it('is begun once, by who may edit', async () => {
      const begin = (who: string) =>
        person(who).send('POST', '/sign-off/returns', {
          roundId: desk.api.fixture.roundId,
          organisationId: desk.api.fixture.organisation('RR8'),
        });

      expect((await begin('approver')).status).toBe(403);
      const begun = await begin('workforce-lead');
      expect(begun.status).toBe(201);
      returnId = begun.json<{ id: string }>().id;
      expect((await begin('finance-lead')).status).toBe(409);
    });

    it('is kept from confirmation by what is missing, each named', async () => {
      const refused = await take('workforce-lead', returnId, 'send');

      expect(refused.status).toBe(422);
      expect(refused.json<{ errors: { pointer: string; message: string }[] }>().errors).toContainEqual(
        expect.objectContaining({
          pointer: '/sections/statement',
          message: 'Statement: nothing is entered yet.',
        }),
      );
    });

    it('goes from draft to received through its people, the confirmation of one by a delegate', async () => {
      await desk.fillIn('workforce-lead', returnId);
      expect((await take('workforce-lead', returnId, 'send')).json()).toMatchObject({
        state: 'in-confirmation',
        version: 1,
      });
      for (const [who, slot] of [
        ['workforce-lead', 'workforce'],
        ['finance-lead', 'finance'],
        ['nursing-lead', 'nursing'],
      ] as const) {
        expect((await take(who, returnId, 'confirm', { slot })).status).toBe(200);
      }
      expect((await take('education-lead', returnId, 'confirm', { slot: 'medical' })).status).toBe(403);
      const delegated = await person('medical-lead').send('POST', `/sign-off/${returnId}/delegations`, {
        slot: 'medical',
        delegateId: person('education-lead').personId,
        validTo: TODAY,
      });
      expect(delegated.status).toBe(201);
      expect(
        (await take('education-lead', returnId, 'confirm', { slot: 'medical' })).json<{ state: string }>()
          .state,
      ).toBe('confirmed');
      expect((await take('approver', returnId, 'approve', { slot: 'approval' })).status).toBe(422);
      await take('approver', returnId, 'approve', { slot: 'approval', date: TODAY });
      await take('system-planner', returnId, 'receive');

      const { state, slots, versions, steps } = await view('workforce-lead', returnId);
      expect(state.code).toBe('received');
      expect(slots.find(({ code }) => code === 'medical')?.settledBy).toMatchObject({
        person: 'Test education-lead',
        principal: 'Test medical-lead',
        contentSha256: versions[0]?.contentSha256,
      });
      expect(steps.map(({ revision }) => revision)).toEqual(steps.map((_, index) => index + 1));
    });
  });

  describe('a system plan', () => {
    it('is a draft at home only', async () => {
      expect((await person('regional-reviewer').get(`/sign-off/${planId}`)).status).toBe(404);
      expect((await person('other planner').get(`/sign-off/${planId}`)).status).toBe(404);
      expect((await view('clinical-lead', planId)).canEdit).toBe(false);
      expect((await view('system-planner', planId)).canEdit).toBe(true);
    });

    it('keeps what two people wrote at once apart, and takes nothing of a batch with a fault', async () => {
      const risk = { risk: 'Too few places', likelihood: 3, impact: 4, mitigation: 'More', owner: 'Planner' };
      const entries = [{ id: 'a', values: risk }];

      expect((await savePlan({ section: 'risks', baseVersion: 0, entries })).status).toBe(200);
      const nothing = { section: 'risks', baseVersion: 0, entries: [] };
      const late = await desk.save('second planner', planId, [nothing]);
      expect(late.status).toBe(409);
      expect(late.json()).toMatchObject({
        conflicts: [{ section: 'risks', theirs: { version: 1, entries } }],
      });

      const wrong = [{ id: 'a', values: { ...risk, impact: 6, colour: 'red' } }];
      const faulty = await savePlan(
        { section: 'risks', baseVersion: 1, entries: [] },
        { section: 'risks', baseVersion: 1, entries: wrong },
      );
      expect(faulty.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual([
        '/sections/1/entries/0/values/impact',
        '/sections/1/entries/0/values/colour',
      ]);
      expect((await sectionOf('risks')).entries).toEqual(entries);
    });

    it('cannot be submitted without a clinical lead for every commitment', async () => {
      await desk.fillIn('system-planner', planId);
      const section = await sectionOf('service-commitments');
      const without = section.entries.map(({ id, values }) => {
        const { clinicalLead: _lead, ...rest } = values;
        return { id, values: values['commitment'] === 'prevention' ? rest : values };
      });
      const save = (baseVersion: number, entries: readonly object[]) =>
        savePlan({ section: 'service-commitments', baseVersion, entries });
      expect((await save(section.version, without)).status).toBe(200);

      const refused = await take('system-planner', planId, 'submit');

      expect(refused.json<{ errors: object[] }>().errors).toEqual([
        expect.objectContaining({
          rule: 'clinical-lead-named',
          message: 'Prevention: no clinical lead who holds the role is named.',
        }),
      ]);
      expect((await save(section.version + 1, section.entries)).status).toBe(200);
    });

    it('of two who submit or take back at once lets one win', async () => {
      const { revision } = await view('system-planner', planId);
      const submit = (who: string) =>
        person(who).send('POST', `/sign-off/${planId}/steps`, { action: 'submit', revision });

      const both = await Promise.all([submit('system-planner'), submit('second planner')]);

      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { steps, state } = await view('system-planner', planId);
      expect(steps).toHaveLength(revision + 1);
      expect(state.code).toBe('submitted');
      const audited: unknown[] = await desk.api.dataSource.query(
        `SELECT 1 FROM audit_entry WHERE entity_id = ? AND action = 'sign-off.submit'`,
        [planId],
      );
      expect(audited).toHaveLength(1);
    });

    it('names the runs that it froze: of the received return, and others as partial', async () => {
      const [frozen]: { content: string }[] = await desk.api.dataSource.query(
        'SELECT content FROM plan_version WHERE document_id = ?',
        [planId],
      );
      const { runs } = JSON.parse(frozen?.content ?? '{}') as {
        runs: { organisation: { code: string }; standing: string; returnVersion: number | null }[];
      };

      expect(
        runs.map(({ organisation, standing, returnVersion }) => [organisation.code, standing, returnVersion]),
      ).toEqual([
        ['RR8', 'received', 1],
        ['RWY', 'partial', null],
      ]);
    });

    it('is returned with a reason, submitted again, signed by each lead, agreed and published', async () => {
      expect((await take('regional-reviewer', planId, 'return')).status).toBe(422);
      const reason = 'The pay bill does not fit.';
      expect((await take('regional-reviewer', planId, 'return', { reason })).json()).toMatchObject({
        state: 'draft',
        version: 2,
      });
      expect((await person('regional-reviewer').get(`/sign-off/${planId}`)).status).toBe(404);
      const changed = await take('workforce-lead', returnId, 'change', { reason: 'A slip' });
      expect(changed.json()).toMatchObject({ state: 'draft', version: 2 });
      // The organisation whose return is open again counts as partial now, which asks for a reason.
      const refused = await take('system-planner', planId, 'submit');
      expect(refused.json<{ errors: { rule: string }[] }>().errors.map(({ rule }) => rule)).toEqual([
        'partial-organisation',
      ]);
      await desk.giveReasons('system-planner', planId);
      await take('system-planner', planId, 'submit');
      const { slots } = await view('clinical-lead', planId);
      const clinical = slots.filter(({ group }) => group === 'clinical');
      expect(clinical.length).toBeGreaterThanOrEqual(9);
      for (const { code } of clinical) {
        const who = code === 'commitment:cancer' ? 'cancer lead' : 'clinical-lead';
        expect((await take(who, planId, 'sign', { slot: code })).status).toBe(200);
      }
      await take('regional-reviewer', planId, 'agree', { slot: 'agreement' });
      expect((await take('system-planner', planId, 'publish')).json()).toMatchObject({ state: 'published' });
      const held = await take('workforce-lead', returnId, 'withdraw', { reason: 'x' });
      expect(held.status).toBe(409);
    });

    it('changes by change control only: a new version, with the difference, on the same path', async () => {
      expect((await savePlan({ section: 'risks', baseVersion: 2, entries: [] })).status).toBe(409);
      await take('system-planner', planId, 'change', { reason: 'New money' });
      const { version, entries } = await sectionOf('risks');
      const changed = entries.map(({ id, values }) => ({ id, values: { ...values, impact: 5 } }));
      await savePlan({ section: 'risks', baseVersion: version, entries: changed });
      await take('system-planner', planId, 'submit');

      const difference = await person('system-planner').get(`/sign-off/${planId}/difference`, {
        from: '2',
        to: '3',
      });

      expect(difference.json()).toMatchObject({
        runs: [],
        entries: [{ section: 'risks', change: 'changed', fields: [{ field: 'impact', to: 5 }] }],
      });
      expect(await view('system-planner', planId)).toMatchObject({ version: 3, versionInForce: 2 });
    });

    it('stands for the nation as it was agreed, until the change is agreed too', async () => {
      const { dataSource, fixture } = desk.api;
      const { plans } = await readPlanStandings(dataSource.manager, fixture.planId);
      expect(plans.map(({ node, status, version }) => [node.code, status, version?.version ?? null])).toEqual(
        [
          ['QJ2', 'default', null],
          ['QWO', 'agreed', 2],
        ],
      );
      const agreed = plans.find(({ status }) => status === 'agreed');
      expect(agreed?.runs.map(({ organisation }) => organisation.code)).toEqual(['RR8', 'RWY']);
      const kept: { runId: string }[] = await dataSource.query(
        'SELECT run_id AS runId FROM system_plan_run WHERE plan_id = ?',
        [planId],
      );
      const keptIds = kept.map(({ runId }) => runId);
      expect(agreed?.runs.every(({ runId }) => keptIds.includes(runId))).toBe(true);
      expect(agreed?.version?.signOffs.at(-1)).toMatchObject({ action: 'publish' });
    });
  });

  it.each([
    ['status', ['signatures', 'steps']],
    ['checks', ['findings', 'triangulation']],
    ['versions', ['versions', 'difference']],
  ])('has the page of its %s as files, for those who may open it', async (page, keys) => {
    const file = await person('system-planner').get(`/views/sign-off/${planId}/${page}.json`);
    const { tables } = file.json<{ tables: { key: string; rows: object[] }[] }>();
    expect(tables.map(({ key }) => key)).toEqual(keys);
    expect(tables.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
    const csv = await person('system-planner').get(`/views/sign-off/${planId}/${page}.csv`, {
      table: keys[0] ?? '',
    });
    expect(csv.text).toMatch(/^\uFEFF.*,Title,Source,Calculated,Run\r\n/);
  });

  it('counts the days to what is due, and says what is late', async () => {
    const { manager } = desk.api.dataSource;
    await manager.query(
      `INSERT INTO round_milestone (round_id, document_kind, state, due_on, set_by, set_at)
       VALUES (?, 'system-plan', 'regionally-agreed', '2019-11-15', NULL, UTC_TIMESTAMP(6)),
              (?, 'organisation-return', 'received', DATE_ADD(UTC_DATE(), INTERVAL 9 DAY), NULL, UTC_TIMESTAMP(6))`,
      [desk.api.fixture.roundId, desk.api.fixture.roundId],
    );

    const list = (
      await person('system-planner').get('/sign-off', { roundId: desk.api.fixture.roundId })
    ).json<RoundDocuments>();

    const milestoneOf = (code: string) =>
      list.documents.find(({ organisation }) => organisation.code === code)?.milestone;
    expect(milestoneOf('QWO')).toMatchObject({ state: 'regionally-agreed', reachedOn: TODAY, isLate: true });
    expect(list.documents.map(({ organisation, stateLabel }) => [organisation.code, stateLabel])).toEqual([
      ['QWO', 'Submitted'],
      ['RWY', 'Not begun'],
      ['RR8', 'Draft'],
    ]);
  });
});
