import type { RoundCrossChecks, RoundPicture } from '#national';
import { NationalInputsService } from '#national-inputs';
import { UnitOfWork } from '#persistence';
import { viewFileAddress } from '../../../apps/api/edge/view-addresses';
import { publishWithCells } from '../../support/release.fixture';
import { NationalClient } from '../../support/national-client';
import { startApi, type ApiUnderTest } from './api-under-test';

describe('the national picture', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi();
    for (const code of ['RR8', 'RWY', 'RTG']) {
      await publishWithCells(api.dataSource.manager, api.fixture, {
        code,
        people: new Array<number>(9).fill(50),
      });
    }
  });

  afterAll(() => api.close());

  const question = (more: Record<string, string> = {}) => ({ scenarioId: api.fixture.planId, ...more });

  it('adds all systems up by how far their plans have come, down to each organisation', async () => {
    const analyst = await api.signedIn('national-analyst', 'ENG');
    const answer = await analyst.get('/national/picture', question({ line: 'fte' }));
    expect(answer.status).toBe(200);
    const { cells, systems } = answer.json<RoundPicture>();
    expect(cells.find(({ year }) => year === 2026)).toEqual({
      year: 2026,
      total: 1231.5,
      byStatus: { agreed: 0, submitted: 0, default: 1231.5 },
    });
    expect(systems.map(({ code, figures }) => [code, figures['2026']])).toEqual([
      ['QJ2', 410.5],
      ['QWO', 821],
    ]);
    expect(systems[1]?.organisations.map(({ code }) => code)).toEqual(['RR8', 'RWY']);
    const none = await analyst.get('/national/picture', question({ staffGroup: 'ambulance-staff' }));
    expect(none.json<RoundPicture>().cells.every(({ total }) => total === 0)).toBe(true);
  });

  it('holds plans against the envelopes that the national body sent', async () => {
    const analyst = await api.signedIn('national-analyst', 'ENG');
    const before = await analyst.get('/national/cross-checks', question());
    expect(before.json<RoundCrossChecks>().breaches).toEqual([]);
    const client = await NationalClient.register(api.dataSource, 'http://national.test', ['national:write']);
    await new NationalInputsService(new UnitOfWork(api.dataSource)).submit({
      kind: 'envelopes',
      year: 2026,
      lines: [
        { organisation: 'QWO', envelope: 'pay-bill', staffGroup: null, standard: null, amount: 40_000_000 },
      ],
      knownSha256: null,
      clientId: client.id,
      requestId: 'test',
    });

    const after = (await analyst.get('/national/cross-checks', question())).json<RoundCrossChecks>();

    expect(after.yearsWithEnvelopes).toEqual([2026]);
    expect(after.breaches).toMatchObject([
      { check: 'pay-bill-envelope', area: 'QWO', year: 2026, available: 40_000_000 },
    ]);
    expect(after.breaches[0]?.excess).toBeCloseTo(2_000_000.8, 4);
    expect(after.breaches[0]?.drivers.map(({ system }) => system.code)).toEqual(['QWO']);
  });

  it('comes as files from the address of its page, with its figure and year', async () => {
    const analyst = await api.signedIn('national-analyst', 'ENG');
    const page = `/national/${api.fixture.planId}`;
    const address = viewFileAddress(`${page}.json?line=pay-bill&year=2026`) ?? '';
    const [path = '', search = ''] = address.replace('/api', '').split('?');
    const answer = await analyst.get(path, Object.fromEntries(new URLSearchParams(search)));
    const { tables } = answer.json<{ tables: { key: string; rows: { figure?: number }[] }[] }>();
    expect(tables.map(({ key }) => key).slice(0, 3)).toEqual(['england', 'systems', 'organisations']);
    expect(tables[1]?.rows.map(({ figure }) => figure)).toEqual([21_000_000.4, 42_000_000.8]);
    expect(tables.find(({ key }) => key === 'cross-checks')?.rows).toHaveLength(9);
  });

  it('is closed to those who oversee less than the nation', async () => {
    for (const [role, code] of [
      ['system-planner', 'QWO'],
      ['regional-reviewer', 'Y63'],
    ] as const) {
      const person = await api.signedIn(role, code);
      expect((await person.get('/national/picture', question())).status).toBe(403);
      expect((await person.get('/national/cross-checks', question())).status).toBe(403);
    }
  });
});
