import { Logger } from '@nestjs/common';
import type { RangesOfNode } from '#modules/uncertainty';
import { createWorker, until } from '../../../test/support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../../../test/support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../../test/support/test-redis';
import { ProjectionsService } from '../projections.service';
import type { ProjectionWorker } from '../worker/projection-worker';

const DRAWS = '30';
const NURSES = 'nurses-and-health-visitors';

describe('likely ranges', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let fixture: ProjectionFixture;
  let service: ProjectionsService;
  let worker: ProjectionWorker;

  beforeEach(async () => {
    Logger.overrideLogger(['error']);
    database = await createTestDatabase();
    redis = createTestRedis();
    fixture = await openProjectionFixture(database.dataSource);
    service = new ProjectionsService(fixture.unitOfWork);
    worker = await createWorker(fixture, { database, redis, settings: { WHOLETIME_DRAWS: DRAWS } });
    worker.start();
  });

  afterEach(async () => {
    await worker.drain(4000);
    await redis.close();
    await database.close();
  });

  const read = (code: string) => service.ranges(fixture.planId, fixture.organisation(code));
  const untilReady = (code: string) =>
    until(`the ranges of ${code}`, async () => (await read(code)).state === 'ready');
  const seriesOf = (ranges: RangesOfNode | null, group: string) => {
    const found = ranges?.staffGroups.find(({ code }) => code === group)?.measures.fte;
    if (found === undefined) throw new Error(`no ranges of ${group}`);
    return found;
  };
  const last = (values: readonly number[]): number => values.at(-1) ?? NaN;

  it('are drawn for organisations, their systems and the nation, around the published figures', async () => {
    await untilReady('ENG');

    for (const code of ['RR8', 'QWO', 'ENG']) {
      const { ranges, draws } = await read(code);
      const { central, p10, p50, p90 } = seriesOf(ranges, NURSES);
      expect(draws).toBe(Number(DRAWS));
      expect(last(p10)).toBeLessThan(last(p50));
      expect(last(p50)).toBeLessThan(last(p90));
      const overview = await service.overview(fixture.planId, fixture.organisation(code));
      const published = overview.staffGroups.find((group) => group.code === NURSES)?.lines.staffInPost;
      expect(last(central)).toBeCloseTo(published?.at(-1) ?? NaN, 6);
    }
    expect((await read('RR8')).ranges?.months.length).toBeGreaterThan(60);
    expect((await read('ENG')).ranges?.months.every((month) => month.endsWith('-03'))).toBe(true);
  });

  it('of a sum are narrower than those of its parts added up, and wider than if nothing were shared', async () => {
    await untilReady('QWO');
    const widthOf = async (code: string): Promise<number> => {
      const { p10, p90 } = seriesOf((await read(code)).ranges, NURSES);
      return last(p90) - last(p10);
    };
    const parts = [await widthOf('RR8'), await widthOf('RWY')];
    const sum = parts.reduce((total, width) => total + width, 0);
    const independent = Math.sqrt(parts.reduce((total, width) => total + width * width, 0));
    expect(await widthOf('QWO')).toBeLessThan(sum);
    expect(await widthOf('QWO')).toBeGreaterThan(independent * 0.8);
  });

  it('are drawn again after an edit, and never shown beside figures they do not belong to', async () => {
    await untilReady('QWO');
    const before = seriesOf((await read('RR8')).ranges, NURSES);

    await fixture.edit('RR8', 0.2);
    await until('the new sum', async () => (await read('QWO')).state !== 'ready');
    expect((await read('RR8')).ranges).toBeNull();
    await untilReady('QWO');

    expect(last(seriesOf((await read('RR8')).ranges, NURSES).p50)).toBeLessThan(last(before.p10));
  });
});
