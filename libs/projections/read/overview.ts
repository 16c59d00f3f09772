import type { BaselineBasis } from '#modules/projection';
import type { Freshness } from './freshness';

/** One figure per year of {@link Overview.years}; null where there is no figure (never 0 instead). */
export type YearFigures = readonly (number | null)[];

/** Whether funded posts were entered, assumed to be the opening staff in post, or neither. */
export type EstablishmentBasis = 'loaded' | 'assumed' | 'not-loaded';

/** An organisation as screens name it. */
export interface OrganisationLabel {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

/** A year of the overview. Stock figures are at its 31 March; money is the year's total. */
export interface OverviewYear {
  /** First calendar year: 2026 is 2026/27. */
  readonly year: number;
  readonly label: string;
  /** The year before the round is an estimate: the baseline rolled to the round's start. */
  readonly kind: 'estimate' | 'projected';
}

/** One node of the staff-group tree; parents are sums of their leaves. */
export interface OverviewStaffGroup {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** 0 for all staff. */
  readonly depth: number;
  readonly isLeaf: boolean;
  readonly lines: {
    /** Contracted FTE at 31 March. */
    readonly staffInPost: YearFigures;
    readonly headcount: YearFigures;
    readonly availableFte: YearFigures;
    /** Funded posts, FTE; null unless loaded or assumed for every leaf. */
    readonly establishment: YearFigures;
    readonly requirement: YearFigures;
    /** Cash-terms pounds in the year; null for the estimate year. */
    readonly payBill: YearFigures;
  };
  readonly establishmentBasis: EstablishmentBasis;
  /** (establishment - staff in post) / establishment; null unless the establishment is loaded. */
  readonly vacancyRate: YearFigures;
  /** Requirement less staff in post, FTE. */
  readonly gap: YearFigures;
}

/** How the opening becomes the closing: `opening.value` plus the parts is `closing.value`, exactly. */
export interface OverviewBridge {
  readonly staffGroup: string;
  readonly unit: 'fte';
  readonly opening: { readonly label: string; readonly value: number };
  readonly parts: readonly { readonly code: string; readonly label: string; readonly value: number }[];
  readonly closing: { readonly label: string; readonly value: number };
}

/** What a figure includes, in words and as data. */
export interface Coverage {
  readonly statement: string;
  readonly organisationsIncluded: number;
  readonly organisationsExpected: number;
  readonly bases: readonly { readonly basis: BaselineBasis; readonly label: string; readonly fte: number }[];
  readonly missing: readonly { readonly code: string; readonly name: string }[];
}

/** Moves between organisations of one system, taken out of the flow lines of a sum; stocks are untouched. */
export interface Netting {
  /** FTE taken out of joiners over the round. */
  readonly joiners: number;
  /** FTE taken out of leavers over the round: the same number. */
  readonly leavers: number;
  readonly statement: string;
}

/** A thing that a planner must know about the figures. */
export interface OverviewNotice {
  readonly code: string;
  readonly staffGroup: string | null;
  readonly message: string;
  readonly amount: number | null;
}

/** Which published result the figures are. */
export interface OverviewResult {
  readonly id: string;
  readonly kind: 'run' | 'roll-up';
  /** Of a sum: the version of all its runs, or `mixed`. */
  readonly engineVersion: string;
  /** Of a sum: the hash of its members. */
  readonly inputSha256: string;
  readonly resultSha256: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** The plan overview of an employer, a system, a region or the nation under one scenario. */
export interface Overview {
  readonly scenario: { readonly id: string; readonly name: string; readonly roundId: string };
  readonly organisation: OrganisationLabel;
  /** Null before the first publication; then there are no staff groups and no bridges either. */
  readonly result: OverviewResult | null;
  readonly freshness: Freshness;
  readonly coverage: Coverage;
  readonly years: readonly OverviewYear[];
  readonly staffGroups: readonly OverviewStaffGroup[];
  /** Bridge of all staff; the same as `bridges['all-staff']`. */
  readonly bridge: OverviewBridge | null;
  readonly bridges: Readonly<Record<string, OverviewBridge>>;
  readonly netting: Netting;
  /** The month that the figures start from, and its FTE; null before the first publication. */
  readonly baseline: { readonly month: string; readonly openingFte: number } | null;
  readonly notices: readonly OverviewNotice[];
}

/** Figures that were shown before the current ones. */
export interface EarlierFigures {
  readonly result: Pick<OverviewResult, 'id' | 'kind' | 'publishedAt'>;
  readonly years: readonly OverviewYear[];
  readonly staffGroups: readonly OverviewStaffGroup[];
}
