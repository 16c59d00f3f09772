import type { JoinerSource } from '#engine';

/** What is known of one organisation's staff group, oldest month first. */
export interface LocalHistory {
  readonly staffGroup: string;
  /** People in post at the baseline month, the weight of the local evidence. */
  readonly headcount: number;
  /** Consecutive months. Null where a figure is suppressed or missing; never 0 for unknown. */
  readonly months: readonly HistoryMonth[];
  /** Months for which opening, closing and leavers are published (any order). */
  readonly turnover: readonly TurnoverMonth[];
}

export interface HistoryMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** FTE days available divided by the days in the month, or staff in post. */
  readonly fte: number | null;
  readonly fteDaysAvailable: number | null;
  readonly fteDaysLost: number | null;
}

export interface TurnoverMonth {
  readonly month: string;
  readonly openingHeadcount: number;
  readonly closingHeadcount: number;
  readonly joiners: number;
  readonly leavers: number;
}

/** The peer or national figure that local evidence is shrunk towards. */
export interface PeerEvidence {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Whose figure it is and where from, for instance `England, NHS Workforce Statistics`. */
  readonly source: string;
}

/** Recent growth of those the organisation is compared with, and how the year's growth lies over its months. */
export interface GrowthEvidence extends PeerEvidence {
  /** Deviation of each calendar month's logarithmic change from the mean month, January first; none if left out. */
  readonly season?: readonly number[];
}

export interface CalibrationQuestion {
  readonly history: LocalHistory;
  readonly peers: {
    /** Annual leaver rate, snapshot basis. */
    readonly leaverRate: PeerEvidence;
    readonly sickness: PeerEvidence;
    /** Recent annual growth of FTE, as a fraction. */
    readonly netGrowth: GrowthEvidence;
  };
  /** Years answered for joiners: index 0 is the year before the round's first. */
  readonly years: number;
  /**
   * People that the funded posts hold; joiners stop there. Left out, the headcount over one less the
   * national vacancy rate of the group.
   */
  readonly fundedHeadcount?: number;
  /** National shares of joiners by source, see `nationalJoinerShares`. */
  readonly joinerShares: JoinerShares;
}

/** Sources that history is split among; those who retire and return follow from the retirements. */
export type CalibratedSource = Exclude<JoinerSource, 'retire-and-return'>;

export interface JoinerShares {
  readonly shares: Readonly<Record<CalibratedSource, number>>;
  readonly source: string;
}

/** A calibrated figure with everything needed to explain it. */
export interface CalibratedFigure {
  /** What the organisation's own history says; null where it says nothing. */
  readonly local: number | null;
  readonly peer: number;
  /** Weight of the local figure, 0..1. */
  readonly weight: number;
  readonly result: number;
  /** P10 and P90, where the history supports them. */
  readonly low: number | null;
  readonly high: number | null;
  /** One sentence for the assumption's basis. */
  readonly basis: string;
}

export interface CalibratedJoiners {
  /** People a year from all sources; one per year. */
  readonly total: readonly number[];
  readonly bySource: Readonly<Record<CalibratedSource, readonly number[]>>;
  readonly basis: string;
}

export interface Calibration {
  readonly staffGroup: string;
  readonly leaverRate: CalibratedFigure;
  readonly sickness: CalibratedFigure;
  readonly netGrowth: CalibratedFigure;
  /** Damped growth used for each year, as a fraction. */
  readonly growthByYear: readonly number[];
  readonly joiners: CalibratedJoiners;
}
