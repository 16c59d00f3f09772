import { verifyAudit } from '#access';
import { readEncodedGroups } from '../../../libs/projections/series/result.repository';
import { resultSha256 } from '../../../libs/projections/series/result-hash';
import type { Installation } from '../harness/installation';
import { LEAVER_RATE } from '../harness/planner';
import { violationsOf, type Violation } from './violation';

/** I1: each acknowledged edit is in the history once, as acknowledged, and nothing else is. */
export async function editsKept({ database, ledger }: Installation): Promise<readonly Violation[]> {
  const rows: { organisationId: string; year: number; version: number; value: string }[] =
    await database.query(
      `SELECT a.organisation_id AS organisationId, a.first_year AS year, h.version, h.value
       FROM assumption_history h JOIN assumption a ON a.id = h.assumption_id WHERE a.parameter_key = ?`,
      [LEAVER_RATE],
    );
  const stored = new Map<string, string>();
  const doubled: string[] = [];
  for (const { organisationId, year, version, value } of rows) {
    const key = `${organisationId} ${year} version ${version}`;
    if (stored.has(key)) doubled.push(key);
    stored.set(key, Number(value).toFixed(8));
  }
  const acknowledged = new Map(
    ledger.acknowledged.map(({ organisationId, year, version, value }) => [
      `${organisationId} ${year} version ${version}`,
      value.toFixed(8),
    ]),
  );
  const lost = [...acknowledged].filter(([key, value]) => stored.get(key) !== value);
  const unasked = [...stored.keys()].filter((key) => !acknowledged.has(key));
  return [
    ...violationsOf('I1', lost, ([key]) => `${key} was acknowledged and is not stored so`),
    ...violationsOf('I1', doubled, (key) => `${key} is stored twice`),
    ...violationsOf('I1', unasked, (key) => `${key} is stored and was not acknowledged`),
  ];
}

/** I4 and I5: publications of a unit, in the order of their commits, are of ever newer inputs. */
export async function publicationsInOrder({ database }: Installation): Promise<readonly Violation[]> {
  const rows: { seq: number; unit: string; version: number }[] = await database.query(
    `SELECT seq, CONCAT(scenario_id, ' ', organisation_id) AS unit, input_version AS version
       FROM publish_log ORDER BY seq`,
  );
  const newest = new Map<string, number>();
  const violations: Violation[] = [];
  for (const { unit, version } of rows) {
    const before = newest.get(unit) ?? 0;
    const detail = `${unit}: input ${version} was published after input ${before}`;
    if (version === before) violations.push({ invariant: 'I4', detail });
    if (version < before) violations.push({ invariant: 'I5', detail });
    newest.set(unit, Math.max(before, version));
  }
  const behind: { unit: string }[] = await database.query(
    `SELECT CONCAT(u.scenario_id, ' ', u.organisation_id) AS unit FROM projection_unit u
      WHERE u.published_version < (SELECT COALESCE(MAX(l.input_version), 0) FROM publish_log l
             WHERE l.scenario_id = u.scenario_id AND l.organisation_id = u.organisation_id)`,
  );
  return [
    ...violations,
    ...violationsOf('I5', behind, ({ unit }) => `${unit}: shows an older input than was published`),
  ];
}

/** I6, in the database: the series of every published run are all there, to the bit. */
export async function runsWhole({ database }: Installation): Promise<readonly Violation[]> {
  const runs: { id: string; sha256: string | null; openings: number }[] = await database.query(
    `SELECT r.id, r.result_sha256 AS sha256,
            (SELECT COUNT(*) FROM projection_opening o WHERE o.result_id = r.id) AS openings
       FROM projection_run r JOIN projection_unit u ON u.published_run_id = r.id`,
  );
  const violations: Violation[] = [];
  for (const { id, sha256, openings } of runs) {
    const groups = await readEncodedGroups(database.manager, id);
    if (resultSha256(groups) !== sha256 || Number(openings) !== groups.length) {
      violations.push({ invariant: 'I6', detail: `Run ${id} is published and its results are not whole` });
    }
  }
  return violations;
}

/** I7: nothing is left open, and every series belongs to a published run or a sum. */
export async function nothingLeftOpen({ database }: Installation): Promise<readonly Violation[]> {
  const rows: { detail: string }[] = await database.query(
    `SELECT CONCAT('run ', id, ' is still running') AS detail FROM projection_run WHERE state = 'running'
      UNION ALL SELECT CONCAT('attempt ', attempt, ' of run ', run_id, ' has no end') FROM projection_attempt
              WHERE ended_at IS NULL
      UNION ALL SELECT DISTINCT CONCAT('result ', result_id, ' has no published run') FROM projection_series
              WHERE result_id NOT IN (SELECT id FROM projection_run WHERE state = 'published')
                AND result_id NOT IN (SELECT id FROM roll_up)
      UNION ALL SELECT CONCAT('unit of ', organisation_id, ' shows run ', published_run_id, ', which is not published')
              FROM projection_unit WHERE published_run_id IS NOT NULL
               AND published_run_id NOT IN (SELECT id FROM projection_run WHERE state = 'published')`,
  );
  return violationsOf('I7', rows, ({ detail }) => detail);
}

/** I8: the chain is intact, and edits and publications have one entry each. */
export async function audited({ database, ledger }: Installation): Promise<readonly Violation[]> {
  const { isIntact, faults } = await verifyAudit(database.manager);
  const [counts]: { edits: number; published: number; log: number; runs: number }[] = await database.query(
    `SELECT (SELECT COUNT(*) FROM audit_entry WHERE action = 'assumptions.edited') AS edits,
            (SELECT COUNT(*) FROM audit_entry WHERE action = 'projection.published') AS published,
            (SELECT COUNT(*) FROM publish_log) AS log,
            (SELECT COUNT(*) FROM projection_run WHERE state = 'published') AS runs`,
  );
  const { edits, published, log, runs } = counts ?? { edits: 0, published: 0, log: 0, runs: 0 };
  const details = [
    ...(isIntact ? [] : [`the chain is broken: ${JSON.stringify(faults.slice(0, 3))}`]),
    ...(Number(edits) === ledger.acknowledged.length
      ? []
      : [`${edits} entries tell of ${ledger.acknowledged.length} edits`]),
    ...(Number(published) === Number(log) && Number(log) === Number(runs)
      ? []
      : [`${runs} published runs have ${log} lines in the log and ${published} audit entries`]),
  ];
  return violationsOf('I8', details, (detail) => detail);
}
