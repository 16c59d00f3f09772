import type { EntityManager } from 'typeorm';
import { insertRows } from '#persistence';
import type { MonthFigure } from '../actuals/actual-figure';
import type { ReportedLine } from '../variance';

/** A year that is held against a frozen plan. */
export interface MonitoredYear {
  readonly id: string;
  readonly organisationId: string;
  /** The calendar year in which the financial year begins. */
  readonly firstYear: number;
  readonly scenario: { readonly id: string; readonly name: string };
  /** The run that the plan's figures were taken from, and the hash of its result. */
  readonly runId: string;
  readonly resultSha256: string;
  readonly frozenBy: string;
  readonly frozenAt: string;
}

/** A reforecast without its figures. */
export interface Reforecast {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

export async function readMonitoredYears(
  manager: EntityManager,
  organisationId: string,
): Promise<readonly MonitoredYear[]> {
  const rows: (Omit<MonitoredYear, 'scenario' | 'frozenAt'> & {
    readonly scenarioId: string;
    readonly scenarioName: string;
    readonly frozenAt: Date;
  })[] = await manager.query(
    `SELECT y.id, y.organisation_id AS organisationId, y.first_year AS firstYear, y.scenario_id AS scenarioId,
            s.name AS scenarioName, y.run_id AS runId, y.result_sha256 AS resultSha256, p.name AS frozenBy,
            y.frozen_at AS frozenAt
       FROM monitored_year y JOIN scenario s ON s.id = y.scenario_id JOIN person p ON p.id = y.frozen_by
      WHERE y.organisation_id = ? ORDER BY y.first_year`,
    [organisationId],
  );
  return rows.map(({ scenarioId, scenarioName, frozenAt, ...row }) => ({
    ...row,
    scenario: { id: scenarioId, name: scenarioName },
    frozenAt: frozenAt.toISOString(),
  }));
}

/** A year to freeze; who and when are those of the act. */
export interface YearToFreeze {
  readonly id: string;
  readonly organisationId: string;
  readonly firstYear: number;
  readonly scenarioId: string;
  readonly runId: string;
  readonly resultSha256: string;
  readonly frozenBy: string;
}

export async function insertMonitoredYear(
  manager: EntityManager,
  year: YearToFreeze,
  figures: readonly MonthFigure[],
): Promise<void> {
  await manager.query(
    `INSERT INTO monitored_year (id, organisation_id, first_year, scenario_id, run_id, result_sha256, frozen_by,
       frozen_at) VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [
      year.id,
      year.organisationId,
      year.firstYear,
      year.scenarioId,
      year.runId,
      year.resultSha256,
      year.frozenBy,
    ],
  );
  await insertPlannedFigures(manager, year.id, figures);
}

/** The reforecasts of a year, latest first. */
export async function readReforecasts(
  manager: EntityManager,
  yearId: string,
): Promise<readonly Reforecast[]> {
  const rows: (Omit<Reforecast, 'at'> & { readonly at: Date })[] = await manager.query(
    `SELECT r.id, r.version, r.reason, p.name AS author, r.at FROM reforecast r JOIN person p ON p.id = r.author_id
      WHERE r.year_id = ? ORDER BY r.version DESC`,
    [yearId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** A reforecast to store. */
export interface ReforecastToStore {
  readonly id: string;
  readonly yearId: string;
  readonly version: number;
  readonly reason: string;
  readonly authorId: string;
}

/** @throws the driver's duplicate-key error where someone else stored that version */
export async function insertReforecast(
  manager: EntityManager,
  { id, yearId, version, reason, authorId }: ReforecastToStore,
  figures: readonly MonthFigure[],
): Promise<void> {
  await manager.query(
    'INSERT INTO reforecast (id, year_id, version, reason, author_id, at) VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))',
    [id, yearId, version, reason, authorId],
  );
  await insertPlannedFigures(manager, id, figures);
}

async function insertPlannedFigures(
  manager: EntityManager,
  setId: string,
  figures: readonly MonthFigure[],
): Promise<void> {
  await insertRows(
    manager,
    'planned_figure',
    ['set_id', 'staff_group_code', 'month', 'line', 'units'],
    figures.map(({ staffGroup, month, line, units }) => [setId, staffGroup, month, line, units]),
  );
}

/** The figures of a frozen plan (by its year) or of a reforecast. */
export async function readPlannedFigures(
  manager: EntityManager,
  setId: string,
): Promise<readonly MonthFigure[]> {
  const rows: { staffGroup: string; month: string; line: ReportedLine; units: string }[] =
    await manager.query(
      'SELECT staff_group_code AS staffGroup, month, line, units FROM planned_figure WHERE set_id = ?',
      [setId],
    );
  return rows.map((row) => ({ ...row, units: Number(row.units) }));
}
