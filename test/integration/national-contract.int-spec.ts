import type { PublishedRelease } from '#publication';
import { NationalApi } from '../support/national-api.fixture';
import { openPublishedRound } from '../support/release.fixture';
import { releaseService } from '../support/release-service.fixture';
import { operationsOf, type OpenApi } from './security/described-operations';

const DEPRECATED = {
  method: 'GET',
  path: '/v1/releases/{releaseId}/changes',
  deprecatedOn: '2027-04-01',
  sunsetOn: '2028-04-01',
  instead: 'https://example.org/changes',
} as const;

let api: NationalApi;
let release: PublishedRelease;

beforeAll(async () => {
  const prepare: Parameters<typeof NationalApi.start>[1] = async (database) => {
    const { planId: scenarioId } = await openPublishedRound(database);
    release = await releaseService(database).publish({ scenarioId, title: 'First', actor: 'test' });
  };
  api = await NationalApi.start(['releases:read', 'national:write'], prepare, { deprecations: [DEPRECATED] });
});

afterAll(() => api.stop());

const get = async (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  api.app.inject({ method, url, headers: await api.authorised(headers) });

/** Addresses of every operation that reads, with what exists. */
async function readable(): Promise<readonly string[]> {
  const lines = [{ organisation: 'QWO', envelope: 'pay-bill', amount: 1 }];
  const supply = [
    { region: 'Y63', staffGroup: 'midwives', commissionedPlaces: 1, expectedNewlyQualified: 1 },
  ];
  for (const [kind, sent] of [
    ['envelopes', lines],
    ['training-supply', supply],
  ] as const) {
    const url = `/v1/national/${kind}/2030`;
    await api.app.inject({ method: 'PUT', url, headers: await api.authorised(), payload: { lines: sent } });
  }
  const words: Record<string, string> = { releaseId: release.id, name: 'observations.csv', year: '2030' };
  const document = (await api.app.inject({ url: '/v1/openapi.json' })).json<unknown>() as OpenApi;
  const paths = operationsOf(document).filter(
    ({ method, path }) => method === 'GET' && !path.startsWith('/health/'),
  );
  const known = paths.map(({ path }) => path).filter((path) => !path.includes('{endpointId}'));
  return [
    '/v1/openapi.json',
    ...known.map((path) => path.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')),
  ];
}

describe('every address that is read', () => {
  it('has a strong ETag, answers 304 without a body to who has it, and says what the answer varies by', async () => {
    const urls = await readable();
    expect(urls.length).toBeGreaterThan(12);
    for (const url of urls) {
      const { statusCode, headers } = await get(url);
      expect([url, statusCode, headers['etag']]).toEqual([url, 200, expect.stringMatching(/^"[^"]+"$/)]);
      expect(headers['vary']).toBe('Accept, Accept-Encoding, Authorization');
      const again = await get(url, { 'if-none-match': String(headers['etag']) });
      expect([url, again.statusCode, again.body]).toEqual([url, 304, '']);
      const other = await get(url, { 'if-none-match': '"other"' });
      expect([url, other.statusCode]).toEqual([url, 200]);
    }
  });

  it('echoes the identifiers of a request, or makes them', async () => {
    const sent = { 'x-request-id': 'request-1', 'x-correlation-id': 'work-1' };
    expect((await get('/v1/releases', sent)).headers).toMatchObject(sent);
    const { headers } = await get('/v1/releases');
    expect(headers['x-request-id']).toMatch(/^[\w-]{10,}$/);
    expect(headers['x-correlation-id']).toBe(headers['x-request-id']);
    const { headers: refused } = await api.app.inject({ url: '/v1/releases', headers: sent });
    expect(refused).toMatchObject(sent);
  });
});

describe('observations', () => {
  interface Row {
    readonly measure: string;
    readonly organisation: { readonly code: string };
    readonly system: string | null;
    readonly region: string | null;
    readonly staffGroup: string | null;
    readonly year: number;
    readonly scenario: string;
  }

  it.each<[string, string | number, (row: Row) => unknown]>([
    ['measure', 'pay-bill', ({ measure }) => measure],
    ['organisation', 'RR8', ({ organisation }) => organisation.code],
    ['system', 'QWO', ({ system }) => system],
    ['region', 'Y63', ({ region }) => region],
    ['staffGroup', 'midwives', ({ staffGroup }) => staffGroup],
    ['year', 2026, ({ year }) => year],
  ])('under the filter %s=%s are those rows of the whole and no others', async (name, value, valueOf) => {
    const whole = (await get(`/v1/releases/${release.id}/files/observations.json`)).json<{
      observations: Row[];
    }>();
    const found = (await get(`/v1/releases/${release.id}/observations?${name}=${value}&limit=5000`)).json<{
      observations: Row[];
    }>();
    const expected = whole.observations.filter((row) => valueOf(row) === value);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(whole.observations.length);
    expect(found.observations).toEqual(expected);
  });

  it('under the filter scenario are those of the scenario, and none of another', async () => {
    const rows = async (scenario: string) => {
      const query = new URLSearchParams({ scenario, limit: '5000' }).toString();
      return (await get(`/v1/releases/${release.id}/observations?${query}`)).json<{ observations: Row[] }>()
        .observations;
    };
    const [first] = await rows('Plan submission');
    expect(first?.scenario ?? 'Plan submission').toBe('Plan submission');
    expect(await rows('Plan submission')).toHaveLength(release.rowCount);
    expect(await rows('Another')).toEqual([]);
  });
});

describe('metadata', () => {
  it('has organisations by date, each with the parents it had, and who took over from whom', async () => {
    const { organisations, successions } = (await get('/v1/organisations')).json<{
      organisations: {
        periods: { code: string; name: string; type: string; validFrom: string; validTo: string | null }[];
        parents: { parentCode: string; relation: string }[];
      }[];
      successions: { predecessor: string; successor: string; effectiveOn: string; kind: string }[];
    }>();
    const trust = organisations.find(({ periods }) => periods.some(({ code }) => code === 'RR8'));
    expect(trust?.periods.at(-1)).toMatchObject({
      name: expect.stringMatching(/Leeds Teaching/i) as string,
      validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      validTo: null,
    });
    expect(trust?.parents).toContainEqual(expect.objectContaining({ parentCode: 'QWO', relation: 'system' }));
    const codes = new Set(organisations.flatMap(({ periods }) => periods.map(({ code }) => code)));
    for (const code of ['ENG', 'Y63', 'QWO', 'QJ2']) expect(codes).toContain(code);
    expect(
      organisations.flatMap(({ parents }) => parents).filter(({ parentCode }) => !codes.has(parentCode)),
    ).toEqual([]);
    for (const { predecessor, successor, kind } of successions) {
      expect([codes.has(predecessor), codes.has(successor)]).toEqual([true, true]);
      expect(['merger', 'split', 'transfer']).toContain(kind);
    }
    expect(successions.length).toBeGreaterThan(0);
  });

  it('has the tree of staff groups: every parent is there, and figures are of its leaves', async () => {
    const { staffGroups } = (await get('/v1/staff-groups')).json<{
      staffGroups: { code: string; parent: string | null; isLeaf: boolean; isRegistered: boolean }[];
    }>();
    const byCode = new Map(staffGroups.map((group) => [group.code, group]));
    expect(byCode.get('midwives')).toMatchObject({ isLeaf: true, isRegistered: true });
    for (const { parent } of staffGroups)
      expect(parent === null || byCode.get(parent)?.isLeaf === false).toBe(true);
    const parents = new Set(staffGroups.map(({ parent }) => parent));
    for (const { code, isLeaf } of staffGroups) expect(parents.has(code)).toBe(!isLeaf);
    const url = `/v1/releases/${release.id}/files/observations.json`;
    const { observations } = (await get(url)).json<{
      observations: { measure: string; staffGroup: string }[];
    }>();
    const planning = observations.filter(({ measure }) => measure !== 'staff-by-ethnicity');
    expect(planning.length).toBeGreaterThan(0);
    for (const { staffGroup } of planning) expect(byCode.get(staffGroup)?.isLeaf).toBe(true);
    for (const { staffGroup } of observations) expect(byCode.has(staffGroup)).toBe(true);
  });

  it('has a dictionary of every measure, column and mark that a release uses', async () => {
    const dictionary = (await get('/v1/dictionary')).json<{
      measures: { code: string; unit: string }[];
      columns: { name: string; meaning: string }[];
      marks: object;
      disclosureRule: { id: string };
    }>();
    const csv = (await get(`/v1/releases/${release.id}/files/observations.csv`)).body;
    expect(csv.split('\r\n')[0]?.split(',')).toEqual(dictionary.columns.map(({ name }) => name));
    const { observations } = (await get(`/v1/releases/${release.id}/files/observations.json`)).json<{
      observations: { measure: string; unit: string; status: string | null }[];
    }>();
    const units = new Map(dictionary.measures.map(({ code, unit }) => [code, unit]));
    for (const { measure, unit } of observations) expect(units.get(measure)).toBe(unit);
    const marks = new Set(observations.flatMap(({ status }) => status ?? []));
    for (const mark of marks) expect(JSON.stringify(dictionary.marks)).toContain(`"${mark}"`);
    const { manifest } = (await get(`/v1/releases/${release.id}`)).json<{
      manifest: { disclosure: { rule: { id: string } } };
    }>();
    expect(manifest.disclosure.rule.id).toBe(dictionary.disclosureRule.id);
  });
});

describe('a deprecated operation', () => {
  it('says since when and until when, and where to go instead; others say nothing', async () => {
    const { headers } = await get(`/v1/releases/${release.id}/changes`);
    expect(headers).toMatchObject({
      deprecation: `@${Date.UTC(2027, 3, 1) / 1000}`,
      sunset: 'Sat, 01 Apr 2028 00:00:00 GMT',
      link: expect.stringContaining('<https://example.org/changes>; rel="deprecation"') as string,
    });
    const again = await get(`/v1/releases/${release.id}/changes`, {
      'if-none-match': String(headers['etag']),
    });
    expect([again.statusCode, again.headers['sunset']]).toEqual([304, headers['sunset']]);
    const other = await get('/v1/releases');
    expect([other.headers['deprecation'], other.headers['sunset']]).toEqual([undefined, undefined]);
  });

  it('is marked in the OpenAPI document', async () => {
    const { paths } = (await api.app.inject({ url: '/v1/openapi.json' })).json<{
      paths: Record<string, { get?: { deprecated?: boolean } }>;
    }>();
    const marked = Object.entries(paths).filter(([, { get: read }]) => read?.deprecated === true);
    expect(marked.map(([path]) => path)).toEqual([DEPRECATED.path]);
  });
});
