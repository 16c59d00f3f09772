import { createPlan } from '#plans';
import { grantRole, createPerson } from '#access';
import { newId, sha256Hex } from '#platform';
import { publishRun } from '../../support/published-run.fixture';
import { startApi, type ApiUnderTest, type Caller } from '../api/api-under-test';

/** Stands in every text of the other system; it must never reach a person of this one. */
export const CANARY = 'CANARY-OF-DERBYSHIRE';

/** Ids of what one system has. */
export interface SystemObjects {
  /** The trust, and the system above it. */
  readonly organisationId: string;
  readonly systemId: string;
  /** A scenario of the trust's own. */
  readonly scenarioId: string;
  /** The system's plan, in draft. */
  readonly planId: string;
  /** The trust's return, in draft, and a delegation of one of its signatures. */
  readonly returnId: string;
  readonly delegationId: string;
  readonly runId: string;
  readonly proposalId: string;
  readonly personId: string;
  readonly grantId: string;
}

/** Two systems that share a round and must know nothing of one another. */
export interface TwoSystems {
  readonly api: ApiUnderTest;
  readonly own: SystemObjects;
  readonly foreign: SystemObjects;
  /** The same kinds of things, none of which exists. */
  readonly unknown: SystemObjects;
}

/** West Yorkshire is the own system; Derbyshire is the foreign one, with a canary in each of its texts. */
export async function openTwoSystems(): Promise<TwoSystems> {
  const api = await startApi();
  const own = await furnish(api, { trust: 'RR8', system: 'QWO', word: 'West Yorkshire' });
  const foreign = await furnish(api, { trust: 'RTG', system: 'QJ2', word: CANARY });
  const unknown = Object.fromEntries(
    Object.keys(own).map((key) => [key, newId()]),
  ) as unknown as SystemObjects;
  return { api, own, foreign, unknown };
}

interface Furnishing {
  readonly trust: string;
  readonly system: string;
  /** Put into every text. */
  readonly word: string;
}

async function furnish(api: ApiUnderTest, { trust, system, word }: Furnishing): Promise<SystemObjects> {
  const { fixture, dataSource } = api;
  const { manager } = dataSource;
  const organisationId = fixture.organisation(trust);
  const systemId = fixture.organisation(system, 'system');
  const lead = await api.signedIn('workforce-lead', trust);
  const scenarioId = await idOf(
    lead.send('POST', '/scenarios', { name: word, baseScenarioId: fixture.planId, organisationId }),
  );
  await edit(lead, { scenarioId, organisationId }, word);
  await edit(lead, { scenarioId: fixture.planId, organisationId }, word);
  const planId = await createPlan(manager, {
    organisationId: systemId,
    scenarioId: fixture.planId,
    createdBy: null,
  });
  const returnId = await idOf(
    lead.send('POST', '/sign-off/returns', { roundId: fixture.roundId, organisationId }),
  );
  const delegationId = await delegate(api, returnId, trust);
  const person = {
    email: `${word.replace(' ', '-')}@example.org`,
    name: word,
    password: null,
    actor: 'test',
  };
  const { id: personId } = await createPerson(manager, person);
  const grantId = await grantRole(manager, {
    personId,
    role: 'auditor',
    organisationId,
    validFrom: '2020-04-01',
    actor: 'test',
  }).then(() => lastGrantOf(api, personId));
  const runId = await publishRun(manager, { scenarioId: fixture.planId, organisationId });
  const proposalId = newId();
  await manager.query(
    `INSERT INTO plan_proposal (id, scenario_id, organisation_id, kind, request, input_sha256, state, progress,
       attempts, error, requested_at)
     VALUES (?, ?, ?, 'plan', '{}', ?, 'failed', 0, 1, ?, UTC_TIMESTAMP(6))`,
    [proposalId, fixture.planId, organisationId, sha256Hex(word), word],
  );
  const documents = { planId, returnId, delegationId };
  return { organisationId, systemId, scenarioId, ...documents, runId, proposalId, personId, grantId };
}

async function edit(
  lead: Caller,
  unit: { readonly scenarioId: string; readonly organisationId: string },
  word: string,
): Promise<void> {
  const value = { parameter: 'retention.leaver-rate', staffGroup: 'midwives', year: 2026, operation: 'set' };
  const answer = await lead.send('PATCH', '/assumptions', {
    ...unit,
    reason: word,
    edits: [{ ...value, value: 0.08, basis: word, note: word, baseVersion: 0 }],
  });
  if (answer.status !== 200) throw new Error(answer.text);
}

async function delegate(api: ApiUnderTest, returnId: string, trust: string): Promise<string> {
  const medical = await api.signedIn('medical-lead', trust);
  const delegateTo = await api.signedIn('education-lead', trust);
  const slot = { slot: 'medical', delegateId: delegateTo.personId };
  const answer = await medical.send('POST', `/sign-off/${returnId}/delegations`, slot);
  if (answer.status !== 201) throw new Error(answer.text);
  const [row] = await api.dataSource.query<{ id: string }[]>(
    'SELECT id FROM sign_off_delegation WHERE document_id = ?',
    [returnId],
  );
  return row?.id ?? '';
}

/** The id of the last role that was given to a person. */
export async function lastGrantOf(api: ApiUnderTest, personId: string): Promise<string> {
  const [row] = await api.dataSource.query<{ id: string }[]>(
    'SELECT id FROM access_grant WHERE person_id = ? ORDER BY id DESC LIMIT 1',
    [personId],
  );
  return row?.id ?? '';
}

async function idOf(answer: ReturnType<Caller['send']>): Promise<string> {
  const { status, text } = await answer;
  if (status !== 201) throw new Error(text);
  return (JSON.parse(text) as { id: string }).id;
}
