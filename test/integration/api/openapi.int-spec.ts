import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { createPlan } from '#plans';
import { projectRoot } from '#platform';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
}

describe('the OpenAPI document', () => {
  let api: ApiUnderTest;
  let document: OpenApi;
  let administrator: Caller;
  let unit: { scenarioId: string; organisationId: string };
  const ajv = addFormats(new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }));

  beforeAll(async () => {
    api = await startApi();
    document = (await api.anonymous.get('/openapi.json')).json<OpenApi>();
    administrator = await api.signedIn('administrator', 'ENG');
    unit = { scenarioId: api.fixture.planId, organisationId: api.fixture.organisation('RR8') };
    await createPlan(api.dataSource.manager, {
      organisationId: api.fixture.organisation('QWO', 'system'),
      scenarioId: api.fixture.planId,
      createdBy: null,
    });
  });

  afterAll(() => api.close());

  const faultsOf = (answer: unknown, path: string, status = '200', method = 'get') => {
    const schema = document.paths[path]?.[method]?.responses[status]?.content?.['application/json']?.schema;
    if (schema === undefined) throw new Error(`${method} ${path} describes no answer with ${status}`);
    const validate = ajv.compile(schema);
    validate(answer);
    return validate.errors ?? [];
  };

  it('is valid OpenAPI 3.1 by an independent reader', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    const folder = mkdtempSync(join(tmpdir(), 'wholetime-openapi-'));
    const [file, types] = [join(folder, 'openapi.json'), join(folder, 'openapi.ts')];
    writeFileSync(file, JSON.stringify(document));
    const reader = join(projectRoot(), 'node_modules/openapi-typescript/bin/cli.js');

    const { stderr } = await promisify(execFile)(process.execPath, [reader, file, '--output', types]);

    rmSync(folder, { recursive: true });
    expect(stderr).not.toMatch(/error/i);
  });

  it('has a schema for every answer with content', () => {
    const untold = Object.entries(document.paths)
      .filter(([path]) => !path.startsWith('/api/health/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { responses }]) =>
          ['200', '201', '202']
            .filter((status) => responses[status] !== undefined && responses[status].content === undefined)
            .map((status) => `${method} ${path} ${status}`),
        ),
      );

    expect(untold).toEqual([]);
  });

  it.each<[string, () => Record<string, string>]>([
    ['/api/session', () => ({})],
    ['/api/rounds', () => ({})],
    ['/api/organisations', () => ({ roundId: api.fixture.roundId })],
    ['/api/parameters', () => ({})],
    ['/api/assumptions', () => ({ ...unit, parameter: 'retention.leaver-rate' })],
    ['/api/projections/status', () => unit],
    ['/api/projections/overview', () => unit],
    ['/api/projections/earlier', () => unit],
    ['/api/scenarios/difference', () => ({ ...unit, baseScenarioId: api.fixture.calibratedId })],
    ['/api/attention', () => ({})],
    ['/api/accuracy', () => ({})],
    ['/api/imports', () => ({})],
    ['/api/schedules', () => ({})],
    ['/api/esr-vocabulary', () => ({})],
    ['/api/baselines', () => ({ roundId: api.fixture.roundId })],
    ['/api/baselines/snapshots', () => ({})],
    ['/api/people', () => ({})],
    ['/api/api-clients', () => ({})],
    ['/api/jobs', () => ({})],
    ['/api/audit', () => ({})],
    ['/api/audit/verification', () => ({})],
  ])('describes what %s answers', async (path, query) => {
    const answer = await administrator.get(path.replace('/api', ''), query());

    expect(answer.status).toBe(200);
    expect(faultsOf(answer.json(), path)).toEqual([]);
  });

  it('describes a plan', async () => {
    const { rounds } = (await administrator.get('/rounds')).json<{ rounds: { plans: { id: string }[] }[] }>();
    const plan = await administrator.get(`/plans/${rounds[0]?.plans[0]?.id ?? ''}`);

    expect(plan.status).toBe(200);
    expect(faultsOf(plan.json(), '/api/plans/{id}')).toEqual([]);
    expect(plan.json()).toMatchObject({ organisations: [{ code: 'RR8' }, { code: 'RWY' }] });
  });

  it('describes an edit and the history it leaves', async () => {
    const lead = await api.signedIn('workforce-lead', 'RR8');
    const cell = { parameter: 'retention.leaver-rate', staffGroup: 'midwives', year: 2026 };
    const edits = [{ ...cell, operation: 'set', value: 0.09, baseVersion: 0 }];
    const saved = await lead.send('PATCH', '/assumptions', { ...unit, reason: 'Tried out', edits });
    const history = await lead.get('/assumptions/history', { ...unit, ...cell, year: '2026' });

    expect(faultsOf(saved.json(), '/api/assumptions', '200', 'patch')).toEqual([]);
    expect(faultsOf(history.json(), '/api/assumptions/history')).toEqual([]);
  });

  it('describes schedules, made and changed', async () => {
    const times = {
      name: 'Nightly',
      cron: '0 2 * * *',
      timeZone: 'Europe/London',
      roundId: api.fixture.roundId,
    };
    const made = await administrator.send('POST', '/schedules', times);
    const { id } = made.json<{ id: string }>();
    const changed = await administrator.send('PATCH', `/schedules/${id}`, { isEnabled: false });

    expect([made.status, changed.status]).toEqual([201, 200]);
    expect(faultsOf(made.json(), '/api/schedules', '201', 'post')).toEqual([]);
    expect(faultsOf(changed.json(), '/api/schedules/{id}', '200', 'patch')).toEqual([]);
    expect(changed.json()).toMatchObject({ isEnabled: false, nextDueAt: null });
    const refused = await administrator.send('POST', '/schedules', { ...times, cron: 'soon' });
    expect(refused.status).toBe(422);
  });
});
