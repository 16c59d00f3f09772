import type { HistoryPoint } from '../formats/published-format';
import { compactDemoDirectory } from './compact-history.loader';
import { readPublishedPoints } from './published-history.loader';
import { readReportedOrganisations } from './reported-organisations';

/** Sickness absence of one organisation's staff group by month. */
export interface PublishedSickness {
  readonly organisation: string;
  /** Code of the health system it belongs to; null where it is in none. */
  readonly system: string | null;
  readonly staffGroup: string;
  /** FTE days lost over FTE days available by month `YYYY-MM`; months with either withheld or missing are left out. */
  readonly shares: ReadonlyMap<string, number>;
  /** FTE days available by month, of the same months. */
  readonly days: ReadonlyMap<string, number>;
}

/** Reads the published sickness absence of a compact history by organisation and staff group; no database is needed. */
export async function readPublishedSickness(
  directory = compactDemoDirectory(),
): Promise<readonly PublishedSickness[]> {
  const points = await readPublishedPoints(directory, 'sickness-absence-benchmarking');
  const lost = byCell(points.filter(({ measure }) => measure === 'fte-days-lost'));
  const available = byCell(points.filter(({ measure }) => measure === 'fte-days-available'));
  const described = readReportedOrganisations(points.reduce(latestMonth, ''));
  return [...available].map(([cell, days]) => {
    const [organisation = '', staffGroup = ''] = cell.split('|');
    const usable = [...days].flatMap(([month, all]): readonly (readonly [string, number, number])[] => {
      const away = lost.get(cell)?.get(month);
      return away === undefined || all <= 0 ? [] : [[month, away / all, all]];
    });
    return {
      organisation,
      system: described(organisation).system,
      staffGroup,
      shares: new Map(usable.map(([month, share]) => [month, share])),
      days: new Map(usable.map(([month, , all]) => [month, all])),
    };
  });
}

const latestMonth = (latest: string, { monthEnd }: HistoryPoint): string =>
  monthEnd > latest ? monthEnd : latest;

function byCell(points: readonly HistoryPoint[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const cells = new Map<string, Map<string, number>>();
  for (const { organisationCode, staffGroupCode, monthEnd, value } of points) {
    if (value === null) continue;
    const cell = `${organisationCode}|${staffGroupCode}`;
    const months = cells.get(cell) ?? new Map<string, number>();
    cells.set(cell, months.set(monthEnd.slice(0, 7), Number(value)));
  }
  return cells;
}
