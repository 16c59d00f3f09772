import type { ProjectionPolicy } from '#policy';

import type { Registers } from '../register/register-definition';

export type { ProjectionPolicy } from '#policy';

/**
 * The complete, resolved input of one projection: one organisation under one scenario. It holds
 * everything that the numbers depend on (baseline, resolved assumptions, dated policy), so that a
 * stored input recomputes to the same bytes. It is stored as canonical JSON (RFC 8785) under its hash.
 */
export interface ProjectionInput {
  readonly schema: 'wholetime.projection-input/1';
  readonly organisation: { readonly code: string; readonly name: string };
  readonly calendar: ProjectionCalendar;
  /** Bands in ascending order, for instance `band-2` … `vsm`. */
  readonly bands: readonly string[];
  /** Age bands in ascending order; one class without width where the data lack age. */
  readonly ageBands: readonly AgeBandInput[];
  /** Classes of the protected axis of this run, for instance `white`, `bme`, `not-known`. */
  readonly ethnicities: readonly string[];
  readonly staffGroups: readonly StaffGroupInput[];
  /** Resolved values by parameter key, then by staff-group code (or `all-staff`). */
  readonly assumptions: ResolvedAssumptions;
  /** Schemes, cohorts, interventions and other lists by register key; left out where there are none. */
  readonly registers?: Registers;
  readonly policy: ProjectionPolicy;
  /** Decimal string of an unsigned integer; only used when `draws` is above 0. */
  readonly seed: string;
  /** Number of random draws beside the central case, which is draw 0. */
  readonly draws: number;
  /** Flows by chance, in draws, of staff groups with fewer people at the baseline; left out: all flows are expectations. */
  readonly smallTeams?: { readonly below: number };
}

export interface ProjectionCalendar {
  /** Last closed month, the opening state, as `YYYY-MM`. */
  readonly baselineMonth: string;
  /** First financial year of the round, stored as its first calendar year: 2026 is 2026/27. */
  readonly firstYear: number;
  readonly years: number;
}

export interface AgeBandInput {
  readonly code: string;
  /** First age of the band, where it is known: retirement by age needs it. */
  readonly fromAge?: number;
  /** Width in years; null for an open top band or a collapsed age axis. */
  readonly widthYears: number | null;
}

/** Where a baseline figure comes from; shown beside every total that includes it. */
export type BaselineBasis = 'staff-in-post' | 'absence-days' | 'workforce-statistics' | 'esr-extract';

export interface StaffGroupInput {
  readonly code: string;
  readonly name: string;
  readonly registered: boolean;
  readonly medical: boolean;
  readonly basis: BaselineBasis;
  readonly headcount: number;
  readonly fte: number;
  /** Funded posts at the baseline month, FTE; left out where none is loaded, and then assumed with a notice. */
  readonly establishment?: number;
  /**
   * Marginal shares of headcount over bands, age bands and ethnicities (each sums to 1, in the order of
   * the axes), and optionally the joint profile of bands by ethnicities. `profileSource` labels a
   * national profile that stands in for a local one.
   */
  readonly bandShares: readonly number[];
  readonly ageShares: readonly number[];
  readonly ethnicityShares: readonly number[];
  /** Seed of the iterative proportional fit, bands x ethnicities, row-major; uniform when absent. */
  readonly bandByEthnicity?: readonly number[];
  readonly profileSource: string;
}

/** parameter key -> staff-group code or `all-staff` -> value. */
export type ResolvedAssumptions = Readonly<Record<string, Readonly<Record<string, ResolvedValue>>>>;

export interface ResolvedValue {
  /**
   * One value per financial year. Index 0 is the year that holds the months between the baseline
   * month and the first year's start (`firstYear - 1`); index 1 is `firstYear`; length `years + 1`.
   */
  readonly values: readonly number[];
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}
