import type { EntityManager } from 'typeorm';
import { successionsBetween, type Succession } from '#organisations';
import { monthEndOf } from '../formats/field-values';
import type { Jump } from './import-report';

const THRESHOLD = 0.05;

/** A file of many years is looked at piece by piece, to keep memory small. */
const PAIRS_AT_ONCE = 12;

interface MonthRow {
  readonly organisationId: string;
  readonly monthEnd: string;
  readonly days: string;
}

interface NameRow {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
}

interface Change {
  readonly organisationId: string;
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
  const jumps: Jump[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS_AT_ONCE) {
    jumps.push(...(await jumpsBetween(manager, pairs.slice(start, start + PAIRS_AT_ONCE))));
  }
  return jumps;
}

/** An earlier and a later month end. */
type MonthPair = readonly [string, string];

async function jumpsBetween(manager: EntityManager, pairs: readonly MonthPair[]): Promise<Jump[]> {
  const changes = changesBetween(pairs, await readMonths(manager, [...new Set(pairs.flat())]));
  if (changes.length === 0) return [];
  const laterMonths = pairs.map(([, later]) => later);
  const successions = await successionsBetween(
    manager,
    firstDayOf(laterMonths[0] ?? ''),
    dayAfter(laterMonths.at(-1) ?? ''),
  );
  const names = await readNames(manager, [...new Set(changes.map(({ organisationId }) => organisationId))]);
  return changes
    .map((change) => ({
      organisation: nameAt(names, change),
      month: change.monthEnd.slice(0, 7),
      change: change.change,
      explanation: explain(change, successions),
    }))
    .sort((a, b) => compare(a.month, b.month) || compare(a.organisation.code, b.organisation.code));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function monthPairs(monthEnds: readonly string[]): MonthPair[] {
  const pairs = new Map<string, MonthPair>();
  for (const monthEnd of monthEnds) {
    pairs.set(monthEnd, [shiftMonth(monthEnd, -1), monthEnd]);
    pairs.set(shiftMonth(monthEnd, 1), [monthEnd, shiftMonth(monthEnd, 1)]);
  }
  return [...pairs.values()].sort(([, a], [, b]) => (a < b ? -1 : 1));
}

async function readMonths(manager: EntityManager, monthEnds: readonly string[]): Promise<MonthRow[]> {
  return manager.query<MonthRow[]>(
    `SELECT s.organisation_id AS organisationId, p.month_end AS monthEnd, p.value AS days
     FROM history_series s JOIN history_point p ON p.series_id = s.id AND p.month_end IN (?)
     WHERE s.staff_group_code = 'all-staff' AND s.measure = 'fte-days-available' AND p.value > 0`,
    [monthEnds],
  );
}

async function readNames(manager: EntityManager, organisationIds: readonly string[]): Promise<NameRow[]> {
  return manager.query<NameRow[]>(
    `SELECT organisation_id AS organisationId, ods_code AS code, name, valid_from AS validFrom
     FROM organisation_period WHERE organisation_id IN (?) ORDER BY valid_from`,
    [organisationIds],
  );
}

/** What an organisation was called at the end of the later month. */
function nameAt(names: readonly NameRow[], { organisationId, monthEnd }: Change): Jump['organisation'] {
  const own = names.filter((row) => row.organisationId === organisationId);
  const row = own.findLast(({ validFrom }) => validFrom <= monthEnd) ?? own[0];
  return { code: row?.code ?? '', name: row?.name ?? '' };
}

function changesBetween(pairs: readonly MonthPair[], rows: readonly MonthRow[]): Change[] {
  const keyOf = (organisationId: string, monthEnd: string): string => `${organisationId}|${monthEnd}`;
  const fte = new Map(rows.map((row) => [keyOf(row.organisationId, row.monthEnd), dailyAverage(row)]));
  const earlierOf = new Map(pairs.map(([earlier, later]) => [later, earlier]));
  return rows.flatMap((row): Change[] => {
    const { organisationId, monthEnd } = row;
    const before = fte.get(keyOf(organisationId, earlierOf.get(monthEnd) ?? ''));
    if (before === undefined) return [];
    const change = dailyAverage(row) / before - 1;
    if (Math.abs(change) <= THRESHOLD) return [];
    return [{ organisationId, monthEnd, change: Math.round(change * 1e4) / 1e4 }];
  });
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
