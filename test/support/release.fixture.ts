import { gzipSync } from 'node:zlib';
import { canonicalJson, sha256Hex } from '#platform';
import { encodeSeries, lastMonthOf, type GroupSeries } from '#projections';
import type { DataSource, EntityManager } from 'typeorm';
import { openPlanningFixture, type PlanningFixture } from './planning.fixture';
import { publishRun } from './published-run.fixture';

/** Bands and ethnicities of the runs. */
const AXES = {
  bands: ['band-2', 'band-5', 'consultant'],
  ethnicities: ['white', 'bme', 'not-known'],
} as const;

/** The first year end with people by band and ethnicity, and the one after it. */
const YEARS = [2025, 2026] as const;

/** People of each trust at the first year end: bands x ethnicities, row-major. */
const PEOPLE: Readonly<Record<string, readonly number[]>> = {
  RR8: [300, 62, 11, 420, 88, 14, 210, 97, 3],
  RWY: [180, 41, 9, 250, 44, 2, 120, 31, 7],
  RTG: [160, 22, 8, 230, 27, 12, 0, 0, 0],
};

/** Months from the first year end to the second, both included. */
const MONTHS = 13;

/** WTE of midwives at the two year ends, and the pay bill of the year between, of each trust. */
const SERIES = {
  fte: atEnds(402.25, 410.5),
  'pay-bill': atEnds(0, 21_000_000.4),
};

function atEnds(first: number, last: number): Float64Array {
  const values = new Float64Array(MONTHS);
  values[0] = first;
  values[MONTHS - 1] = last;
  return values;
}

/** A round whose three trusts in two systems have published runs with year-end figures and cells. */
export async function openPublishedRound(dataSource: DataSource): Promise<PlanningFixture> {
  const fixture = await openPlanningFixture(dataSource);
  for (const code of Object.keys(PEOPLE)) {
    await publishWithCells(dataSource.manager, fixture, { code, people: PEOPLE[code] ?? [] });
  }
  return fixture;
}

/** Publishes a run of a trust with these people; a year later there are 3 in 100 more of each. @returns its id */
export async function publishWithCells(
  manager: EntityManager,
  fixture: PlanningFixture,
  { code, people }: { readonly code: string; readonly people: readonly number[] },
): Promise<string> {
  const organisationId = fixture.organisation(code);
  const runId = await publishRun(manager, { scenarioId: fixture.planId, organisationId });
  const text = canonicalJson({ schema: 'wholetime.projection-input/1', runId, ...AXES });
  await manager.query(
    'INSERT INTO projection_input (sha256, content, byte_count, stored_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))',
    [sha256Hex(text), gzipSync(text), Buffer.byteLength(text)],
  );
  await manager.query('UPDATE projection_run SET input_sha256 = ? WHERE id = ?', [sha256Hex(text), runId]);
  const content = encodeSeries({
    firstMonth: lastMonthOf(YEARS[0]),
    months: MONTHS,
    series: SERIES as unknown as GroupSeries['series'],
    cells: YEARS.map((year, index) => ({
      month: lastMonthOf(year),
      values: Float64Array.from(people, (value) => value * 1.03 ** index),
    })),
  });
  await manager.query(
    'INSERT INTO projection_series (result_id, staff_group_code, content) VALUES (?, ?, ?)',
    [runId, 'midwives', Buffer.from(content)],
  );
  return runId;
}
