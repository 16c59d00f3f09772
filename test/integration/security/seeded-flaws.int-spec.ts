import type { Actor, Finding } from './access-matrix';
import { everyActor } from './actors';
import { declaredAccess, inventoryFaults, type OpenApi } from './described-operations';
import { AccessMatrix } from './matrix-run';
import { SEEDED_FLAWS, removeFlaws } from './seeded-flaws';
import { openTwoSystems, type TwoSystems } from './two-systems.fixture';

/** Those in whom every kind of weakness shows. */
const ASKED = [
  'anonymous',
  'session past its end',
  'account disabled',
  'administrator at QWO',
  'equality-lead at QWO',
  'auditor at QWO',
  'regional-reviewer at Y63',
];

describe('the access matrix finds', () => {
  let systems: TwoSystems;
  let document: OpenApi;
  let actors: Actor[];

  beforeAll(async () => {
    systems = await openTwoSystems();
    document = (await systems.api.anonymous.get('/openapi.json')).json<unknown>() as OpenApi;
    const everyone = await everyActor(systems.api);
    actors = everyone.filter(({ name }) => ASKED.includes(name));
  });

  afterEach(removeFlaws);
  afterAll(() => systems.api.close());

  /** The first thing that is wrong; those who may do least ask first. */
  async function firstFinding(): Promise<Finding | undefined> {
    const matrix = new AccessMatrix(systems, document);
    const telling = matrix.operations.filter(({ id }) => !id.startsWith('download'));
    for (const actor of actors) for await (const finding of matrix.findings(actor, telling)) return finding;
    return undefined;
  }

  it.each(SEEDED_FLAWS)('that $name', async ({ seed }) => {
    seed(systems);

    expect(await firstFinding()).toBeDefined();
  });

  it('nothing once they are taken out', async () => {
    expect(actors).toHaveLength(ASKED.length);
    expect(await firstFinding()).toBeUndefined();
  });

  it('a route that the document leaves out, and an operation that says nothing', () => {
    const [path = '', methods = {}] = Object.entries(document.paths)[0] ?? [];
    const [method = '', operation] = Object.entries(methods)[0] ?? [];
    const silent = { ...operation, 'x-access': undefined } as unknown as (typeof methods)[string];
    const changed = { ...document, paths: { ...document.paths, [path]: { ...methods, [method]: silent } } };

    expect(inventoryFaults(document, [...systems.api.routes, 'GET /api/debug'])).toEqual([
      'GET /api/debug is not in the document',
    ]);
    expect(inventoryFaults(changed, systems.api.routes)).toEqual([
      `${method.toUpperCase()} ${path} declares nobody who may call it`,
    ]);
    expect(declaredAccess(changed)).not.toEqual(declaredAccess(document));
  });
});
