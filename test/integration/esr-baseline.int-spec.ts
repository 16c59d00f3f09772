import { AssumptionsService } from '#assumptions';
import { UnitOfWork } from '#persistence';
import { SystemClock } from '#platform';
import { type Overview, type ProjectionWorker } from '#projections';
import { ESR_DAYS, syntheticExtracts } from '../support/esr/esr-extracts.fixture';
import { createWorker, until } from '../support/projection-worker.fixture';
import { createTestRedis, type TestRedis } from '../support/test-redis';
import { startApi, type ApiUnderTest, type Caller } from './api/api-under-test';

const BOUNDARY = 'the-boundary';

interface Baseline {
  readonly organisation: { readonly code: string };
  readonly snapshot: { readonly id: string; readonly sha256: string; readonly fte: number } | null;
  readonly lastChoice: { readonly reason: string; readonly author: string } | null;
}

/** From an employer's own extract to its published projection, as a planner does it. */
describe('a plan that stands on an ESR extract', () => {
  let api: ApiUnderTest;
  let redis: TestRedis;
  let worker: ProjectionWorker;
  let lead: Caller & { readonly personId: string };
  let organisationId: string;
  const { later, truth } = syntheticExtracts(200);

  beforeAll(async () => {
    api = await startApi();
    redis = createTestRedis();
    const unitOfWork = new UnitOfWork(api.dataSource);
    const assumptions = new AssumptionsService(unitOfWork, new SystemClock());
    worker = await createWorker({ unitOfWork, assumptions }, { database: api.database, redis });
    worker.start();
    lead = await api.signedIn('workforce-lead', 'RR8');
    organisationId = api.fixture.organisation('RR8');
  });

  afterAll(async () => {
    await worker.drain(4000);
    await redis.close();
    await api.close();
  });

  const importExtract = (text: string) =>
    lead.send(
      'POST',
      `/esr-extracts?organisationId=${organisationId}&asAt=${ESR_DAYS.later}`,
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="extract"; filename="extract.csv"\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`,
      ),
      { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    );
  const baseline = async (): Promise<Baseline> => {
    const answer = await lead.get('/baselines', { roundId: api.fixture.roundId });
    const found = answer
      .json<{ baselines: Baseline[] }>()
      .baselines.find(({ organisation }) => organisation.code === 'RR8');
    if (found === undefined) throw new Error(answer.text);
    return found;
  };
  const choose = (asAt: string, baseSnapshotId: string | null, caller = lead) =>
    caller.send('POST', '/baselines', {
      roundId: api.fixture.roundId,
      organisationId,
      origin: 'esr-extract',
      asAt,
      baseSnapshotId,
      reason: 'Our own figures in place of published ones',
    });
  const overview = async (): Promise<Overview> =>
    (await lead.get('/projections/overview', { scenarioId: api.fixture.planId, organisationId })).json();

  it('is projected from the bands, ages and ethnicity of its own staff', async () => {
    expect((await importExtract(later)).status).toBe(201);
    const options = await lead.get('/baselines/options', { roundId: api.fixture.roundId, organisationId });
    expect(options.json()).toEqual({ options: [{ origin: 'esr-extract', asAt: ESR_DAYS.later }] });
    expect((await baseline()).snapshot).toBeNull();

    expect((await choose(ESR_DAYS.later, null)).status).toBe(204);
    await until('the first projection', async () => (await overview()).freshness.state === 'up-to-date');

    const { snapshot, lastChoice } = await baseline();
    expect(snapshot?.fte).toBeCloseTo(truth.stock('closing', 'all').hundredths / 100, 5);
    expect(lastChoice).toMatchObject({ reason: 'Our own figures in place of published ones' });
    const { staffGroups, coverage, baseline: opening, result } = await overview();
    expect(result).not.toBeNull();
    expect(opening?.openingFte).toBeCloseTo(snapshot?.fte ?? 0, 5);
    expect(coverage.bases).toMatchObject([{ basis: 'esr-extract' }]);
    const everyone = staffGroups.find(({ code }) => code === 'all-staff');
    expect(everyone?.lines.staffInPost[0]).toBeCloseTo(snapshot?.fte ?? 0, 5);
    expect(everyone?.lines.staffInPost.at(-1)).toBeGreaterThan(0);
    const nurses = staffGroups.find(({ code }) => code === 'nurses-and-health-visitors');
    expect(nurses?.lines.staffInPost[0]).toBeCloseTo(
      truth.stock('closing', 'nurses-and-health-visitors').hundredths / 100,
      5,
    );
  });

  it('is changed by whoever sees what is in force, with a line in the audit trail', async () => {
    const { snapshot } = await baseline();

    expect((await choose(ESR_DAYS.later, null)).status).toBe(409);
    expect((await choose(ESR_DAYS.later, snapshot?.id ?? null)).status).toBe(422);
    expect((await choose(ESR_DAYS.earlier, snapshot?.id ?? null)).status).toBe(404);
    expect((await choose('2026-04-30', snapshot?.id ?? null)).status).toBe(422);
    expect((await choose(ESR_DAYS.later, null, await api.signedIn('clinical-lead', 'RR8'))).status).toBe(403);
    expect((await choose(ESR_DAYS.later, null, await api.signedIn('workforce-lead', 'QJ2'))).status).toBe(
      404,
    );
    const audited = await api.dataSource.query<object[]>(
      "SELECT entity_id AS id, actor FROM audit_entry WHERE action = 'baseline.chosen'",
    );
    expect(audited).toEqual([{ id: snapshot?.id, actor: lead.personId }]);
    const { snapshots } = (await lead.get('/baselines/snapshots')).json<{ snapshots: object[] }>();
    expect(snapshots).toMatchObject([
      { organisation: { id: organisationId, code: 'RR8' }, basis: 'esr-extract', sha256: snapshot?.sha256 },
    ]);
  });
});
