import { HistoryReader, type HistoryMeasure } from '#baselines';
import type { LocalHistory, TurnoverMonth } from '#modules/calibration';
import type { EntityManager } from 'typeorm';
import { monthEnd, monthEndsUpTo } from './month-ends';

/** Figures of one measure by organisation and staff group, then by month end; null where withheld. */
type Figures = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

const MEASURES = [
  'fte-days-available',
  'fte-days-lost',
  'fte',
  'headcount',
  'joiners-headcount',
  'leavers-headcount',
] as const satisfies readonly HistoryMeasure[];

/** What the history of several organisations says, up to a month; nothing later is read. */
export interface HistoryWindow {
  /** A day of the last month, `YYYY-MM-DD`. */
  readonly upTo: string;
  readonly months: number;
}

/** The published histories of some organisations, from which calibration takes its evidence. */
export class LocalHistories {
  private constructor(
    private readonly window: HistoryWindow,
    private readonly figures: Readonly<Record<(typeof MEASURES)[number], Figures>>,
  ) {}

  static async read(
    manager: EntityManager,
    organisationIds: readonly string[],
    window: HistoryWindow,
  ): Promise<LocalHistories> {
    const reader = new HistoryReader(manager);
    // A month more than the window: the opening of the first month is the closing of the one before.
    const range = { from: monthEnd(window.upTo, -window.months), to: monthEnd(window.upTo) };
    const read = [];
    for (const measure of MEASURES) {
      const series = await reader.monthly(organisationIds, measure, range);
      const figures: Figures = new Map(
        series.map(({ organisationId, staffGroupCode, values }) => [
          placeKey(organisationId, staffGroupCode),
          new Map(values.map(({ monthEnd: end, value }) => [end, value])),
        ]),
      );
      read.push([measure, figures] as const);
    }
    return new LocalHistories(window, Object.fromEntries(read) as Record<(typeof MEASURES)[number], Figures>);
  }

  /**
   * The evidence of one staff group. FTE is the absence files' average where they have the month (they
   * cover every month), else staff in post.
   */
  of(organisationId: string, staffGroup: string, headcount: number): LocalHistory {
    const value = (measure: (typeof MEASURES)[number], end: string): number | null =>
      this.figures[measure].get(placeKey(organisationId, staffGroup))?.get(end) ?? null;
    const ends = monthEndsUpTo(this.window.upTo, this.window.months);
    return {
      staffGroup,
      headcount,
      months: ends.map((end) => {
        const available = value('fte-days-available', end);
        return {
          month: end.slice(0, 7),
          fte: available === null ? value('fte', end) : available / Number(end.slice(8)),
          fteDaysAvailable: available,
          fteDaysLost: value('fte-days-lost', end),
        };
      }),
      turnover: ends.flatMap((end) => this.turnoverOf(organisationId, staffGroup, end)),
    };
  }

  /**
   * A month counts where the organisation's leavers were published at all and the group's stock is known
   * at both ends. The publisher leaves out rows of nobody, so a group without a row had no leavers.
   */
  private turnoverOf(organisationId: string, staffGroup: string, end: string): readonly TurnoverMonth[] {
    const value = (measure: (typeof MEASURES)[number], group: string, at: string): number | null =>
      this.figures[measure].get(placeKey(organisationId, group))?.get(at) ?? null;
    const openingHeadcount = value('headcount', staffGroup, monthEnd(end, -1));
    const closingHeadcount = value('headcount', staffGroup, end);
    if (value('leavers-headcount', ALL_STAFF, end) === null) return [];
    if (openingHeadcount === null || closingHeadcount === null) return [];
    return [
      {
        month: end.slice(0, 7),
        openingHeadcount,
        closingHeadcount,
        joiners: value('joiners-headcount', staffGroup, end) ?? 0,
        leavers: value('leavers-headcount', staffGroup, end) ?? 0,
      },
    ];
  }
}

const ALL_STAFF = 'all-staff';

const placeKey = (organisationId: string, staffGroup: string): string => `${organisationId}|${staffGroup}`;
