import {
  defer,
  exhaustMap,
  filter,
  finalize,
  from,
  mergeMap,
  pairwise,
  shareReplay,
  startWith,
  timer,
  type Observable,
} from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '#persistence';
import type { ProjectionEvent } from './freshness';
import { sumFreshness, unitFreshness } from './unit-freshness';
import { readScenarioPlace, readUnitStates } from './unit-state.repository';

/** State of every organisation of a scenario, units and sums, by organisation. */
type Snapshot = ReadonlyMap<string, Omit<ProjectionEvent, 'at'>>;

/**
 * Changes of a scenario's units and sums, found by looking at the database: nothing is missed while Redis is
 * away, and any number of followers of one scenario share its looks.
 */
export class ProjectionEvents {
  private readonly looks = new Map<string, Observable<Snapshot>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lookMilliseconds: number,
  ) {}

  /** Begins with the state of every organisation, so that a follower who connects again has missed nothing. */
  follow(scenarioId: string): Observable<ProjectionEvent> {
    return defer(() => this.looksAt(scenarioId)).pipe(
      startWith<Snapshot>(new Map()),
      pairwise(),
      mergeMap(([before, after]) => changes(before, after)),
    );
  }

  private looksAt(scenarioId: string): Observable<Snapshot> {
    const known = this.looks.get(scenarioId);
    if (known !== undefined) {
      return known;
    }
    const looks = timer(0, this.lookMilliseconds).pipe(
      exhaustMap(() => from(this.look(scenarioId))),
      filter((snapshot) => snapshot !== null),
      finalize(() => this.looks.delete(scenarioId)),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    this.looks.set(scenarioId, looks);
    return looks;
  }

  /** Null while the database is away: then there is nothing to tell. */
  private async look(scenarioId: string): Promise<Snapshot | null> {
    try {
      return await this.unitOfWork.run((manager) => readSnapshot(manager, scenarioId));
    } catch {
      return null;
    }
  }
}

async function readSnapshot(manager: EntityManager, scenarioId: string): Promise<Snapshot> {
  const { tree } = await readScenarioPlace(manager, scenarioId);
  const units = await readUnitStates(manager, scenarioId, tree);
  const sums: { organisationId: string; id: string }[] = await manager.query(
    'SELECT organisation_id AS organisationId, id FROM roll_up WHERE scenario_id = ? AND is_current = 1',
    [scenarioId],
  );
  const snapshot = new Map<string, Omit<ProjectionEvent, 'at'>>();
  for (const [organisationId, unit] of units) {
    const { state, progress, runId } = unitFreshness(unit);
    snapshot.set(organisationId, { organisationId, state, progress, runId });
  }
  for (const { organisationId, id } of sums) {
    const under = tree.descendantsOf(organisationId).flatMap((node) => units.get(node.id) ?? []);
    const { state, progress } = sumFreshness(under);
    snapshot.set(organisationId, { organisationId, state, progress, runId: id });
  }
  return snapshot;
}

function changes(before: Snapshot, after: Snapshot): readonly ProjectionEvent[] {
  const at = new Date().toISOString();
  return [...after.values()]
    .filter((event) => {
      const known = before.get(event.organisationId);
      return (
        known === undefined ||
        known.state !== event.state ||
        known.progress !== event.progress ||
        known.runId !== event.runId
      );
    })
    .map((event) => ({ ...event, at }));
}
