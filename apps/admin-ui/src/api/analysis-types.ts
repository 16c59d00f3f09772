import type { Explanation, ExplanationStep, ExplainedAssumption } from '#modules/explanation';
import type { OverviewResult, OverviewStaffGroup, OverviewYear } from './types';
import type { RegisterDefinition, RegisterField, RegisterValue } from '#modules/register';
import type { ModuleReport, ReportColumn, ReportFigure, ReportTable, ReportUnit } from '#modules/reporting';

export type { Explanation, ExplanationStep, ExplainedAssumption };
export type { RegisterDefinition, RegisterField, RegisterValue };
export type { ModuleReport, ReportColumn, ReportFigure, ReportTable, ReportUnit };

/** What an analysis is of: the run, its engine and its input. */
export interface RunReference {
  readonly runId: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
}

/** A module's report of a published run. */
export interface PublishedReport extends RunReference {
  readonly answer: ModuleReport;
}

/** The likely range of one measure by month: 8 in 10 outcomes lie between `p10` and `p90`. */
export interface MeasureRange {
  readonly central: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** How far the likely ranges are; `range` is null until they are drawn. `progress` is a fraction. */
export interface Ranges {
  readonly state: 'none' | 'drawing' | 'ready' | 'failed';
  readonly progress: number;
  readonly message: string | null;
  readonly draws: number | null;
  readonly months: readonly string[];
  readonly range: MeasureRange | null;
}

/** One number of a published run. */
export interface NumberQuestion {
  readonly staffGroup: string;
  readonly measure: string;
  /** Month end as `YYYY-MM`. */
  readonly month: string;
  readonly span: 'month' | 'year';
  /** An earlier run, for instance that of a frozen plan; what is published without it. */
  readonly run?: string;
}

/** Where the value of one year comes from. */
export interface ValueOrigin {
  readonly year: number;
  readonly level: 'national-default' | 'scenario' | 'sum' | 'not-kept';
  readonly source: string | null;
  readonly scenario: string | null;
  readonly organisation: string | null;
  readonly author: string | null;
}

export interface EntryOrigin {
  readonly register: string;
  readonly entryId: string;
  readonly values: Readonly<Record<string, RegisterValue>>;
  readonly organisation: string | null;
  readonly scenario: string | null;
  readonly author: string | null;
  readonly note: string | null;
}

/** How a number came about, with the origin of everything that it names. */
export interface ExplainedNumber extends RunReference {
  readonly explanation: Explanation;
  /** By `<parameter> <staff group>`. */
  readonly origins: Readonly<Record<string, readonly ValueOrigin[]>>;
  readonly entries: readonly EntryOrigin[];
}

export type EntryValues = Readonly<Record<string, RegisterValue>>;

/** An entry in force, with where it comes from. `version` 0 means that no row is stored here. */
export interface ListedEntry {
  readonly entryKey: string;
  readonly values: EntryValues;
  readonly note: string | null;
  readonly version: number;
  readonly own: boolean;
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly author: string | null;
  readonly at: string;
}

export interface RegisterListing {
  readonly register: RegisterDefinition;
  readonly entries: readonly ListedEntry[];
  readonly bands: readonly { readonly code: string; readonly name: string }[];
  readonly canEdit: boolean;
}

/** One changed entry: a new one has no key; null values withdraw it. */
export interface RegisterEdit {
  readonly register: string;
  readonly entryKey: string | null;
  readonly values: EntryValues | null;
  readonly note: string | null;
  readonly baseVersion: number;
}

/** What someone else made of an entry after it was read; null values if they withdrew it. */
export interface TheirEntry {
  readonly values: EntryValues | null;
  readonly note: string | null;
  readonly version: number;
  readonly author: string | null;
  readonly at: string;
}

/** A rule that an entry breaks; the pointer ends with the field. */
export interface RegisterFault {
  readonly pointer?: string;
  readonly rule: string;
  readonly message: string;
  readonly fix?: string;
}

/** Figures that were shown before the current ones. */
export interface EarlierFigures {
  readonly result: Pick<OverviewResult, 'id' | 'kind' | 'publishedAt'>;
  readonly years: readonly OverviewYear[];
  readonly staffGroups: readonly OverviewStaffGroup[];
}

/** A figure with one assumption at its low and at its high; index 0 is the figure asked for. */
export interface TornadoBar {
  readonly parameter: string;
  readonly label: string;
  readonly staffGroup: string;
  readonly assumption: { readonly low: number; readonly value: number; readonly high: number };
  readonly atLow: readonly number[];
  readonly atHigh: readonly number[];
}

export interface Tornado {
  readonly central: readonly number[];
  readonly bars: readonly TornadoBar[];
}

/** A figure's change from one projection to another, split over what differs. */
export interface ChangeAttribution {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly parts: readonly { readonly players: readonly string[]; readonly values: readonly number[] }[];
}
