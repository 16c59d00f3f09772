import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { mayReachForeign, type Actor, type Finding } from './access-matrix';
import { ACTOR_NAMES, everyActor } from './actors';
import { declaredAccess, inventoryFaults, type OpenApi } from './described-operations';
import { AccessMatrix, rowsOfSystem } from './matrix-run';
import { openTwoSystems, type TwoSystems } from './two-systems.fixture';

/** Reviewed whenever it changes: UPDATE_CONTRACT=1 writes it anew. */
const DECLARED = join(projectRoot(), 'test/contract/access.json');

describe('the access matrix', () => {
  let systems: TwoSystems;
  let document: OpenApi;
  let matrix: AccessMatrix;
  let actors: Actor[];
  /** As they were after the last actor. */
  let foreignRows: Readonly<Record<string, string>>;

  beforeAll(async () => {
    systems = await openTwoSystems();
    document = (await systems.api.anonymous.get('/openapi.json')).json<unknown>() as OpenApi;
    matrix = new AccessMatrix(systems, document);
    actors = await everyActor(systems.api);
    foreignRows = await rowsOfSystem(systems.api.dataSource, systems.foreign);
  });

  afterAll(() => systems.api.close());

  it('covers every route, and every route says who may call it', () => {
    expect(inventoryFaults(document, systems.api.routes)).toEqual([]);
  });

  it('is declared as reviewed', () => {
    const declared = declaredAccess(document);
    if (process.env['UPDATE_CONTRACT'] === '1' || !existsSync(DECLARED)) {
      writeFileSync(DECLARED, `${JSON.stringify(declared, null, 2)}\n`);
    }
    expect(declared).toEqual(JSON.parse(readFileSync(DECLARED, 'utf8')));
  });

  it.each(ACTOR_NAMES)('holds for %s, whatever is asked', async (name) => {
    const actor = actors.find((one) => one.name === name);
    if (actor === undefined) throw new Error(`nobody is called ${name}`);
    const findings: Finding[] = [];
    for await (const finding of matrix.findings(actor)) findings.push(finding);

    expect(findings).toEqual([]);
    const before = foreignRows;
    foreignRows = await rowsOfSystem(systems.api.dataSource, systems.foreign);
    if (!mayReachForeign(actor)) expect(foreignRows).toEqual(before);
  });

  it('was asked of everyone', () => {
    const { requests, checks } = matrix.counts;
    const endpoints = matrix.operations.length;
    const counts = { endpoints, actors: actors.length, objects: matrix.sides.length, requests, checks };
    process.stdout.write(`access matrix: ${JSON.stringify(counts)}\n`);
    expect(actors.map(({ name }) => name).sort()).toEqual([...ACTOR_NAMES].sort());
    expect(checks).toBeGreaterThan(8_000);
  });
});
