import { generateKeyPairSync } from 'node:crypto';
import { exportJWK } from 'jose';
import { AuditSealer } from '#access';
import { SystemClock } from '#platform';
import { callerWith, startApi, type ApiUnderTest, type Caller } from './api-under-test';

type Signed = Caller & { readonly personId: string; readonly email: string };

interface Listed {
  readonly id: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly grants: readonly { id: string; role: string; state: string; commitment: string | null }[];
}

describe('administration', () => {
  let api: ApiUnderTest;
  let national: Signed;
  let local: Signed;

  beforeAll(async () => {
    api = await startApi();
    national = await api.signedIn('administrator', 'ENG');
    local = await api.signedIn('administrator', 'QWO');
  });

  afterAll(() => api.close());

  const people = async (reader: Caller): Promise<Listed[]> =>
    (await reader.get('/people')).json<{ people: Listed[] }>().people;
  const person = async (reader: Caller, email: string) =>
    (await people(reader)).find((one) => one.email === email);
  const role = (email: string, more: object = {}) => ({
    email,
    name: 'Nia Newcomer',
    role: 'workforce-lead',
    organisationId: api.fixture.organisation('RR8'),
    validFrom: '2026-04-01',
    ...more,
  });
  const actions = async (entityId: string) =>
    (
      await api.dataSource.query<{ action: string; actor: string }[]>(
        'SELECT action, actor FROM audit_entry WHERE entity_id = ? ORDER BY seq',
        [entityId],
      )
    ).map(({ action, actor }) => [action, actor]);

  describe('of people', () => {
    it('makes an account with a role, whose password is said once and works, and ends the role', async () => {
      const given = await local.send('POST', '/grants', role('nia@example.org'));
      expect(given.status).toBe(201);
      const { personId, password } = given.json<{ personId: string; password: string }>();
      const again = await local.send('POST', '/grants', role('Nia@example.org '.trim()));
      expect(again.json()).toEqual({ personId, isNew: false, password: null });

      const signIn = await api.anonymous.send('POST', '/session', { email: 'nia@example.org', password });
      expect(signIn.json()).toMatchObject({ grants: [{ role: 'workforce-lead' }], nationalPermissions: [] });
      const cookie = String(signIn.headers['set-cookie']).split(';', 1)[0] ?? '';
      const nia = callerWith(api.app, {
        cookie,
        'x-csrf-token': signIn.json<{ csrfToken: string }>().csrfToken,
      });
      expect((await nia.get('/people')).status).toBe(403);

      const [grant] = (await person(local, 'nia@example.org'))?.grants ?? [];
      expect(grant).toMatchObject({ state: 'in-force', role: 'workforce-lead' });
      expect((await local.send('DELETE', `/grants/${grant?.id}`)).status).toBe(204);
      expect((await person(local, 'nia@example.org'))?.grants[0]?.state).toBe('ended');
      expect((await nia.get('/rounds')).status).toBe(403);
      expect(await actions(grant?.id ?? '')).toEqual([
        ['grant.given', local.personId],
        ['grant.ended', local.personId],
      ]);
    });

    it('ends every session of an account that is disabled or gets a new password', async () => {
      const lead = await api.signedIn('workforce-lead', 'RR8');
      expect((await local.send('POST', `/people/${lead.personId}/password`)).status).toBe(201);
      expect((await lead.get('/session')).status).toBe(401);

      const other = await api.signedIn('workforce-lead', 'RR8');
      const change = (isDisabled: boolean) =>
        local.send('PATCH', `/people/${other.personId}`, { isDisabled });
      expect((await change(true)).status).toBe(204);
      expect((await other.get('/session')).status).toBe(401);
      expect((await person(local, other.email))?.isDisabled).toBe(true);
      expect((await change(false)).status).toBe(204);
      expect(await actions(other.personId)).toEqual(
        expect.arrayContaining([
          ['person.disabled', local.personId],
          ['person.enabled', local.personId],
        ]),
      );
    });

    it('reaches no further than the administrator’s own organisations', async () => {
      const elsewhere = await api.signedIn('workforce-lead', 'QJ2');
      expect(await person(local, elsewhere.email)).toBeUndefined();
      expect(await person(national, elsewhere.email)).toBeDefined();
      expect((await local.send('PATCH', `/people/${elsewhere.personId}`, { isDisabled: true })).status).toBe(
        404,
      );
      const grant = (await person(national, elsewhere.email))?.grants[0]?.id;
      expect((await local.send('DELETE', `/grants/${grant}`)).status).toBe(404);
      const england = { organisationId: api.fixture.organisation('ENG'), role: 'administrator' };
      expect((await local.send('POST', '/grants', role('nia@example.org', england))).status).toBe(404);

      // Who has roles elsewhere as well can be given more, and not be taken over.
      expect((await local.send('POST', '/grants', role(elsewhere.email))).status).toBe(201);
      expect((await local.send('POST', `/people/${elsewhere.personId}/password`)).status).toBe(403);
      expect((await person(local, elsewhere.email))?.grants).toHaveLength(1);
    });

    it('leaves nobody with their own account and roles to change', async () => {
      const own = (await person(national, national.email))?.grants[0]?.id;
      const answers = [
        await national.send('PATCH', `/people/${national.personId}`, { isDisabled: true }),
        await national.send('POST', `/people/${national.personId}/password`),
        await national.send('DELETE', `/grants/${own}`),
        await national.send('POST', '/grants', role(national.email)),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    });

    it.each<[string, object, number]>([
      ['a day that is none', { validFrom: '2026-02-31' }, 400],
      ['an end before the beginning', { validTo: '2026-03-31' }, 422],
      ['a clinical lead without a commitment', { role: 'clinical-lead' }, 422],
      ['a commitment of somebody else', { commitment: 'cancer' }, 422],
      ['a role that is none', { role: 'emperor' }, 400],
      ['an address with an accent', { email: 'níа@example.org' }, 400],
    ])('refuses %s', async (_, more, status) => {
      expect((await national.send('POST', '/grants', role('someone@example.org', more))).status).toBe(status);
      expect(await person(national, 'someone@example.org')).toBeUndefined();
    });
  });

  describe('of API clients', () => {
    const publicJwk = async () => ({
      ...(await exportJWK(generateKeyPairSync('ed25519').publicKey)),
      alg: 'EdDSA',
    });
    const client = { name: 'National analysis', purpose: 'Planning', legalBasis: 'Section 254' };
    interface Client {
      readonly id: string;
      readonly isDisabled: boolean;
      readonly keys: readonly { id: string; keyId: string; isInForce: boolean; validTo: string | null }[];
    }
    const clients = async () => (await national.get('/api-clients')).json<{ clients: Client[] }>().clients;

    it('registers a client, rotates its keys with an overlap, ends one at once, disables it', async () => {
      const body = { ...client, scopes: ['releases:read'], keyId: 'first', publicJwk: await publicJwk() };
      const registered = await national.send('POST', '/api-clients', body);
      expect(registered.status).toBe(201);
      const { id } = registered.json<{ id: string }>();
      const rotation = { keyId: 'second', publicJwk: await publicJwk(), othersEndInDays: 7 };
      expect((await national.send('POST', `/api-clients/${id}/keys`, rotation)).status).toBe(204);
      expect((await national.send('POST', `/api-clients/${id}/keys`, rotation)).status).toBe(409);

      const [second, first] = (await clients())[0]?.keys ?? [];
      expect([second?.keyId, second?.validTo, first?.keyId, first?.isInForce]).toEqual([
        'second',
        null,
        'first',
        true,
      ]);
      expect(Date.parse(first?.validTo ?? '') - Date.now()).toBeGreaterThan(6 * 86_400_000);
      expect((await national.send('DELETE', `/api-clients/${id}/keys/${first?.id}`)).status).toBe(204);
      expect((await clients())[0]?.keys.map(({ isInForce }) => isInForce)).toEqual([true, false]);
      expect((await national.send('PATCH', `/api-clients/${id}`, { isDisabled: true })).status).toBe(204);
      expect((await clients())[0]?.isDisabled).toBe(true);
      expect((await actions(id)).map(([action]) => action)).toEqual([
        'api-client.registered',
        'api-client.key-added',
        'api-client.key-ended',
        'api-client.disabled',
      ]);
    });

    it('takes no private key, and lets no local administrator in', async () => {
      const privateJwk = {
        ...(await exportJWK(generateKeyPairSync('ed25519').privateKey)),
        alg: 'EdDSA',
      };
      const body = { ...client, scopes: ['releases:read'], keyId: 'first', publicJwk: privateJwk };
      const refused = await national.send('POST', '/api-clients', body);
      expect(refused.status).toBe(422);
      expect(refused.text).not.toContain(String(privateJwk.d));
      expect((await local.get('/api-clients')).status).toBe(403);
    });
  });

  describe('of schedules', () => {
    it('runs one now, without taking the place of its next slot', async () => {
      const times = { cron: '0 2 * * *', timeZone: 'Europe/London', roundId: api.fixture.roundId };
      const made = await national.send('POST', '/schedules', { name: 'Nightly', ...times });
      const { id, nextDueAt } = made.json<{ id: string; nextDueAt: string }>();
      const fired = await national.send('POST', `/schedules/${id}/firings`);

      expect([fired.status, fired.json()]).toEqual([202, { requested: 3 }]);
      const { schedules } = (await national.get('/schedules')).json<{ schedules: object[] }>();
      expect(schedules).toMatchObject([{ nextDueAt, pastSlots: [{ state: 'by-hand', unitsRung: 3 }] }]);
      expect((await local.send('POST', `/schedules/${id}/firings`)).status).toBe(403);
    });
  });

  describe('of jobs', () => {
    it('says what waits and what cannot start, for one’s own organisations', async () => {
      const { jobs } = (await national.get('/jobs')).json<{ jobs: { state: string }[] }>();
      expect(jobs.map(({ state }) => state)).toEqual(['no-baseline', 'no-baseline', 'no-baseline']);
      const own = (await local.get('/jobs')).json<{ jobs: { organisation: { code: string } }[] }>().jobs;
      expect(own.map(({ organisation }) => organisation.code).sort()).toEqual(['RR8', 'RWY']);
    });

    it('asks again for a unit, with a line in the audit trail', async () => {
      const unit = { scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') };
      expect((await local.send('POST', '/jobs/retries', unit)).status).toBe(202);
      const foreign = { ...unit, organisationId: api.fixture.organisation('RTG') };
      expect((await local.send('POST', '/jobs/retries', foreign)).status).toBe(404);
      const audited = await actions(`${unit.scenarioId}:${unit.organisationId}`);
      expect(audited).toEqual([['projection.retried', local.personId]]);
    });
  });

  describe('of the audit trail', () => {
    interface Page {
      readonly entries: readonly {
        seq: number;
        action: string;
        actorName: string | null;
        isSealed: boolean;
      }[];
      readonly next: number | null;
    }
    const page = async (reader: Caller, query: Record<string, string> = {}) =>
      (await reader.get('/audit', query)).json<Page>();

    it('finds by person, action and day, page by page and as CSV', async () => {
      const found = await page(national, { action: 'grant.', actor: local.email.toUpperCase() });
      expect(new Set(found.entries.map(({ action }) => action))).toEqual(
        new Set(['grant.given', 'grant.ended']),
      );
      expect(new Set(found.entries.map(({ actorName }) => actorName))).toEqual(
        new Set(['Test administrator']),
      );
      expect((await page(national, { to: '2020-01-01' })).entries).toEqual([]);
      expect((await page(national, { actor: 'Zoë', action: 'a_%' })).entries).toEqual([]);
      const [newest] = (await page(national)).entries;
      const before = await page(national, { before: String(newest?.seq) });
      expect(before.entries[0]?.seq).toBeLessThan(newest?.seq ?? 0);

      const csv = await national.get('/audit/csv', { action: 'grant.ended' });
      expect(csv.headers['content-type']).toContain('text/csv');
      const lines = csv.text.trim().split('\r\n');
      expect(lines).toHaveLength(2);
      expect(lines[1]).toContain('Leeds Teaching Hospitals NHS Trust (RR8)');
    });

    it('shows a local administrator what is about their own organisations', async () => {
      await local.send('POST', '/grants', role('other@example.org'));
      const everything = await page(national);
      const own = await page(local);
      expect(own.entries.length).toBeGreaterThan(0);
      expect(own.entries.length).toBeLessThan(everything.entries.length);
      expect(own.entries.filter(({ action }) => action.startsWith('api-client'))).toEqual([]);
      expect((await local.get('/audit/verification')).status).toBe(403);
      expect((await (await api.signedIn('workforce-lead', 'RR8')).get('/audit')).status).toBe(403);
    });

    it('says that the chain is whole, and that it is not once an entry was altered', async () => {
      await new AuditSealer(api.dataSource, new SystemClock()).seal();
      const whole = (await national.get('/audit/verification')).json<{
        head: { position: number; sha256: string };
      }>();
      expect(whole).toMatchObject({ isIntact: true, unsealed: 0, faults: [] });
      expect((await page(national)).entries[0]?.isSealed).toBe(true);
      const anchor = { position: String(whole.head.position + 1), sha256: whole.head.sha256 };
      expect((await national.get('/audit/verification', anchor)).json()).toMatchObject({
        isIntact: false,
        faults: [{ problem: 'end-missing' }],
      });
      await api.dataSource.query("UPDATE audit_entry SET actor = 'someone' WHERE action = 'grant.ended'");
      expect((await national.get('/audit/verification')).json()).toMatchObject({
        isIntact: false,
        faults: [{ problem: 'entry-altered' }],
      });
    });
  });
});
