import { AssumptionsService, type AssumptionCell, type AssumptionEdit, type SavedEdits } from '#assumptions';
import { UnitOfWork } from '#persistence';
import { SystemClock } from '#platform';
import type { EntityManager } from 'typeorm';
import { openPlanningFixture, type PlanningFixture } from './planning.fixture';
import { createTestDatabase, type TestDatabase } from './test-database';

/** The parameter that the tests edit. */
export const LEAVER_RATE = 'retention.leaver-rate';
export const NURSES = 'nurses-and-health-visitors';

/** Where an edit or a question goes; the submission at Leeds Teaching Hospitals unless said otherwise. */
export interface Place {
  readonly scenarioId?: string;
  readonly organisationId?: string;
}

/** An edit of the nurses' turnover from 2026/27 on, changed as asked. */
export function edit(changes: Partial<AssumptionEdit> = {}): AssumptionEdit {
  return {
    parameter: LEAVER_RATE,
    staffGroup: NURSES,
    year: 2026,
    operation: 'set',
    value: 0.08,
    baseVersion: 0,
    ...changes,
  };
}

/** A planner at work on assumptions in a database of their own. */
export class AssumptionDesk {
  readonly service: AssumptionsService;

  private constructor(
    readonly database: TestDatabase,
    readonly fixture: PlanningFixture,
  ) {
    this.service = new AssumptionsService(new UnitOfWork(database.dataSource), new SystemClock());
  }

  static async open(): Promise<AssumptionDesk> {
    const database = await createTestDatabase();
    return new AssumptionDesk(database, await openPlanningFixture(database.dataSource));
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** Takes back every edit, so that the next test begins where the first did. */
  async clear(): Promise<void> {
    for (const table of ['assumption_history', 'assumption', 'input_layer', 'outbox', 'audit_entry']) {
      await this.query(`DELETE FROM ${table}`);
    }
  }

  save(edits: readonly AssumptionEdit[], at: Place = {}, service = this.service): Promise<SavedEdits> {
    const batch = { actor: this.fixture.editor, origin: 'web', reason: 'Tried out', edits } as const;
    return service.applyEdits({ ...this.place(at), ...batch });
  }

  async cell(staffGroup: string, year: number, at: Place = {}): Promise<AssumptionCell> {
    const grid = await this.service.readGrid({ ...this.place(at), parameter: LEAVER_RATE });
    const row = grid.rows.find((candidate) => candidate.staffGroup.code === staffGroup);
    const cell = row?.cells.find((candidate) => candidate.year === year);
    if (cell === undefined) throw new Error(`no cell for ${staffGroup} in ${year}`);
    return cell;
  }

  history(): ReturnType<AssumptionsService['history']> {
    return this.service.history({
      ...this.place({}),
      parameter: LEAVER_RATE,
      staffGroup: NURSES,
      year: 2026,
    });
  }

  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return new UnitOfWork(this.database.dataSource).run(work);
  }

  async inputVersion(code: string): Promise<number> {
    const { planId, organisation } = this.fixture;
    const layers = await this.read((manager) =>
      this.service.inputLayers(manager, planId, organisation(code)),
    );
    return layers.inputVersion;
  }

  async count(table: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(row?.n);
  }

  query<T>(sql: string): Promise<T[]> {
    return this.database.dataSource.query<T[]>(sql);
  }

  private place({ scenarioId, organisationId }: Place): { scenarioId: string; organisationId: string } {
    return {
      scenarioId: scenarioId ?? this.fixture.planId,
      organisationId: organisationId ?? this.fixture.organisation('RR8'),
    };
  }
}
