import fc from 'fast-check';
import { holder } from './actors';
import { operationsOf, type OpenApi, type Operation } from './described-operations';
import { hostileRequests, type HostileRequest } from './hostile-requests';
import type { RequestSubject } from './sample-request';
import { openTwoSystems, type TwoSystems } from './two-systems.fixture';

/** FUZZ_REQUESTS and FUZZ_SEED ask for more of each operation, and for others. */
const REQUESTS_EACH = Number(process.env['FUZZ_REQUESTS'] ?? 12);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_127);

/** A session, or a stream, that they would end or open. */
const LEFT_OUT = new Set(['signOut', 'followProjections', 'signIn', 'changeOwnPassword']);

/** Parts of the operations, so that each takes moments. */
const SLICES = Array.from({ length: 12 }, (_, index) => index);

describe('no request', () => {
  let systems: TwoSystems;
  let operations: Operation[];
  let subject: RequestSubject;
  let sent = 0;
  let headers: Readonly<Record<string, string>>;

  beforeAll(async () => {
    systems = await openTwoSystems();
    const { api, own } = systems;
    const document = (await api.anonymous.get('/openapi.json')).json<unknown>() as OpenApi;
    operations = operationsOf(document).filter(({ id }) => !LEFT_OUT.has(id));
    subject = { roundId: api.fixture.roundId, scenarioId: api.fixture.planId, objects: own };
  });

  afterAll(() => systems.api.close());

  const statusOf = async ({ payload, ...request }: HostileRequest): Promise<number> => {
    const { statusCode } = await systems.api.app.inject({
      ...request,
      headers: { ...headers, ...request.headers },
      ...(payload === undefined ? {} : { payload }),
    });
    return statusCode;
  };

  it.each(SLICES)('of slice %i brings an endpoint down, whatever its shape', async (slice) => {
    const failures: { readonly operation: string; readonly status: number; readonly request: string }[] = [];
    const asked = operations.filter((_, index) => index % SLICES.length === slice);
    for (const operation of asked) {
      headers = await headersFor(operation);
      const seed = SEED + operations.indexOf(operation);
      for (const request of fc.sample(hostileRequests(operation, subject), {
        numRuns: REQUESTS_EACH,
        seed,
      })) {
        sent += 1;
        const status = await statusOf(request);
        const told = `${request.url.slice(0, 300)} ${String(request.payload).slice(0, 300)}`;
        if (status >= 500) failures.push({ operation: operation.id, status, request: told });
      }
    }

    expect(failures).toEqual([]);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it('was left out', () => {
    const counts = { operations: operations.length, requests: sent, seed: SEED };
    process.stdout.write(`endpoint fuzz: ${JSON.stringify(counts)}\n`);
    expect(sent).toBe(operations.length * REQUESTS_EACH);
  });

  /** Of someone who gets past the guard, so that the endpoint itself is met. */
  async function headersFor({ access }: Operation): Promise<Readonly<Record<string, string>>> {
    const isNational = access?.kind === 'permission' && access.place === 'nation';
    const role = isNational || access?.kind !== 'permission' ? 'administrator' : roleFor(access.permission);
    return (await actorOf(role, isNational ? 'ENG' : 'QWO')).headers;
  }

  type FuzzRole = 'administrator' | 'system-planner';
  const roleFor = (permission: string): FuzzRole =>
    /^(plans|assumptions|projections)/.test(permission) ? 'system-planner' : 'administrator';

  const actors = new Map<string, { readonly headers: Readonly<Record<string, string>> }>();
  const actorOf = async (role: FuzzRole, at: 'ENG' | 'QWO') => {
    const key = `${role} ${at}`;
    const actor = actors.get(key) ?? (await holder(systems.api, role, at));
    actors.set(key, actor);
    return actor;
  };
});
