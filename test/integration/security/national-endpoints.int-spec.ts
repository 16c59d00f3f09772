import fc from 'fast-check';
import { CLIENT_SCOPES, ApiClientAdministration, type ClientScope } from '#access';
import { UnitOfWork } from '#persistence';
import { newId } from '#platform';
import { GeneratedReleases, generatedRows } from '../../support/generated-release.fixture';
import { NationalApi } from '../../support/national-api.fixture';
import type { NationalClient } from '../../support/national-client';
import { operationsOf, type OpenApi, type Operation } from './described-operations';
import { oddBody, oddText } from './hostile-requests';
import { leastValue } from './sample-request';

/** FUZZ_REQUESTS and FUZZ_SEED ask for more of each operation, and for others. */
const REQUESTS_EACH = Number(process.env['FUZZ_REQUESTS'] ?? 12);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_128);

/** Answered by the platform for whoever runs the process. */
const HEALTH = '/health/';
/** What anyone may call. */
const OPEN = ['GET /v1/keys', 'GET /v1/webhook-keys', 'POST /oauth2/token'];

const ANY_TARGET = { WHOLETIME_WEBHOOK_TARGETS: 'any' };
const ENDPOINT = { url: 'http://127.0.0.1:9/told', eventTypes: ['release.published'] };

let api: NationalApi;
let operations: readonly Operation[];
/** Good values of parameters of the path. */
let words: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await NationalApi.start(
    [...CLIENT_SCOPES],
    async (dataSource) => {
      const releases = new GeneratedReleases(dataSource);
      words = { releaseId: (await releases.publish(generatedRows(100))).id };
    },
    { settings: ANY_TARGET },
  );
  const answer = await api.app.inject({ url: '/v1/openapi.json' });
  operations = operationsOf(answer.json<unknown>() as OpenApi).filter(({ path }) => !path.startsWith(HEALTH));
  const registered = await send('POST', '/v1/webhook-endpoints', await api.authorised(), ENDPOINT);
  const { id: endpointId } = registered.json<{ id: string }>();
  words = { ...words, endpointId, deliveryId: newId(), year: '2030', name: 'observations.csv' };
});

afterAll(() => api.stop());

const send = (
  method: Operation['method'],
  url: string,
  headers: Record<string, string>,
  payload?: object | string,
) => api.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

const pathOf = (path: string, changes: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(changes[name] ?? words[name] ?? newId()),
  );

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
const closed = (): readonly Operation[] =>
  operations.filter((operation) => !OPEN.includes(nameOf(operation)));

/** Statuses that a client gets of every closed operation; nothing is sent that would change anything. */
async function statuses(headers: Record<string, string>): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const operation of closed()) {
    const sent = operation.body === null ? undefined : { 'no-such-field': 1 };
    all[nameOf(operation)] = (await send(operation.method, pathOf(operation.path), headers, sent)).statusCode;
  }
  return all;
}

const disable = (client: NationalClient) =>
  new ApiClientAdministration(new UnitOfWork(api.dataSource)).setDisabled(client.id, true, {
    id: 'test',
    correlationId: null,
  });

describe('every operation of the national API', () => {
  it('says which scope it needs, but for those that anyone may call', () => {
    const open = operations.filter(({ scopes }) => scopes.length === 0).map(nameOf);
    expect(open.sort()).toEqual([...OPEN].sort());
    expect(operations.length).toBeGreaterThan(20);
  });

  it('is closed without a token, with one that is altered, and to a client that was disabled', async () => {
    const former = await api.addClient([...CLIENT_SCOPES]);
    const late = await api.authorised({}, former);
    await disable(former);
    for (const headers of [{}, { authorization: 'Bearer nonsense' }, late]) {
      expect(new Set(Object.values(await statuses(headers)))).toEqual(new Set([401]));
    }
  });

  it.each(CLIENT_SCOPES)(
    'is open to %s where it needs that scope, and to nobody without it',
    async (scope: ClientScope) => {
      const without = await api.addClient(CLIENT_SCOPES.filter((each) => each !== scope));
      const found = await statuses(await api.authorised({}, without));
      const expected = closed()
        .filter(({ scopes }) => scopes.includes(scope))
        .map(nameOf);
      const refused = Object.entries(found).filter(([, status]) => status === 403);
      expect(refused.map(([name]) => name)).toEqual(expected);
      const holder = await statuses(await api.authorised({}, await api.addClient([scope])));
      for (const name of expected) expect([401, 403]).not.toContain(holder[name]);
    },
  );

  it('answers whatever it is sent, and is never brought down', async () => {
    const failures: string[] = [];
    const headers = await api.authorised({ 'content-type': 'application/json' });
    for (const [index, operation] of operations.entries()) {
      for (const sent of fc.sample(oddRequests(operation), { numRuns: REQUESTS_EACH, seed: SEED + index })) {
        const answer = await send(operation.method, sent.url, headers, sent.payload);
        const isProblem = answer.statusCode < 400 || isDescribed(String(answer.headers['content-type']));
        if (answer.statusCode >= 500 || !isProblem) {
          failures.push(
            `${operation.id} ${answer.statusCode} ${sent.url.slice(0, 200)} ${sent.payload?.slice(0, 200)}`,
          );
        }
      }
    }
    expect(failures).toEqual([]);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});

/** A problem document, or the error of OAuth 2.0 at the token address. */
const isDescribed = (type: string): boolean => /^application\/(problem\+)?json/.test(type);

/** Requests of an operation with one parameter or a body that is odd. */
function oddRequests(operation: Operation): fc.Arbitrary<{ url: string; payload: string | undefined }> {
  const names = operation.parameters.filter((one) => one.in !== 'header').map(({ name }) => name);
  const change =
    names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), oddText, { maxKeys: 1 });
  const payload =
    operation.body === null ? fc.constant(undefined) : oddBody(operation, leastWords(operation));
  return fc.record({ change, payload }).map(({ change: changed, payload: body }) => {
    const wellFormed = Object.entries<string>(changed).map(([name, text]): [string, string] => [
      name,
      text.replace(/\p{Cs}/gu, '�'),
    ]);
    const query = wellFormed.filter(([name]) =>
      operation.parameters.some((one) => one.in === 'query' && one.name === name),
    );
    const search = new URLSearchParams(query);
    const path = pathOf(operation.path, Object.fromEntries(wellFormed));
    return { url: search.size === 0 ? path : `${path}?${search.toString()}`, payload: body };
  });
}

/** Good values of the fields of a body, so that what is odd is one of them. */
function leastWords({ body }: Operation): Readonly<Record<string, unknown>> {
  const fields = Object.keys(body?.properties ?? {});
  return fields.includes('url') ? ENDPOINT : { lines: leastValue(body?.properties?.['lines'] ?? {}, {}) };
}
