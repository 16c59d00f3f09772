import type { FactOrigin } from './fact-origin';

/** Parts of the workforce that the equality standards report apart. */
export const WORKFORCE_TYPES = ['clinical', 'non-clinical', 'medical'] as const;
export type WorkforceType = (typeof WORKFORCE_TYPES)[number];

/**
 * Who a cluster is of: staff on Agenda for Change bands and very senior managers, medical and dental staff,
 * everybody outside the bands of leadership, or everybody. The last two have no bands of their own.
 */
export const CLUSTER_WORKFORCES = ['agenda-for-change', 'medical', 'not-leadership', 'all'] as const;

/** The returns that have clusters: scopes of targets, the two equality standards, tiers of the disparity ratio. */
export const CLUSTER_RETURNS = ['scope', 'wres', 'wdes', 'disparity'] as const;

/** Bands that a return reports together, from one date to another (null is open). */
export interface EqualityClusterFact extends FactOrigin {
  readonly return: (typeof CLUSTER_RETURNS)[number];
  readonly code: string;
  readonly label: string;
  readonly workforce: (typeof CLUSTER_WORKFORCES)[number];
  readonly bands: readonly string[];
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
}

export const INDICATOR_KINDS = [
  'share-by-cluster',
  'relative-likelihood',
  'share-difference',
  'survey',
] as const;
/** Which rate is divided by which: the group without the characteristic (white, not disabled) is the reference. */
export const LIKELIHOOD_DIRECTIONS = [
  'reference-over-characteristic',
  'characteristic-over-reference',
] as const;
export type LikelihoodDirection = (typeof LIKELIHOOD_DIRECTIONS)[number];

/** An indicator of the Workforce Race or Disability Equality Standard, in its published direction. */
export interface EqualityIndicatorFact extends FactOrigin {
  readonly standard: 'wres' | 'wdes';
  readonly number: number;
  readonly code: string;
  readonly label: string;
  readonly kind: (typeof INDICATOR_KINDS)[number];
  /** Null where the indicator is not a ratio. */
  readonly direction: LikelihoodDirection | null;
}

/** Which part of the workforce a staff group is. */
export interface WorkforceTypeFact extends FactOrigin {
  readonly staffGroup: string;
  readonly workforceType: WorkforceType;
}

/** A national figure of the race equality standard, in percent (ratios as they are). */
export interface PublishedRepresentationFact extends FactOrigin {
  readonly year: number;
  readonly measure: string;
  readonly value: number;
}

/** What reports of representation read. */
export interface RepresentationPolicy {
  /** Clusters in force at the start of the first year. */
  readonly clusters: readonly EqualityClusterFact[];
  readonly indicators: readonly EqualityIndicatorFact[];
  /** Staff-group code -> part of the workforce; a group left out is reported as not classified. */
  readonly workforceTypes: Readonly<Record<string, WorkforceType>>;
  readonly published: readonly PublishedRepresentationFact[];
}
