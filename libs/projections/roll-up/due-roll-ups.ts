import type { DataSource, EntityManager } from 'typeorm';
import type { QueuedJob } from '#queue';

/** Finds current scenarios in which something is published that no current sum includes. */
export class DueRollUps {
  constructor(private readonly dataSource: DataSource) {}

  async find(): Promise<readonly QueuedJob[]> {
    const scenarioIds = await scenariosWithDueSums(this.dataSource.manager);
    return scenarioIds.map((scenarioId) => ({ name: 'roll-up-scenario', payload: { scenarioId } }));
  }
}

/**
 * Current scenarios whose sums lack something published. A published unit without any node above it needs
 * no sum; it is told by having no parent on the date.
 */
export async function scenariosWithDueSums(manager: EntityManager): Promise<readonly string[]> {
  const rows: { scenarioId: string }[] = await manager.query(
    `SELECT DISTINCT u.scenario_id AS scenarioId
       FROM projection_unit u
       JOIN scenario s ON s.id = u.scenario_id AND s.is_current = 1
       JOIN planning_round r ON r.id = s.round_id
      WHERE u.published_run_id IS NOT NULL
        AND EXISTS (
          SELECT 1 FROM organisation_membership above
           WHERE above.organisation_id = u.organisation_id AND above.relation IN ('system', 'region', 'nation', 'unit')
             AND above.valid_from <= r.tree_as_at AND (above.valid_to IS NULL OR above.valid_to > r.tree_as_at))
        AND NOT EXISTS (
          SELECT 1 FROM roll_up_member m JOIN roll_up sum ON sum.id = m.roll_up_id AND sum.is_current = 1
           WHERE m.run_id = u.published_run_id AND sum.scenario_id = u.scenario_id)`,
  );
  return rows.map(({ scenarioId }) => scenarioId);
}
