/**
 * A worker that publishes statement by statement, whoever holds the run and whatever is published already: it
 * must be caught when it dies between two of them, and when a frozen one comes back.
 */
const { failpoint } = require('../../../dist/libs/platform/failpoint.js');
const { recordAudit } = require('../../../dist/libs/access/index.js');
const { appendOutbox } = require('../../../dist/libs/queue/index.js');
const publication = require('../../../dist/libs/projections/run/run-publication.repository.js');
const { storeRemarks, storeSeries } = require('../../../dist/libs/projections/series/result.repository.js');

publication.RunPublicationRepository.prototype.publish = async function publish(run, result) {
  const { manager } = this.unitOfWork.dataSource;
  const { scenarioId, organisationId } = run.unit;
  const unit = [scenarioId, organisationId];
  await manager.query(
    `UPDATE projection_unit SET published_version = ?, published_run_id = ?, published_at = UTC_TIMESTAMP(6)
      WHERE scenario_id = ? AND organisation_id = ?`,
    [run.inputVersion, run.id, ...unit],
  );
  await manager.query(
    `UPDATE projection_run SET state = 'published', result_sha256 = ?, lease_until = NULL WHERE id = ?`,
    [result.resultSha256, run.id],
  );
  failpoint('worker.half-of-results');
  await storeSeries(manager, run.id, result.groups);
  await storeRemarks(manager, run.id, result);
  await manager.query(
    `INSERT INTO publish_log (scenario_id, organisation_id, input_version, engine_version, run_id, at)
     VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [...unit, run.inputVersion, run.identity.engineVersion, run.id],
  );
  await recordAudit(manager, {
    actor: 'worker',
    action: 'projection.published',
    entity: 'projection-run',
    entityId: run.id,
    organisationId,
    detail: { scenarioId },
    correlationId: null,
  });
  await manager.query(
    `UPDATE projection_attempt SET ended_at = UTC_TIMESTAMP(6), outcome = 'published' WHERE run_id = ?`,
    [run.id],
  );
  await appendOutbox(manager, 'roll-up.requested', { scenarioId });
  return 'published';
};
require('../../../dist/apps/worker/main.js');
