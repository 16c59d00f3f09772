import type { EntityManager } from 'typeorm';
import type { InputLayers } from '#assumptions';
import type { UnitOfWork } from '#persistence';
import { newId } from '#platform';
import type { ProjectionUnit } from '#queue';
import { referenceSetInForce } from '../compute/reference-set';
import { decideClaim, type ClaimFacts, type NothingToDo } from './claim-decision';
import { endOpenAttempts, openAttempt, spentAttempts } from './run-attempt.repository';
import { quarantineUnit } from './quarantine';
import type { RunIdentity, RunState } from './run-state';
import type { UnitInputs } from './unit-inputs';

/** A run that this worker holds until its lease runs out. */
export interface ClaimedRun {
  readonly id: string;
  readonly unit: ProjectionUnit;
  readonly inputVersion: number;
  readonly identity: RunIdentity;
  readonly attempt: number;
  /** Who holds it: unique to the claim, so that a worker that comes back from the dead is told apart. */
  readonly worker: string;
}

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly run: ClaimedRun }
  | { readonly kind: 'quarantined' }
  | { readonly kind: 'nothing-to-do'; readonly reason: NothingToDo | CannotDo };

/**
 * Why this process cannot do anything: the unit does not exist or has no opening position, or a newer
 * version of the program is in force and its workers do the work.
 */
export type CannotDo = 'unknown-unit' | 'no-baseline' | 'other-version';

/** Who claims, and for how long at a time. */
export interface Claimant {
  /** Name of the process, at most 40 characters. */
  readonly name: string;
  readonly leaseMilliseconds: number;
  /** Hash of the engine, registry and policy that this process computes with. */
  readonly referenceSet: string;
}

interface UnitRow {
  readonly publishedVersion: number;
  readonly quarantinedVersion: number | null;
  readonly hasBaseline: number;
}

interface RunRow {
  readonly id: string;
  readonly state: RunState;
  readonly isHeld: number;
}

/** Gives each run to one worker at a time. */
export class RunClaimRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inputs: UnitInputs,
    private readonly claimant: Claimant,
  ) {}

  /**
   * Claims the unit's run on its newest input, creating it if there is none: the run and the attempt are
   * committed before anything is computed, so that an attempt that kills its worker is counted.
   */
  async claim(unit: ProjectionUnit, identity: RunIdentity): Promise<ClaimOutcome> {
    return this.unitOfWork.run(async (manager) => {
      const row = await lockUnit(manager, unit);
      const obstacle = await this.obstacleTo(manager, row);
      if (row === null || obstacle !== null) {
        return { kind: 'nothing-to-do', reason: obstacle ?? 'unknown-unit' };
      }
      const layers = await this.inputs.layers(manager, unit);
      const run = await findRun(manager, { unit, inputVersion: layers.inputVersion, identity });
      const decision = decideClaim(await factsOf(manager, row, { inputVersion: layers.inputVersion, run }));
      if (decision.kind === 'nothing-to-do') {
        return decision;
      }
      const id = run?.id ?? (await createRun(manager, { unit, layers, identity }));
      if (decision.kind === 'quarantine') {
        await endOpenAttempts(manager, id, 'crashed');
        await quarantineUnit(manager, { unit, inputVersion: layers.inputVersion, runId: id });
        return { kind: 'quarantined' };
      }
      return {
        kind: 'claimed',
        run: await this.take(manager, { id, unit, identity, inputVersion: layers.inputVersion }),
      };
    });
  }

  private async obstacleTo(manager: EntityManager, unit: UnitRow | null): Promise<CannotDo | null> {
    if (unit === null) {
      return 'unknown-unit';
    }
    if (Number(unit.hasBaseline) === 0) {
      return 'no-baseline';
    }
    return (await referenceSetInForce(manager)) === this.claimant.referenceSet ? null : 'other-version';
  }

  private async take(
    manager: EntityManager,
    run: Pick<ClaimedRun, 'id' | 'unit' | 'identity' | 'inputVersion'>,
  ): Promise<ClaimedRun> {
    const worker = `${this.claimant.name}/${newId()}`;
    await endOpenAttempts(manager, run.id, 'crashed');
    const attempt = await openAttempt(manager, run.id, worker);
    await manager.query(
      `UPDATE projection_run
          SET state = 'running', worker = ?, attempts = ?, progress = 0, error = NULL, finished_at = NULL,
              started_at = UTC_TIMESTAMP(6), lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND
        WHERE id = ?`,
      [worker, attempt, this.claimant.leaseMilliseconds * 1000, run.id],
    );
    return { ...run, worker, attempt };
  }
}

async function lockUnit(manager: EntityManager, unit: ProjectionUnit): Promise<UnitRow | null> {
  const rows: UnitRow[] = await manager.query(
    `SELECT published_version AS publishedVersion, quarantined_version AS quarantinedVersion,
            EXISTS (SELECT 1 FROM scenario s JOIN round_participant p ON p.round_id = s.round_id
                     WHERE s.id = projection_unit.scenario_id AND p.organisation_id = projection_unit.organisation_id
                       AND p.baseline_snapshot_id IS NOT NULL) AS hasBaseline
       FROM projection_unit WHERE scenario_id = ? AND organisation_id = ? FOR UPDATE`,
    [unit.scenarioId, unit.organisationId],
  );
  return rows[0] ?? null;
}

interface RunKey {
  readonly unit: ProjectionUnit;
  readonly inputVersion: number;
  readonly identity: RunIdentity;
}

async function findRun(
  manager: EntityManager,
  { unit, inputVersion, identity }: RunKey,
): Promise<RunRow | null> {
  const rows: RunRow[] = await manager.query(
    `SELECT id, state, (state = 'running' AND lease_until > UTC_TIMESTAMP(6)) AS isHeld FROM projection_run
      WHERE scenario_id = ? AND organisation_id = ? AND input_version = ?
        AND engine_version = ? AND seed = ? AND draws = ?`,
    [
      unit.scenarioId,
      unit.organisationId,
      inputVersion,
      identity.engineVersion,
      identity.seed,
      identity.draws,
    ],
  );
  return rows[0] ?? null;
}

async function factsOf(
  manager: EntityManager,
  unit: UnitRow,
  { inputVersion, run }: { readonly inputVersion: number; readonly run: RunRow | null },
): Promise<ClaimFacts> {
  return {
    inputVersion,
    publishedVersion: Number(unit.publishedVersion),
    quarantinedVersion: unit.quarantinedVersion === null ? null : Number(unit.quarantinedVersion),
    run:
      run === null
        ? null
        : {
            state: run.state,
            isHeld: Number(run.isHeld) === 1,
            spentAttempts: await spentAttempts(manager, run.id),
          },
  };
}

async function createRun(
  manager: EntityManager,
  {
    unit,
    layers,
    identity,
  }: { readonly unit: ProjectionUnit; readonly layers: InputLayers; readonly identity: RunIdentity },
): Promise<string> {
  const id = newId();
  await manager.query(
    `INSERT INTO projection_run
       (id, scenario_id, organisation_id, input_version, input_layers, engine_version, seed, draws, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running', UTC_TIMESTAMP(6))`,
    [
      id,
      unit.scenarioId,
      unit.organisationId,
      layers.inputVersion,
      JSON.stringify(layers.layers),
      identity.engineVersion,
      identity.seed,
      identity.draws,
    ],
  );
  return id;
}
