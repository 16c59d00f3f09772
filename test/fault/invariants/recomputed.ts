import { AssumptionsService } from '#assumptions';
import { UnitOfWork } from '#persistence';
import { SystemClock, canonicalJson, loadConfiguration, sha256Hex } from '#platform';
import { loadPolicy } from '#policy';
import { RollUpService, UnitInputs, openReplays } from '#projections';
import type { Installation } from '../harness/installation';
import type { Violation } from './violation';

interface Published {
  readonly runId: string;
  readonly organisationId: string;
  readonly inputSha256: string;
}

/**
 * I3: what is published is what comes out when everything is done again from the start: the input built anew
 * from what is entered now, the run computed anew from it, and the sums made anew from the runs.
 */
export async function recomputedAlike({
  database,
  fixture,
  servers,
}: Installation): Promise<readonly Violation[]> {
  const unitOfWork = new UnitOfWork(database);
  const inputs = new UnitInputs(new AssumptionsService(unitOfWork, new SystemClock()), loadPolicy());
  const published: Published[] = await database.query(
    `SELECT r.id AS runId, r.organisation_id AS organisationId, r.input_sha256 AS inputSha256
       FROM projection_unit u JOIN projection_run r ON r.id = u.published_run_id
      WHERE u.quarantined_version IS NULL ORDER BY r.organisation_id`,
  );
  const replays = openReplays(database, loadConfiguration({ WHOLETIME_DATA_DIRECTORY: servers.folder }));
  const violations: Violation[] = [];
  const blame = (detail: string): void => void violations.push({ invariant: 'I3', detail });
  try {
    for (const { runId, organisationId, inputSha256 } of published) {
      const unit = { scenarioId: fixture.planId, organisationId };
      const { input } = await unitOfWork.run((manager) => inputs.build(manager, unit));
      if (sha256Hex(canonicalJson(input)) !== inputSha256) blame(`Run ${runId} is not of the newest input`);
      const { isSame, storedSha256 } = await replays.service.replay(runId);
      if (!isSame || storedSha256 === null) blame(`Run ${runId} does not come out as published`);
    }
  } finally {
    await replays.close();
  }
  const changed = await new RollUpService(unitOfWork).rollUp(fixture.planId);
  if (changed > 0) blame(`${changed} sums are not those of the runs under them`);
  return violations;
}
