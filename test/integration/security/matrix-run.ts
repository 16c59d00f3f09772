import type { DataSource } from 'typeorm';
import { grantRole } from '#access';
import { sha256Hex } from '#platform';
import { ask, expectationOf, findingsOf, probe, type Actor, type Finding, type Side } from './access-matrix';
import { operationsOf, type OpenApi, type Operation } from './described-operations';
import { lastGrantOf, type SystemObjects, type TwoSystems } from './two-systems.fixture';

/** How much was asked. */
export interface MatrixCounts {
  endpoints: number;
  actors: number;
  requests: number;
  checks: number;
}

/** Those whose files are looked through for what is another system's. */
const READ_FILES = new Set(['system-planner at QWO', 'administrator at QWO', 'regional-reviewer at Y63']);

/** Operations that would end the session that asks. */
const ENDS_SESSION = new Set(['signOut']);

/** The matrix of a running API: every operation, actor and side. */
export class AccessMatrix {
  readonly operations: readonly Operation[];
  readonly sides: readonly Side[];
  readonly counts: MatrixCounts = { endpoints: 0, actors: 0, requests: 0, checks: 0 };

  constructor(
    private readonly systems: TwoSystems,
    document: OpenApi,
  ) {
    this.operations = operationsOf(document);
    this.sides = [
      this.#side('unknown', systems.unknown, null),
      this.#side('own', systems.own, { trust: 'RR8', system: 'QWO' }),
      this.#side('foreign', systems.foreign, { trust: 'RTG', system: 'QJ2' }),
    ];
  }

  /** Asks everything of an actor and yields what is wrong as it is found. */
  async *findings(actor: Actor, operations = this.operations): AsyncGenerator<Finding> {
    this.counts.actors += 1;
    for (const operation of operations) {
      if (ENDS_SESSION.has(operation.id) && expectationOf(operation, actor, this.#own) === 'allowed')
        continue;
      yield* this.#ofOperation(operation, actor);
    }
  }

  async *#ofOperation(operation: Operation, actor: Actor): AsyncGenerator<Finding> {
    const { api } = this.systems;
    let refusal: string | null = null;
    for (const side of this.#sidesOf(operation)) {
      const request = probe(operation, await this.#renewed(operation, side), READ_FILES.has(actor.name));
      const answer = await ask(api.app, request, actor.headers, operation.isStream);
      this.counts.requests += 1;
      this.counts.checks += 2;
      if (side.name === 'unknown') refusal = answer.text;
      yield* findingsOf(operation, actor, side, answer, refusal);
      if (side.name === 'unknown' || expectationOf(operation, actor, side) !== 'not-found') continue;
      this.counts.checks += 1;
      if (answer.text === refusal) continue;
      const place = { operation: operation.id, actor: actor.name, side: side.name };
      yield { ...place, expected: `as for what is not there: ${refusal}`, found: answer.text };
    }
  }

  get #own(): Side {
    const own = this.sides.find(({ name }) => name === 'own');
    if (own === undefined) throw new Error('there is no own side');
    return own;
  }

  /** Operations that name no object have one side only. */
  #sidesOf({ access }: Operation): readonly Side[] {
    const namesNone = access?.kind !== 'permission' || ['anywhere', 'nation'].includes(access.place);
    return namesNone ? [this.#own] : this.sides;
  }

  /** A role that a request may end is given anew each time. */
  async #renewed({ id }: Operation, side: Side): Promise<Side> {
    if (id !== 'endGrant' || side.name !== 'own') return side;
    const { api, own } = this.systems;
    const { manager } = api.dataSource;
    const { personId, organisationId } = own;
    await manager.query('DELETE FROM access_grant WHERE person_id = ?', [personId]);
    const grant = {
      personId,
      role: 'auditor',
      organisationId,
      validFrom: '2020-04-01',
      actor: 'test',
    } as const;
    await grantRole(manager, grant);
    const grantId = await lastGrantOf(api, personId);
    return { ...side, subject: { ...side.subject, objects: { ...own, grantId } } };
  }

  #side(name: Side['name'], objects: SystemObjects, places: Side['places']): Side {
    const { roundId, planId } = this.systems.api.fixture;
    return { name, places, subject: { roundId, scenarioId: planId, objects } };
  }
}

/** Tables that say who asked, not what there is. */
const TRACES = new Set(['person_session', 'sign_in_attempt']);

/** SHA-256, by table, over every row that names a thing of a system. */
export async function rowsOfSystem(
  dataSource: DataSource,
  objects: SystemObjects,
): Promise<Record<string, string>> {
  const ids = Object.values(objects) as string[];
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !TRACES.has(table.name))) {
    const rows = await dataSource.query<object[]>(`SELECT * FROM \`${name}\``);
    const own = rows.map((row) => JSON.stringify(row)).filter((row) => ids.some((id) => row.includes(id)));
    hashes[name] = sha256Hex(own.sort().join('\n'));
  }
  return hashes;
}
