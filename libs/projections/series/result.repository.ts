import type { ProjectionNotice } from '#modules/projection';
import { insertRows, numberToDecimal } from '#persistence';
import type { EntityManager } from 'typeorm';
import type { ComputedResult } from '../compute/computed-result';
import type { EncodedGroup } from './result-hash';
import { decodeSeries, type GroupSeries } from './series.codec';
import { yearEndFigures, type YearEndFigure } from './year-end';

/** Series are some 20 kB each; more of them at once would not fit a small server's packet. */
const SERIES_PER_STATEMENT = 50;
const DECIMAL_PLACES = 6;

/** Writes the series of a run or of a sum, in the caller's transaction. */
export async function storeSeries(
  manager: EntityManager,
  resultId: string,
  groups: readonly EncodedGroup[],
): Promise<void> {
  await insertRows(
    manager,
    'projection_series',
    ['result_id', 'staff_group_code', 'content'],
    groups.map(({ code, content }) => [resultId, code, Buffer.from(content)]),
    SERIES_PER_STATEMENT,
  );
}

/** Writes what a run started from and what a planner must know about its figures. */
export async function storeRemarks(
  manager: EntityManager,
  resultId: string,
  { openings, notices }: Pick<ComputedResult, 'openings' | 'notices'>,
): Promise<void> {
  await insertRows(
    manager,
    'projection_opening',
    ['result_id', 'staff_group_code', 'basis', 'profile_source', 'headcount', 'fte', 'establishment'],
    openings.map((opening) => [
      resultId,
      opening.code,
      opening.basis,
      opening.profileSource,
      numberToDecimal(opening.headcount, DECIMAL_PLACES),
      numberToDecimal(opening.fte, DECIMAL_PLACES),
      opening.establishment === null ? null : numberToDecimal(opening.establishment, DECIMAL_PLACES),
    ]),
  );
  await insertRows(
    manager,
    'projection_notice',
    ['result_id', 'code', 'staff_group_code', 'message', 'amount'],
    notices.map(({ code, staffGroup, message, amount }) => [
      resultId,
      code,
      staffGroup,
      message,
      amount === null ? null : numberToDecimal(amount, DECIMAL_PLACES),
    ]),
  );
}

/** The stored series of some results, by result and then by staff group. */
export async function readSeries(
  manager: EntityManager,
  resultIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, GroupSeries>>> {
  const byResult = new Map<string, Map<string, GroupSeries>>(resultIds.map((id) => [id, new Map()]));
  if (resultIds.length === 0) {
    return byResult;
  }
  const rows: { resultId: string; code: string; content: Buffer }[] = await manager.query(
    'SELECT result_id AS resultId, staff_group_code AS code, content FROM projection_series WHERE result_id IN (?)',
    [resultIds],
  );
  for (const { resultId, code, content } of rows) {
    byResult.get(resultId)?.set(code, decodeSeries(content));
  }
  return byResult;
}

/** A year-end figure of one staff group, to six places: a decimal as text. */
export interface StoredYearEndFigure extends Omit<YearEndFigure, 'value'> {
  readonly staffGroup: string;
  readonly value: string;
}

/** The year-end figures of some results, by result. */
export async function readYearEndFigures(
  manager: EntityManager,
  resultIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredYearEndFigure[]>> {
  const results = await readSeries(manager, resultIds);
  return new Map(
    [...results].map(([resultId, groups]) => [
      resultId,
      [...groups].flatMap(([staffGroup, group]) =>
        yearEndFigures(group).map((figure) => ({
          ...figure,
          staffGroup,
          value: numberToDecimal(figure.value, DECIMAL_PLACES),
        })),
      ),
    ]),
  );
}

/** The stored series of one result as bytes, in order of staff-group code. */
export async function readEncodedGroups(
  manager: EntityManager,
  resultId: string,
): Promise<readonly EncodedGroup[]> {
  return manager.query(
    'SELECT staff_group_code AS code, content FROM projection_series WHERE result_id = ? ORDER BY staff_group_code',
    [resultId],
  );
}

/** The notices of a result, in the order in which they were given. */
export async function readNotices(
  manager: EntityManager,
  resultId: string,
): Promise<readonly ProjectionNotice[]> {
  const rows: { code: string; staffGroup: string | null; message: string; amount: string | null }[] =
    await manager.query(
      `SELECT code, staff_group_code AS staffGroup, message, amount FROM projection_notice
        WHERE result_id = ? ORDER BY seq`,
      [resultId],
    );
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : Number(row.amount) }));
}
