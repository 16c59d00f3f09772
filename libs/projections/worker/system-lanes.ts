import type { DataSource } from 'typeorm';
import { Lanes, type QueuedJob } from '#queue';

/** Systems change once in years; a new organisation waits in a lane of its own for as long. */
const KNOWN_FOR_MILLISECONDS = 600_000;
const NOBODY = 'nobody';

/**
 * A lane for each system, and beside it one for what a schedule asks for, so that no edit waits for that; and one for
 * each endpoint, so that no receiver waits for another that is slow.
 */
export class SystemLanes extends Lanes {
  private systems: ReadonlyMap<string, string> = new Map();
  private readAt = -Infinity;

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async of(jobs: readonly QueuedJob[]): Promise<readonly string[]> {
    const owners = await this.ownersOf(jobs);
    const systems = await this.systemsByOrganisation();
    return jobs.map((job, index) => {
      const owner = owners[index] ?? NOBODY;
      return `${job.name} ${systems.get(owner) ?? owner}`;
    });
  }

  /** The organisation, or else the scenario, that each job works for. */
  private async ownersOf(jobs: readonly QueuedJob[]): Promise<readonly string[]> {
    const rollUps = await this.organisationsIn(
      'roll_up',
      jobs.flatMap((job) => (job.name === 'draw-ranges' ? [job.payload.rollUpId] : [])),
    );
    const proposals = await this.organisationsIn(
      'plan_proposal',
      jobs.flatMap((job) => (job.name === 'solve-proposal' ? [job.payload.proposalId] : [])),
    );
    const endpoints = await this.endpointsOf(jobs);
    return jobs.map((job) => {
      switch (job.name) {
        case 'announce-event':
          return NOBODY;
        case 'deliver-webhook':
          return endpoints.get(job.payload.deliveryId) ?? NOBODY;
        case 'draw-ranges':
          return rollUps.get(job.payload.rollUpId) ?? NOBODY;
        case 'solve-proposal':
          return proposals.get(job.payload.proposalId) ?? NOBODY;
        case 'roll-up-scenario':
          return job.payload.scenarioId;
        default:
          return job.payload.organisationId;
      }
    });
  }

  private async endpointsOf(jobs: readonly QueuedJob[]): Promise<ReadonlyMap<string, string>> {
    const ids = jobs.flatMap((job) => (job.name === 'deliver-webhook' ? [job.payload.deliveryId] : []));
    if (ids.length === 0) return new Map();
    const rows: { readonly id: string; readonly endpointId: string }[] = await this.dataSource.query(
      'SELECT id, endpoint_id AS endpointId FROM webhook_delivery WHERE id IN (?)',
      [ids],
    );
    return new Map(rows.map(({ id, endpointId }) => [id, endpointId]));
  }

  private async organisationsIn(
    table: 'roll_up' | 'plan_proposal',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows: { readonly id: string; readonly organisationId: string }[] = await this.dataSource.query(
      `SELECT id, organisation_id AS organisationId FROM ${table} WHERE id IN (?)`,
      [ids],
    );
    return new Map(rows.map(({ id, organisationId }) => [id, organisationId]));
  }

  private async systemsByOrganisation(): Promise<ReadonlyMap<string, string>> {
    if (performance.now() - this.readAt < KNOWN_FOR_MILLISECONDS) return this.systems;
    const rows: { readonly id: string; readonly systemId: string }[] = await this.dataSource.query(
      `SELECT organisation_id AS id, parent_id AS systemId FROM organisation_membership
        WHERE relation = 'system' ORDER BY valid_from`,
    );
    this.systems = new Map(rows.map(({ id, systemId }) => [id, systemId]));
    this.readAt = performance.now();
    return this.systems;
  }
}
