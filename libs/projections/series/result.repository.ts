import type { ProjectionNotice } from '#modules/projection';
import { insertRows, numberToDecimal, type SqlValue } from '#persistence';
import type { EntityManager } from 'typeorm';
import type { EncodedGroup } from './result-hash';
import { decodeSeries, type GroupSeries } from './series.codec';
import { yearEndFigures } from './year-end';

/** The figures of a run or of a sum, known by its id. */
export interface StorableResult {
  readonly resultId: string;
  readonly groups: readonly EncodedGroup[];
  readonly notices: readonly ProjectionNotice[];
}

/** Series are some 20 kB each; more of them at once would not fit a small server's packet. */
const SERIES_PER_STATEMENT = 50;
const DECIMAL_PLACES = 6;

/** Writes the series, their year-end figures and the notices of a result, in the caller's transaction. */
export async function storeResult(manager: EntityManager, result: StorableResult): Promise<void> {
  const { resultId, groups, notices } = result;
  await insertRows(
    manager,
    'projection_series',
    ['result_id', 'staff_group_code', 'content'],
    groups.map(({ code, content }) => [resultId, code, Buffer.from(content)]),
    SERIES_PER_STATEMENT,
  );
  await insertRows(
    manager,
    'projection_year_end',
    ['result_id', 'staff_group_code', 'measure', 'year', 'value'],
    groups.flatMap((group) => yearEndRows(resultId, group)),
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

function yearEndRows(resultId: string, { code, content }: EncodedGroup): readonly (readonly SqlValue[])[] {
  return yearEndFigures(decodeSeries(content)).map(({ measure, year, value }) => [
    resultId,
    code,
    measure,
    year,
    numberToDecimal(value, DECIMAL_PLACES),
  ]);
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
