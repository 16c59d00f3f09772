import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createPerson, grantRole, type Role } from '#access';
import { newId } from '#platform';
import { createApi } from '../../../apps/api/application';
import { SESSION_COOKIE } from '../../../apps/api/access/session-cookie';
import { openPlanningFixture, type PlanningFixture } from '../../support/planning.fixture';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { testRedisUrl } from '../../support/test-redis';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** The body as it came. */
  readonly bytes: Buffer;
  /** The body as JSON. */
  json<T = Record<string, unknown>>(): T;
}

/** Someone at a browser, signed in or not. */
export interface Caller {
  get(path: string, query?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  send(method: Method, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
}

/** Someone who is signed in, with the headers of their browser. */
export interface SignedInCaller extends Caller {
  readonly personId: string;
  readonly email: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The whole API on a database of its own, with a planning round in it. */
export interface ApiUnderTest {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly database: TestDatabase;
  readonly fixture: PlanningFixture;
  /** `GET /api/rounds` and the like, as the router knows them. */
  readonly routes: readonly string[];
  readonly anonymous: Caller;
  /** A new person with one role over one organisation, signed in. */
  signedIn(role: Role, code: string): Promise<SignedInCaller>;
  close(): Promise<void>;
}

export const PASSWORD = 'correct horse battery staple';

export async function startApi(): Promise<ApiUnderTest> {
  const database = await createTestDatabase();
  const fixture = await openPlanningFixture(database.dataSource);
  process.env['DATABASE_URL'] = database.url;
  process.env['REDIS_URL'] = testRedisUrl();
  process.env['WHOLETIME_LOG_LEVEL'] = 'silent';
  const app = await createApi();
  const routes = collectRoutes(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const { dataSource } = database;
  return {
    app,
    dataSource,
    database,
    fixture,
    routes,
    anonymous: callerWith(app, {}),
    signedIn: async (role, code) => signIn(app, await personWith(dataSource, fixture, role, code)),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

function collectRoutes(app: NestFastifyApplication): string[] {
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
    });
  return routes;
}

async function personWith(
  dataSource: DataSource,
  fixture: PlanningFixture,
  role: Role,
  code: string,
): Promise<{ readonly personId: string; readonly email: string }> {
  const email = `${newId()}@example.org`;
  const { id: personId } = await createPerson(dataSource.manager, {
    email,
    name: `Test ${role}`,
    password: PASSWORD,
    actor: 'test',
  });
  const organisationId = fixture.organisation(code);
  await grantRole(dataSource.manager, {
    personId,
    role,
    organisationId,
    validFrom: '2020-04-01',
    actor: 'test',
  });
  return { personId, email };
}

async function signIn(
  app: NestFastifyApplication,
  person: { readonly personId: string; readonly email: string },
): Promise<SignedInCaller> {
  const answer = await callerWith(app, {}).send('POST', '/session', {
    email: person.email,
    password: PASSWORD,
  });
  const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
  if (!cookie.startsWith(SESSION_COOKIE)) throw new Error(`sign-in failed: ${answer.text}`);
  const { csrfToken } = answer.json<{ csrfToken: string }>();
  const headers = { cookie, 'x-csrf-token': csrfToken };
  return { ...callerWith(app, headers), ...person, headers };
}

/** A caller that sends some headers with every request; an empty header is left out. */
export function callerWith(app: NestFastifyApplication, always: Record<string, string>): Caller {
  const call = async (
    method: Method,
    path: string,
    {
      query = {},
      body,
      headers = {},
    }: { query?: Record<string, string>; body?: object; headers?: Record<string, string> },
  ): Promise<Answer> => {
    const sent = Object.entries({ ...always, ...headers }).filter(([, value]) => value !== '');
    const response = await app.inject({
      method,
      url: `/api${path}`,
      query,
      headers: Object.fromEntries(sent),
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      json: <T>() => response.json<T>(),
    };
  };
  return {
    get: (path, query = {}, headers = {}) => call('GET', path, { query, headers }),
    send: (method, path, body, headers = {}) =>
      call(method, path, body === undefined ? { headers } : { body, headers }),
  };
}
