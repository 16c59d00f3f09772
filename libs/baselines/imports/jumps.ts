import type { EntityManager } from 'typeorm';
import { successionsBetween, type Succession } from '#organisations';
import { monthEndOf } from '../formats/field-values';
import type { Jump } from './import-report';

const THRESHOLD = 0.05;

interface MonthRow {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly monthEnd: string;
  readonly days: string;
}

interface Change {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly monthEnd: string;
  readonly change: number;
}

/**
 * Organisations whose FTE of all staff (days available / days in the month) changed by more than 5 %
 * between one of these months and the month before or after, with the succession that explains it.
 *
 * @param monthEnds the months of the file, `YYYY-MM-DD`
 */
export async function findJumps(manager: EntityManager, monthEnds: readonly string[]): Promise<Jump[]> {
  const pairs = monthPairs(monthEnds);
  if (pairs.length === 0) return [];
  const changes = changesBetween(pairs, await readMonths(manager, [...new Set(pairs.flat())]));
  const laterMonths = pairs.map(([, later]) => later).sort();
  const successions = await successionsBetween(
    manager,
    firstDayOf(laterMonths[0] ?? ''),
    dayAfter(laterMonths.at(-1) ?? ''),
  );
  return changes.map((change) => ({
    organisation: { code: change.code, name: change.name },
    month: change.monthEnd.slice(0, 7),
    change: change.change,
    explanation: explain(change, successions),
  }));
}

function monthPairs(monthEnds: readonly string[]): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const monthEnd of monthEnds) {
    pairs.set(monthEnd, [shiftMonth(monthEnd, -1), monthEnd]);
    pairs.set(shiftMonth(monthEnd, 1), [monthEnd, shiftMonth(monthEnd, 1)]);
  }
  return [...pairs.values()].sort(([, a], [, b]) => (a < b ? -1 : 1));
}

async function readMonths(manager: EntityManager, monthEnds: readonly string[]): Promise<MonthRow[]> {
  return manager.query<MonthRow[]>(
    `SELECT s.organisation_id AS organisationId, o.ods_code AS code, o.name, p.month_end AS monthEnd, p.value AS days
     FROM history_series s
     JOIN history_point p ON p.series_id = s.id AND p.month_end IN (?) AND p.value > 0
     JOIN organisation_period o ON o.organisation_id = s.organisation_id AND o.valid_from = (
       SELECT COALESCE(MAX(CASE WHEN q.valid_from <= p.month_end THEN q.valid_from END), MIN(q.valid_from))
       FROM organisation_period q WHERE q.organisation_id = s.organisation_id)
     WHERE s.staff_group_code = 'all-staff' AND s.measure = 'fte-days-available'
     ORDER BY o.ods_code`,
    [monthEnds],
  );
}

function changesBetween(pairs: readonly (readonly [string, string])[], rows: readonly MonthRow[]): Change[] {
  const keyOf = (organisationId: string, monthEnd: string): string => `${organisationId}|${monthEnd}`;
  const fte = new Map(rows.map((row) => [keyOf(row.organisationId, row.monthEnd), dailyAverage(row)]));
  const changes: Change[] = [];
  for (const [earlier, later] of pairs) {
    for (const { organisationId, code, name } of rows.filter(({ monthEnd }) => monthEnd === later)) {
      const before = fte.get(keyOf(organisationId, earlier));
      const after = fte.get(keyOf(organisationId, later));
      if (before === undefined || after === undefined) continue;
      const change = after / before - 1;
      if (Math.abs(change) > THRESHOLD) {
        changes.push({ organisationId, code, name, monthEnd: later, change: Math.round(change * 1e4) / 1e4 });
      }
    }
  }
  return changes;
}

const dailyAverage = ({ days, monthEnd }: MonthRow): number => Number(days) / Number(monthEnd.slice(8));

/**
 * Published figures move in the month that begins or ends on the day of a succession. Who takes over
 * grows, who gives up shrinks.
 */
function explain(change: Change, successions: readonly Succession[]): string | null {
  const inMonth = ({ effectiveOn }: Succession): boolean =>
    effectiveOn >= firstDayOf(change.monthEnd) && effectiveOn <= dayAfter(change.monthEnd);
  const found = successions
    .filter(inMonth)
    .filter(({ predecessor, successor }) =>
      change.change > 0 ? successor.id === change.organisationId : predecessor.id === change.organisationId,
    );
  if (found.length === 0) return null;
  return found
    .map(({ predecessor, successor, effectiveOn, kind }) =>
      change.change > 0
        ? `${kind} from ${predecessor.name} (${predecessor.code}) on ${effectiveOn}`
        : `${kind} to ${successor.name} (${successor.code}) on ${effectiveOn}`,
    )
    .join('; ');
}

const firstDayOf = (monthEnd: string): string => `${monthEnd.slice(0, 7)}-01`;

function dayAfter(monthEnd: string): string {
  return `${shiftMonth(monthEnd, 1).slice(0, 7)}-01`;
}

function shiftMonth(monthEnd: string, months: number): string {
  const index = 12 * Number(monthEnd.slice(0, 4)) + Number(monthEnd.slice(5, 7)) - 1 + months;
  return monthEndOf(Math.floor(index / 12), (index % 12) + 1) ?? monthEnd;
}
