import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPair } from 'jose';
import { parse } from 'csv-parse/sync';
import { brotliDecompressSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { PullLog } from '../../apps/hee-api/pull-log/pull-log';
import { createDataSource } from '#persistence';
import { newId } from '#platform';
import type { PublishedRelease } from '#publication';
import { NationalApi } from '../support/national-api.fixture';
import type { AssertionChange, NationalClient } from '../support/national-client';
import { openPublishedRound } from '../support/release.fixture';
import { releaseService } from '../support/release-service.fixture';

/** Reviewed whenever it changes: UPDATE_CONTRACT=1 writes it anew. */
const CONTRACT = join(__dirname, '../contract/national-api.openapi.json');

let api: NationalApi;
let dataSource: DataSource;
let app: NestFastifyApplication;
let scenarioId: string;
let release: PublishedRelease;
let client: NationalClient;

beforeAll(async () => {
  api = await NationalApi.start(['releases:read'], async (database) => {
    scenarioId = (await openPublishedRound(database)).planId;
    const request = { scenarioId, title: 'First release', actor: 'test' };
    release = await releaseService(database).publish(request);
  });
  ({ app, client, dataSource } = api);
});

afterAll(() => api.stop());

const requestToken = (assertion: string, scope?: string) => api.requestToken(assertion, scope);
const authorised = (headers?: Record<string, string>) => api.authorised(headers);
const observations = (query = ''): string => `/v1/releases/${release.id}/observations${query}`;

describe('tokens', () => {
  it('are issued for an assertion that a registered key signed', async () => {
    const response = await requestToken(await client.assertion());
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'releases:read' });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('are refused when the assertion is replayed', async () => {
    const used = await client.assertion();
    await requestToken(used);
    const replayed = await requestToken(used);
    expect(replayed.statusCode).toBe(401);
    expect(replayed.json()).toMatchObject({ error: 'invalid_client' });
  });

  it.each<[string, AssertionChange]>([
    ['lives a day', { seconds: 86_400 }],
    ['has expired', { issuedAgo: 3600 }],
    ['is meant for another server', { audience: 'http://elsewhere.test/oauth2/token' }],
  ])('are refused when the assertion %s', async (_, change) => {
    expect((await requestToken(await client.assertion(change))).statusCode).toBe(401);
  });

  it('are refused when another key signed the assertion', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expect((await requestToken(await client.assertion({ key: privateKey }))).statusCode).toBe(401);
  });

  it('are refused for scopes that the client does not hold', async () => {
    const response = await requestToken(await client.assertion(), 'national:write');
    expect(response.json()).toMatchObject({ error: 'invalid_scope' });
  });

  it('open nothing when altered or absent', async () => {
    const { authorization } = await authorised();
    const altered = `${authorization?.slice(0, -3)}AAA`;
    for (const headers of [{}, { authorization: altered }, { authorization: 'Basic eDp5' }]) {
      const response = await app.inject({ url: '/v1/releases', headers });
      expect(response.statusCode).toBe(401);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
  });
});

describe('releases', () => {
  it('are listed newest first and name their content', async () => {
    const response = await app.inject({ url: '/v1/releases', headers: await authorised() });
    expect(response.json()).toMatchObject({
      releases: [
        { id: release.id, number: 1, contentSha256: release.contentSha256, rowCount: release.rowCount },
      ],
    });
  });

  it('carry the runs they come from and the disclosure rule', async () => {
    const response = await app.inject({ url: `/v1/releases/${release.id}`, headers: await authorised() });
    expect(response.json()).toMatchObject({
      manifest: {
        rowCount: release.rowCount,
        disclosure: {
          rule: { id: 'coarse-nearest-5-hide-under-5-audited/1' },
          organisationsWithoutTable: [],
        },
        provenance: {
          plans: [
            { code: 'QJ2', status: 'default' },
            { code: 'QWO', status: 'default' },
          ],
        },
      },
    });
  });

  it('are not published twice when nothing changed', async () => {
    const again = await releaseService(dataSource).publish({ scenarioId, title: 'Again', actor: 'test' });
    expect(again).toMatchObject({ id: release.id, isNew: false });
  });

  it('are unknown under a foreign id', async () => {
    const response = await app.inject({
      url: `/v1/releases/${newId()}/observations`,
      headers: await authorised(),
    });
    expect(response.statusCode).toBe(404);
  });
});

describe('observations', () => {
  it('give planning lines exactly, from England down to the organisations', async () => {
    const query = '?measure=staff-in-post-fte&year=2026';
    const response = await app.inject({ url: observations(query), headers: await authorised() });
    const rows = response.json<{
      observations: { value: number | null; organisation: { level: string; code: string } }[];
    }>();
    expect(
      rows.observations.map(({ organisation: { level, code }, value }) => `${level} ${code} ${value}`),
    ).toEqual([
      'nation ENG 1231.5',
      'region Y60 410.5',
      'region Y63 821',
      'system QJ2 410.5',
      'system QWO 821',
      'organisation RR8 410.5',
      'organisation RTG 410.5',
      'organisation RWY 410.5',
    ]);
  });

  it('come in pages that put together are the whole, without a gap or a repeat', async () => {
    const headers = await authorised({ accept: 'text/csv' });
    const file = (await app.inject({ url: observations(), headers })).body;
    let pages = '';
    let next: string | undefined = observations('?limit=70');
    while (next !== undefined) {
      const response: Awaited<ReturnType<typeof app.inject>> = await app.inject({ url: next, headers });
      pages += response.body;
      next = /<([^>]+)>/.exec(String(response.headers['link'] ?? ''))?.[1];
    }
    expect(pages).toBe(file);
    expect(parse(file, { columns: true })).toHaveLength(release.rowCount);
  });

  it('can be filtered', async () => {
    const headers = await authorised();
    const response = await app.inject({
      url: observations('?organisation=QWO&measure=pay-bill&staffGroup=midwives'),
      headers,
    });
    expect(response.json()).toMatchObject({
      observations: [{ organisation: { code: 'QWO' }, value: 42_000_001, planStatus: 'default' }],
      next: null,
    });
  });

  it('are answered 304 when the caller has them, and not for another form', async () => {
    const headers = await authorised();
    const etag = String((await app.inject({ url: observations(), headers })).headers['etag']);
    const known = { ...headers, 'if-none-match': etag };
    const again = await app.inject({ url: observations(), headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const csv = await app.inject({ url: observations(), headers: { ...known, accept: 'text/csv' } });
    expect(csv.statusCode).toBe(200);
  });

  it('are sent compressed from the stored file', async () => {
    const plain = await app.inject({
      url: observations(),
      headers: await authorised({ accept: 'text/csv' }),
    });
    const headers = await authorised({ accept: 'text/csv', 'accept-encoding': 'br' });
    const packed = await app.inject({ url: observations(), headers });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body);
  });

  it.each(['?year=soon', '?limit=0', '?limit=9999999', '?colour=red', '?cursor=abc', "?system=Q'"])(
    'refuse %s and say why',
    async (query) => {
      const response = await app.inject({ url: observations(query), headers: await authorised() });
      expect([400, 422]).toContain(response.statusCode);
      const { errors } = response.json<{ errors: { pointer: string }[] }>();
      expect(new Set(errors.map(({ pointer }) => pointer)).size).toBe(1);
    },
  );

  it('log each pull with its purpose and legal basis', async () => {
    await app.inject({
      url: observations('?year=2026'),
      headers: await authorised({ 'x-request-id': 'pull-1' }),
    });
    await app.get(PullLog).flush();
    const rows = await dataSource.query<{ purpose: string; legal_basis: string; path: string }[]>(
      "SELECT purpose, legal_basis, path FROM pull_log WHERE request_id = 'pull-1'",
    );
    expect(rows).toEqual([
      {
        purpose: 'Workforce planning',
        legal_basis: 'Health and Care Act 2022',
        path: observations('?year=2026'),
      },
    ]);
  });
});

describe('the database user of this process', () => {
  it.each([
    'SELECT * FROM person',
    'SELECT * FROM projection_series',
    'SELECT * FROM assumption',
    'SELECT * FROM pull_log',
    'DELETE FROM published_release',
    "UPDATE published_release SET title = 'x'",
  ])('may not %s', async (statement) => {
    const reader = await createDataSource(api.readerUrl).initialize();
    await expect(reader.query(statement)).rejects.toThrow(/denied/);
    await reader.destroy();
  });
});

describe('the OpenAPI document', () => {
  it('is open to anyone, and is the reviewed contract', async () => {
    const response = await app.inject({ url: '/v1/openapi.json' });
    expect(response.body).not.toContain('"nullable"');
    if (process.env['UPDATE_CONTRACT'] === '1') writeFileSync(CONTRACT, response.body);
    expect(response.json()).toEqual(JSON.parse(readFileSync(CONTRACT, 'utf8')));
  });
});
