import type { OrganisationNode } from '#organisations';
import type { FrozenRun, LeftOutOrganisation } from '../documents';

/**
 * How far a system's plan has come for the national picture: `agreed` by its region, `submitted` and not yet agreed,
 * or `default`, what is projected without a submission.
 */
export const PLAN_STATUSES = ['agreed', 'submitted', 'default'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** A step of sign-off that the version stands on. */
export interface PlanSignOff {
  readonly action: string;
  /** The signature that it gave, for instance `commitment:cancer`; null for a step without one. */
  readonly slot: string | null;
  /** The day that the signatory states, else the day of the step, `YYYY-MM-DD`. */
  readonly on: string;
}

/** The frozen version that stands for a system. */
export interface StandingVersion {
  readonly documentId: string;
  readonly version: number;
  readonly contentSha256: string;
  readonly frozenAt: string;
  readonly signOffs: readonly PlanSignOff[];
}

/** What stands for a system in the national picture. */
export interface PlanStanding {
  /** The system, or the area that plans as one where the round has no systems. */
  readonly node: OrganisationNode;
  readonly status: PlanStatus;
  /** Null for a default. */
  readonly version: StandingVersion | null;
  readonly scenario: { readonly id: string; readonly name: string };
  /** One for each organisation in its totals, with year-end figures. */
  readonly runs: readonly FrozenRun[];
  /** Organisations of the system that are not in its totals, and why. */
  readonly leftOut: readonly LeftOutOrganisation[];
}
