import type { AuditEntry, Job, ListedPerson } from '#views/lists';

export interface NamedRole {
  readonly role: string;
  readonly name: string;
}

export interface PeopleListing {
  readonly people: readonly ListedPerson[];
  readonly roles: readonly NamedRole[];
}

export interface JobsOverview {
  readonly jobs: readonly Job[];
  readonly backlog: {
    readonly messages: number;
    readonly oldestMessageAt: string | null;
    readonly sums: number;
    readonly rangesRunning: number;
    readonly rangesFailed: number;
  };
  readonly at: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: number | null;
}

export interface AuditVerification {
  readonly isIntact: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  readonly faults: readonly {
    readonly position: number;
    readonly auditSeq: number;
    readonly problem: string;
  }[];
  readonly head: { readonly position: number; readonly sha256: string } | null;
}
