import type { EntityManager } from 'typeorm';
import { readPlanStandings, type FrozenRun, type PlanStanding } from '#plans';
import { readRunAxes, readSeries } from '#projections';
import { equalityFigures, type EqualityFigures } from './england/equality-figures';
import { planningLines, type UnnumberedObservation } from './england/planning-lines';
import { publishedPlaces, type PublishedPlace } from './england/published-places';

/** What a release is made from: what stands for each system, and where it came from. */
export interface ReleaseSource {
  readonly scenario: { readonly id: string; readonly name: string; readonly roundName: string };
  readonly places: readonly PublishedPlace[];
  /** Planning lines, in release order. */
  readonly planning: readonly UnnumberedObservation[];
  /** Equality tables before any protection. */
  readonly equality: EqualityFigures;
  readonly provenance: ReleaseProvenance;
}

/** Where every figure of a release comes from. */
export interface ReleaseProvenance {
  readonly plans: readonly PlanProvenance[];
}

/** What stands for a system, the sign-offs it rests on, and the runs that it adds up. */
export interface PlanProvenance {
  readonly code: string;
  readonly name: string;
  readonly status: PlanStanding['status'];
  readonly scenario: string;
  /** The frozen version; null for a default. */
  readonly version: {
    readonly number: number;
    readonly contentSha256: string;
    readonly frozenAt: string;
    readonly signOffs: NonNullable<PlanStanding['version']>['signOffs'];
  } | null;
  readonly runs: readonly {
    readonly organisation: string;
    readonly runId: string;
    readonly engineVersion: string;
    readonly inputSha256: string;
    readonly seed: string;
    readonly draws: number;
    readonly baselineSha256: string | null;
  }[];
  readonly leftOut: readonly { readonly organisation: string; readonly reason: string }[];
}

/**
 * Reads what stands for each system now.
 *
 * @param scenarioId for systems without a plan
 * @throws NotFoundError where the scenario does not exist
 */
export async function readReleaseSource(manager: EntityManager, scenarioId: string): Promise<ReleaseSource> {
  const { round, scenario, tree, plans } = await readPlanStandings(manager, scenarioId);
  const runs = plans.flatMap((plan) => plan.runs);
  const places = publishedPlaces(tree, plans);
  const series = await readSeries(
    manager,
    runs.map(({ runId }) => runId),
  );
  const axes = await readRunAxes(manager, runs);
  return {
    scenario: { id: scenario.id, name: scenario.name, roundName: round.name },
    places,
    planning: planningLines({
      places,
      runs: new Map(runs.map((run) => [run.runId, run])),
      staffGroups: await readLeafGroups(manager),
      scenario: scenario.name,
    }),
    equality: equalityFigures({ tree, plans, series, axes }),
    provenance: { plans: plans.map(provenanceOf) },
  };
}

async function readLeafGroups(manager: EntityManager): Promise<readonly string[]> {
  const rows: { code: string }[] = await manager.query(
    'SELECT code FROM staff_group WHERE is_leaf = 1 ORDER BY position, code',
  );
  return rows.map(({ code }) => code);
}

function provenanceOf({ node, status, version, scenario, runs, leftOut }: PlanStanding): PlanProvenance {
  return {
    code: node.code,
    name: node.name,
    status,
    scenario: scenario.name,
    version:
      version === null
        ? null
        : {
            number: version.version,
            contentSha256: version.contentSha256,
            frozenAt: version.frozenAt,
            signOffs: version.signOffs,
          },
    runs: runs.map(runProvenance),
    leftOut: leftOut.map(({ organisation, reason }) => ({ organisation: organisation.code, reason })),
  };
}

function runProvenance(run: FrozenRun): PlanProvenance['runs'][number] {
  const { organisation, runId, engineVersion, inputSha256, seed, draws, baselineSha256 } = run;
  return {
    organisation: organisation.code,
    runId,
    engineVersion,
    inputSha256,
    seed,
    draws,
    baselineSha256: baselineSha256 ?? null,
  };
}
