import { monthNumber, monthText } from '../compilation/timeline';
import type { OrganisationHistory, OrganisationSuccession, PublishedHistory } from './published-history';

/** The months from which a backtest takes its evidence and against which it is held. */
export interface BacktestWindow {
  readonly trainTo: string;
  readonly lastTarget: string;
}

/** The history with organisations as they are at the end of the window. */
export interface RestatedHistory {
  readonly history: PublishedHistory;
  /** Organisations joined with their predecessors. */
  readonly restated: readonly { readonly code: string; readonly members: readonly string[] }[];
  /** Organisations that gave or took a part of their staff within the months projected: nothing says how many. */
  readonly transferred: readonly string[];
}

/**
 * Restates an organisation and all that merged into it by the end of the window as one, summed over
 * the whole history. A transfer of a part cannot be restated: within the months projected both parties are
 * named, and within the months before, their histories begin at the transfer. A succession counts
 * until a month after the window, because publications have shown it a month early.
 */
export function restateHistory(
  history: PublishedHistory,
  successions: readonly OrganisationSuccession[],
  window: BacktestWindow,
): RestatedHistory {
  const end = monthText(monthNumber(window.lastTarget) + 1);
  const inForce = successions.filter(({ effectiveOn }) => effectiveOn.slice(0, 7) <= end);
  const mergers = inForce.filter(({ kind }) => kind === 'merger');
  const heirOf = heirs(mergers);
  const families = new Map<string, OrganisationHistory[]>();
  for (const organisation of history.organisations) {
    const heir = heirOf(organisation.code);
    families.set(heir, [...(families.get(heir) ?? []), organisation]);
  }
  const transfers = inForce
    .filter(({ kind }) => kind !== 'merger')
    .map((transfer) => ({
      month: transfer.effectiveOn.slice(0, 7),
      parties: [heirOf(transfer.predecessor), heirOf(transfer.successor)],
    }))
    .filter(({ parties }) => parties[0] !== parties[1]);
  const organisations = [...families].map(([heir, members]) =>
    beginAt(joined(heir, members), lastTransfer(heir, transfers, window), history.months),
  );
  return {
    history: { ...history, organisations },
    restated: [...families].flatMap(([code, members]) =>
      members.length > 1 ? [{ code, members: members.map((member) => member.code) }] : [],
    ),
    transferred: [
      ...new Set(transfers.filter(({ month }) => month > window.trainTo).flatMap(({ parties }) => parties)),
    ],
  };
}

function heirs(mergers: readonly OrganisationSuccession[]): (code: string) => string {
  const successor = new Map(mergers.map((merger) => [merger.predecessor, merger.successor]));
  return (code) => {
    const seen = new Set<string>();
    let heir = code;
    for (let next = successor.get(heir); next !== undefined && !seen.has(next); next = successor.get(heir)) {
      seen.add(heir);
      heir = next;
    }
    return heir;
  };
}

interface Transfer {
  readonly month: string;
  readonly parties: readonly string[];
}

function lastTransfer(
  code: string,
  transfers: readonly Transfer[],
  { trainTo }: BacktestWindow,
): string | null {
  const months = transfers
    .filter(({ month, parties }) => month <= trainTo && parties.includes(code))
    .map(({ month }) => month)
    .sort();
  return months.at(-1) ?? null;
}

function beginAt(
  organisation: OrganisationHistory,
  first: string | null,
  months: readonly string[],
): OrganisationHistory {
  if (first === null) return organisation;
  const fte = Object.fromEntries(
    Object.entries(organisation.fte).map(([staffGroup, series]) => [
      staffGroup,
      series.map((value, month) => ((months[month] ?? '') < first ? null : value)),
    ]),
  );
  return { ...organisation, fte };
}

/** Sum of the members that were published in a month; unknown where one of them is withheld. */
function joined(heir: string, members: readonly OrganisationHistory[]): OrganisationHistory {
  const own = members.find(({ code }) => code === heir) ?? members[0];
  if (own === undefined) throw new RangeError(`${heir} has no member`);
  if (members.length === 1) return { ...own, code: heir };
  const reports = own.reports.map((_, month) => members.some((member) => member.reports[month] === true));
  const staffGroups = new Set(members.flatMap(({ fte }) => Object.keys(fte)));
  return {
    ...own,
    code: heir,
    reports,
    fte: Object.fromEntries(
      [...staffGroups].map((staffGroup) => [
        staffGroup,
        reports.map((isReported, month) => (isReported ? sumOfMonth(members, staffGroup, month) : null)),
      ]),
    ),
  };
}

function sumOfMonth(
  members: readonly OrganisationHistory[],
  staffGroup: string,
  month: number,
): number | null {
  let sum = 0;
  for (const { fte, reports } of members) {
    const series = fte[staffGroup];
    if (reports[month] !== true || series === undefined) continue;
    const value = series[month] ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
