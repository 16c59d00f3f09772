import { LaneOfScenario } from '../../test/support/lane-of-scenario';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../test/support/test-redis';
import { BullDoorbell, QueueInspector, assertOutboxMoves, readOutboxLine } from '.';

let database: TestDatabase;
let redis: TestRedis;
let inspector: QueueInspector;

beforeAll(async () => {
  database = await createTestDatabase();
  redis = createTestRedis();
  inspector = new QueueInspector({ redisUrl: redis.url, prefix: redis.prefix });
});

afterAll(async () => {
  await inspector.close();
  await redis.close();
  await database.close();
});

describe('the inspector of the queues', () => {
  it('counts what waits, queue by queue', async () => {
    const doorbell = new BullDoorbell({ redisUrl: redis.url, prefix: redis.prefix }, new LaneOfScenario());
    await doorbell.ring([
      { name: 'project-unit', payload: { scenarioId: 'a', organisationId: 'b' } },
      { name: 'project-unit', payload: { scenarioId: 'a', organisationId: 'c' } },
      { name: 'roll-up-scenario', payload: { scenarioId: 'a' } },
    ]);
    await doorbell.close();
    const lines = await inspector.lines();
    expect([lines['projections']?.depth, lines['roll-ups']?.depth, lines['ranges']?.depth]).toEqual([
      2, 1, 0,
    ]);
    await expect(inspector.assertRunsMove()).resolves.toBeUndefined();
  });

  it('finds a Redis that never evicts fit', async () => {
    await expect(inspector.assertRedisFit()).resolves.toBeUndefined();
  });

  it('is concerned about messages that nobody relays for more than a minute', async () => {
    const add = (seconds: number): Promise<unknown> =>
      database.dataSource.query(
        `INSERT INTO outbox (topic, payload, created_at)
         VALUES ('roll-up.requested', '{}', UTC_TIMESTAMP(6) - INTERVAL ? SECOND)`,
        [seconds],
      );
    await add(5);
    await expect(assertOutboxMoves(database.dataSource)).resolves.toBeUndefined();
    await add(600);
    await expect(assertOutboxMoves(database.dataSource)).rejects.toThrow(
      /2 messages wait, the oldest for 60\d s/,
    );
    expect((await readOutboxLine(database.dataSource)).depth).toBe(2);
  });
});
