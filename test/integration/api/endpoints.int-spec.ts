import { ROLES, roleAllows } from '#access';
import type { EndpointAccess, PermissionPlace } from '../../../apps/api/access/endpoint-access';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

interface Operation {
  readonly method: Method;
  /** Without the prefix, with `{id}` for parameters. */
  readonly path: string;
  readonly access: EndpointAccess | undefined;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  /** A stream that is let through does not end by itself. */
  readonly isStream: boolean;
}

interface OpenApi {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        'x-access'?: EndpointAccess;
        parameters?: { name: string; in: string }[];
        responses: Record<string, { content?: Record<string, unknown> }>;
      }
    >
  >;
}

/** Routes that the document does not describe: the platform's health checks and the pages. */
const UNDESCRIBED = ['GET /api/health/live', 'GET /api/health/ready', 'GET /*'];

/** Places where the object of the path says which organisation it is about. */
const OBJECTS: ReadonlySet<PermissionPlace> = new Set<PermissionPlace>([
  'plan',
  'document',
  'run',
  'scenario',
  'proposal',
  'grant',
]);

describe('every endpoint', () => {
  let api: ApiUnderTest;
  let operations: Operation[];

  beforeAll(async () => {
    api = await startApi();
    const document = (await api.anonymous.get('/openapi.json')).json<OpenApi>();
    operations = Object.entries(document.paths)
      .filter(([path]) => !path.startsWith('/api/health/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          method: method.toUpperCase() as Method,
          path: path.replace('/api', ''),
          access: operation['x-access'],
          parameters: operation.parameters ?? [],
          isStream: 'text/event-stream' in (operation.responses['200']?.content ?? {}),
        })),
      );
  });

  afterAll(() => api.close());

  /** Calls an operation about an organisation, with just enough in it to get past the checks of shape. */
  const call = (caller: Caller, { method, path, parameters }: Operation, organisationId: string) => {
    const ids: Record<string, string> = {
      scenarioId: api.fixture.planId,
      organisationId,
      roundId: api.fixture.roundId,
    };
    const query = parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }): [string, string] => [name, ids[name] ?? '1']);
    const address = path.replace(/\{\w+\}/g, api.fixture.planId);
    if (method === 'GET') return caller.get(address, Object.fromEntries(query));
    const search = query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
    return caller.send(method, `${address}${search}`, method === 'DELETE' ? undefined : ids);
  };

  const withPermission = () =>
    operations.flatMap((operation) =>
      operation.access?.kind === 'permission' ? [{ operation, ...operation.access }] : [],
    );

  it('is described, and declares who may call it', () => {
    const described = operations.map(
      ({ method, path }) => `${method} /api${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    const routed = api.routes.filter((route) => !UNDESCRIBED.includes(route));

    expect(described.sort()).toEqual([...routed].sort());
    expect(operations.length).toBeGreaterThan(15);
    expect(operations.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('is open without a session only where there is nothing to protect', () => {
    const open = operations.filter(({ access }) => access?.kind === 'open');

    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /openapi.json',
      'GET /session/options',
      'GET /session/single-sign-on',
      'GET /session/single-sign-on/callback',
      'GET /session/single-sign-on/sign-out',
      'POST /session',
      'POST /session/single-sign-on/ended',
    ]);
  });

  it('refuses whoever is not signed in', async () => {
    const closed = operations.filter(({ access }) => access?.kind !== 'open');
    const organisationId = api.fixture.organisation('RR8');
    const answers = await Promise.all(
      closed.map((operation) => call(api.anonymous, operation, organisationId)),
    );

    expect(answers.map(({ status }) => status)).toEqual(closed.map(() => 401));
    expect(answers.every(({ json }) => json()['type'] === 'urn:problem-type:wholetime:unauthenticated')).toBe(
      true,
    );
  });

  it.each([...ROLES])('refuses a %s what the table of roles does not give', async (role) => {
    const caller = await api.signedIn(role, 'QWO');
    const own = api.fixture.organisation('QWO');
    for (const { operation, permission, place } of withPermission()) {
      const isAllowed = place !== 'nation' && roleAllows(role, permission, 'there');
      if (isAllowed && operation.isStream) continue;
      const { status } = await call(caller, operation, own);
      const outcome = `${operation.method} ${operation.path}: ${status === 403 ? 'refused' : 'allowed'}`;
      if (!OBJECTS.has(place))
        expect(outcome).toBe(outcome.replace(/\w+$/, isAllowed ? 'allowed' : 'refused'));
    }
  });

  it('tells a person of one system nothing about another, not even that it is there', async () => {
    const caller = await api.signedIn('system-planner', 'QWO');
    const placed = withPermission().filter(({ place }) => place.endsWith('organisationId'));
    expect(placed.length).toBeGreaterThan(4);
    for (const { operation } of placed) {
      const foreign = await call(caller, operation, api.fixture.organisation('RTG'));
      const unknown = await call(caller, operation, api.fixture.planId);
      expect([operation.path, foreign.status, unknown.status]).toEqual([operation.path, 404, 404]);
      expect(foreign.text).toBe(unknown.text);
    }
  });

  it('about an object that is not there answers 404', async () => {
    const caller = await api.signedIn('system-planner', 'QWO');
    for (const { operation } of withPermission().filter(({ place }) => OBJECTS.has(place))) {
      const { status } = await call(caller, operation, api.fixture.organisation('QWO'));
      expect([operation.path, status]).toEqual([operation.path, 404]);
    }
  });
});
