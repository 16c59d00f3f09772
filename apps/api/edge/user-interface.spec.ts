import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createHttpAdapter } from '#platform';
import { serveUserInterface } from './user-interface';

describe('the pages', () => {
  let folder: string;
  let server: FastifyInstance;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wholetime-pages-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Wholetime</title>');
    writeFileSync(join(folder, 'assets/index-a1b2c3.js'), 'start()');
    writeFileSync(join(folder, 'assets/index-a1b2c3.js.br'), 'compressed');
    server = createHttpAdapter().getInstance<FastifyInstance>();
    serveUserInterface(server, folder);
    await server.ready();
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('come for every address that is no file, and are asked for again each time', async () => {
    for (const url of ['/', '/plans/01a2/overview?year=2026']) {
      const { statusCode, body, headers } = await server.inject({ url });
      expect(statusCode).toBe(200);
      expect(body).toContain('<title>Wholetime</title>');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['x-request-id']).toBeDefined();
    }
  });

  it('keep files whose name has a hash, compressed where the browser can', async () => {
    const url = '/assets/index-a1b2c3.js';
    const plain = await server.inject({ url });
    const compressed = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });

    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['content-type']).toMatch(/javascript/);
    expect([plain.body, compressed.body]).toEqual(['start()', 'compressed']);
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(compressed.headers['vary']).toMatch(/accept-encoding/i);
  });

  it('lead to what they show as a file, with its filters, when their address has the ending of one', async () => {
    const unit = 'scenarioId=s&organisationId=o';
    const page = '/scenarios/s/organisations/o';
    const addresses = {
      [`${page}.csv?group=midwives&open=all`]: `overview.csv?${unit}&group=midwives`,
      [`${page}/modules/growth.xlsx?show.posts=group-1&rows.posts=all&table=posts`]: `report.xlsx?${unit}&module=growth&table=posts&show=posts%3Agroup-1`,
      [`${page}/assumptions.json?module=all&find=mid&rows=attention`]: `assumptions.json?${unit}&module=all&find=mid`,
      [`${page}/assumptions.csv?module=all&rows=proposed`]: `assumptions.csv?${unit}&module=all&rows=proposed`,
      [`${page}/assumptions/history.csv?cell=midwives.2027`]: `history.csv?${unit}&parameter=retention.leaver-rate&staffGroup=midwives&year=2027`,
      [`${page}/plan.xlsx`]: `plan.xlsx?${unit}`,
      [`${page}/in-the-year.csv?line=bank`]: `in-the-year.csv?${unit}&line=bank`,
      '/accuracy.csv?about=england&show.england-horizon=all': `accuracy.csv?about=england&show=england-horizon%3Aall`,
      '/data/baselines.xlsx?round=r&find=leeds&change=x': 'baselines.xlsx?find=leeds&roundId=r',
      '/administration/people.json?role=&open=give': 'people.json',
      '/sign-off/d.csv?table=steps': 'sign-off/d/status.csv?table=steps',
      '/sign-off/d/versions/1-2.json': 'sign-off/d/versions.json?part=1-2',
    };
    for (const [url, view] of Object.entries(addresses)) {
      const { statusCode, headers } = await server.inject({ url });
      expect([statusCode, headers.location]).toEqual([303, `/api/views/${view}`]);
    }
    expect((await server.inject({ url: `${page}/nothing.csv` })).statusCode).toBe(404);
  });

  it('do not come for a file that is gone, nor for an address of the API', async () => {
    for (const url of ['/assets/index-old.js', '/api', '/api/nowhere', '/../package.json']) {
      expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 404]);
    }
  });

  it('are not there when they have not been built, and nothing else breaks', async () => {
    const bare = createHttpAdapter().getInstance<FastifyInstance>();
    serveUserInterface(bare, join(folder, 'missing'));

    expect((await bare.inject({ url: '/' })).statusCode).toBe(404);
    await bare.close();
  });
});
