import { ProjectionsService } from '#projections';
import { UnitOfWork } from '#persistence';
import type { Installation } from '../harness/installation';
import type { Violation } from './violation';

/** The promise is 30 s on a machine of its own; the time is reported, and the limit ends a wait on a busy one. */
const LIMIT_MILLISECONDS = 120_000;
const LOOK_MILLISECONDS = 50;

/** How long it took until everything entered was published and summed, or what had not caught up in time. */
export interface Convergence {
  readonly seconds: number;
  readonly violations: readonly Violation[];
}

/**
 * Waits until nothing is stale, waits or is in hand. Held-back units count as settled: they are published
 * nowhere and say so.
 */
export async function converge(
  installation: Installation,
  limitMilliseconds = LIMIT_MILLISECONDS,
): Promise<Convergence> {
  const started = performance.now();
  for (;;) {
    const stale = await unsettled(installation);
    const milliseconds = performance.now() - started;
    if (stale.length === 0) return { seconds: milliseconds / 1000, violations: [] };
    if (milliseconds > limitMilliseconds) {
      return {
        seconds: milliseconds / 1000,
        violations: stale.map((detail) => ({ invariant: 'I2', detail })),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
}

async function unsettled(installation: Installation): Promise<readonly string[]> {
  const { database, fixture } = installation;
  // A first look, so that the database answers again before the service is asked.
  const waiting = await installation.query<{ n: number }>(
    `SELECT (SELECT COUNT(*) FROM outbox WHERE relayed_at IS NULL) +
            (SELECT COUNT(*) FROM projection_run WHERE state = 'running') AS n`,
  );
  const service = new ProjectionsService(new UnitOfWork(database));
  const { freshness, units } = await service.status(fixture.planId, fixture.organisation('ENG', 'nation'));
  const stale = units
    .filter((unit) => unit.freshness.state !== 'up-to-date' && unit.quarantineReason === null)
    .map(({ organisation, freshness: { state } }) => `${organisation.code} is ${state}`);
  const isHeldBack = units.some(({ quarantineReason }) => quarantineReason !== null);
  if (!isHeldBack && freshness.state !== 'up-to-date') stale.push(`the nation is ${freshness.state}`);
  if (Number(waiting[0]?.n) > 0) stale.push(`${waiting[0]?.n} messages or runs wait`);
  return stale;
}
