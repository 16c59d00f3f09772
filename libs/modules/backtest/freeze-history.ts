import { monthNumber } from '../compilation/timeline';
import type { OrganisationHistory, PublishedHistory } from './published-history';

/**
 * The history as it was known at the end of a month: nothing later is in it, so that nothing later can be used.
 *
 * @throws RangeError if the organisations' series do not reach that month.
 */
export function freezeHistory(history: PublishedHistory, lastMonth: string): PublishedHistory {
  const length = history.months.indexOf(lastMonth) + 1;
  if (length === 0) {
    throw new RangeError(
      `the history runs from ${history.months[0] ?? '?'} to ${history.months.at(-1) ?? '?'}, not over ${lastMonth}`,
    );
  }
  return {
    ...history,
    months: history.months.slice(0, length),
    organisations: history.organisations.map((organisation) => cutOrganisation(organisation, length)),
    nation: freezeNation(history.nation, lastMonth),
  };
}

/** National series up to a month; series that begin after it are left out. */
export function freezeNation(
  nation: PublishedHistory['nation'],
  lastMonth: string,
): PublishedHistory['nation'] {
  return Object.fromEntries(
    Object.entries(nation).flatMap(([staffGroup, series]) => {
      const later = Math.max(0, monthNumber(series.lastMonth) - monthNumber(lastMonth));
      const fte = series.fte.slice(0, Math.max(0, series.fte.length - later));
      if (fte.length === 0) return [];
      return [[staffGroup, { lastMonth: later > 0 ? lastMonth : series.lastMonth, fte }]];
    }),
  );
}

function cutOrganisation(organisation: OrganisationHistory, length: number): OrganisationHistory {
  return {
    ...organisation,
    reports: organisation.reports.slice(0, length),
    fte: Object.fromEntries(
      Object.entries(organisation.fte).map(([staffGroup, series]) => [staffGroup, series.slice(0, length)]),
    ),
  };
}
