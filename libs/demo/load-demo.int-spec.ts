import { ROLES } from '#access';
import { AssumptionsService } from '#assumptions';
import { OrganisationTree } from '#organisations';
import { UnitOfWork } from '#persistence';
import { SystemClock } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { DEMO_ROUNDS } from './demo-rounds';
import { loadDemo, type DemoReport } from './load-demo';

describe('the demo', () => {
  let database: TestDatabase;
  let report: DemoReport;
  const messages: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    report = await loadDemo(database.dataSource, { onProgress: (message) => messages.push(message) });
  }, 120_000);

  afterAll(() => database.close());

  const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query(sql, parameters);

  /** Row counts of every table, and the sum of the layers' versions. */
  const everything = async (): Promise<Readonly<Record<string, number>>> => {
    const tables = await query<{ name: string }>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await query<{ n: number }>(`SELECT COUNT(*) AS n FROM \`${name}\``);
      counts[name] = Number(row?.n);
    }
    const [layers] = await query<{ n: string }>('SELECT SUM(version) AS n FROM input_layer');
    return { ...counts, layerVersions: Number(layers?.n) };
  };

  const participantsOf = (round: string) =>
    query<{ code: string; id: string; roundId: string; snapshotId: string | null }>(
      `SELECT o.ods_code AS code, p.organisation_id AS id, p.round_id AS roundId, p.baseline_snapshot_id AS snapshotId
       FROM round_participant p JOIN planning_round r ON r.id = p.round_id
       JOIN organisation_period o ON o.organisation_id = p.organisation_id AND o.valid_to IS NULL
       WHERE r.name = ? ORDER BY o.ods_code`,
      [round],
    );

  it('takes in every employer of the two systems that has published figures, and names the others', async () => {
    const tree = await OrganisationTree.load(database.dataSource.manager, '2026-04-01');
    const employers = ['QWO', 'QJ2'].flatMap((code) =>
      tree.employersUnder(tree.byCode(code, 'system')?.id ?? ''),
    );
    const participants = await participantsOf('2026/27 to 2030/31');
    const [round] = report.rounds;

    expect(participants.map(({ code }) => code)).toEqual(
      employers
        .filter(({ name }) => !round?.withoutBaseline.includes(name))
        .map(({ code }) => code)
        .sort(),
    );
    expect(participants.length).toBeGreaterThanOrEqual(15);
    expect(participants.every(({ snapshotId }) => snapshotId !== null)).toBe(true);
  });

  it('models England as one in the founding round, on nothing later than its baseline', async () => {
    const participants = await participantsOf('2019/20 to 2023/24');
    expect(participants.map(({ code }) => code)).toEqual(['ENG']);

    const rows = await query<{ basis: string; note: string | null }>(
      `SELECT a.basis, a.note FROM assumption a JOIN scenario s ON s.id = a.scenario_id
       WHERE s.round_id = ? AND s.kind = 'calibration'`,
      [participants[0]?.roundId],
    );
    expect(rows.length).toBeGreaterThan(0);
    const years = rows.flatMap(({ basis, note }) => `${basis} ${note ?? ''}`.match(/\b20[12]\d\b/g) ?? []);
    expect(Math.max(...years.map(Number))).toBeLessThanOrEqual(2019);
  });

  it('calibrates each employer from its own history, with evidence and a source', async () => {
    const service = new AssumptionsService(new UnitOfWork(database.dataSource), new SystemClock());
    const [scenario] = await query<{ id: string }>(
      `SELECT s.id FROM scenario s JOIN planning_round r ON r.id = s.round_id
       WHERE r.first_year = 2026 AND s.kind = 'plan'`,
    );
    const leeds = (await participantsOf('2026/27 to 2030/31')).find(({ code }) => code === 'RR8');
    const grid = await service.readGrid({
      scenarioId: scenario?.id ?? '',
      organisationId: leeds?.id ?? '',
      parameter: 'retention.leaver-rate',
    });

    const nurses = grid.rows.find(({ staffGroup }) => staffGroup.code === 'nurses-and-health-visitors');
    const [cell] = nurses?.cells ?? [];
    expect(cell).toMatchObject({
      own: false,
      status: 'calibrated',
      provenance: {
        level: 'scenario',
        scenario: { name: 'Calibrated defaults' },
        organisation: { code: 'RR8' },
      },
    });
    const { value: local, weight, peer } = cell?.local ?? { value: null, weight: 0, peer: 0 };
    expect(weight).toBeGreaterThan(0.5);
    expect(cell?.value).toBeCloseTo(weight * (local ?? 0) + (1 - weight) * peer, 7);
    expect(cell?.source).toContain('Own leavers over 2 published months');
  });

  it('says of joiners which growth they rest on, and whose', async () => {
    const participants = await participantsOf('2026/27 to 2030/31');
    const leeds = participants.find(({ code }) => code === 'RR8')?.id ?? '';
    const [joiners] = await query<{ note: string }>(
      `SELECT a.note FROM assumption a JOIN scenario s ON s.id = a.scenario_id
       WHERE s.kind = 'calibration' AND a.organisation_id = '${leeds}'
         AND a.staff_group_code = 'nurses-and-health-visitors'
         AND a.parameter_key = 'growth.joiners-wider-labour-market' LIMIT 1`,
    );
    expect(joiners?.note).toMatch(/Own growth of FTE over 36 months.*England to 2025-11, \d+ % acute/);
  });

  it('asks for the projection of every unit, and begins one draft plan for each system and England', async () => {
    const units = await query<{ scenarioId: string; organisationId: string }>(
      'SELECT scenario_id AS scenarioId, organisation_id AS organisationId FROM projection_unit',
    );
    const rung = await query<{ payload: string }>(
      "SELECT payload FROM outbox WHERE topic = 'projection.requested'",
    );
    expect(rung.map(({ payload }) => payload).sort()).toEqual(
      units.map((unit) => JSON.stringify(unit)).sort(),
    );

    const plans = await query<{ code: string; state: string; round: string }>(
      `SELECT o.ods_code AS code, p.state, r.name AS round FROM system_plan p
       JOIN organisation_period o ON o.organisation_id = p.organisation_id AND o.valid_to IS NULL
       JOIN planning_round r ON r.id = p.round_id ORDER BY r.first_year, o.ods_code`,
    );
    expect(plans).toEqual([
      { code: 'ENG', state: 'draft', round: '2019/20 to 2023/24' },
      { code: 'QJ2', state: 'draft', round: '2026/27 to 2030/31' },
      { code: 'QWO', state: 'draft', round: '2026/27 to 2030/31' },
    ]);
    const returns = await query<{ state: string }>('SELECT DISTINCT state FROM organisation_return');
    expect(returns).toEqual([{ state: 'draft' }]);
    const schedules = await query<{ timeZone: string }>('SELECT time_zone AS timeZone FROM schedule');
    expect(schedules).toEqual(DEMO_ROUNDS.map(() => ({ timeZone: 'Europe/London' })));
  });

  it('gives one account to each role, with a password of its own', () => {
    const passwords = report.accounts.map(({ password }) => password);
    expect(passwords).toHaveLength(ROLES.length);
    expect(new Set(passwords).size).toBe(ROLES.length);
    expect(passwords.every((password) => password !== null && password.length >= 16)).toBe(true);
  });

  it('changes nothing when it is loaded again, and shows no password twice', async () => {
    const before = await everything();

    const again = await loadDemo(database.dataSource);

    expect(await everything()).toEqual(before);
    expect(again.rounds).toEqual([]);
    expect(again.filesImported).toBe(0);
    expect(again.accounts.every(({ password }) => password === null)).toBe(true);
  });
});
