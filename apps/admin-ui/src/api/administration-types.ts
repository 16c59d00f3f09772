import type { OrganisationReference } from './types';

export interface ListedGrant {
  readonly id: string;
  readonly role: string;
  readonly organisation: OrganisationReference;
  readonly commitment: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: 'in-force' | 'to-come' | 'ended';
}

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
  readonly createdAt: string;
  readonly grants: readonly ListedGrant[];
}

export interface NamedRole {
  readonly role: string;
  readonly name: string;
}

export interface PeopleListing {
  readonly people: readonly ListedPerson[];
  readonly roles: readonly NamedRole[];
}

export interface ClientKey {
  readonly id: string;
  readonly keyId: string;
  readonly algorithm: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isInForce: boolean;
}

export interface ListedClient {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly string[];
  readonly isDisabled: boolean;
  readonly createdAt: string;
  readonly lastPullAt: string | null;
  readonly keys: readonly ClientKey[];
}

export interface PastSlot {
  readonly slot: string;
  readonly state: 'fired' | 'late' | 'missed' | 'passed-over' | 'by-hand';
  readonly firedAt: string | null;
  readonly unitsRung: number;
}

export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly roundId: string;
  readonly catchUp: 'latest' | 'none';
  readonly isEnabled: boolean;
  readonly nextDueAt: string | null;
  readonly lastFiring: { readonly slot: string; readonly firedAt: string; readonly unitsRung: number } | null;
  readonly pastSlots: readonly PastSlot[];
}

export type JobState =
  'running' | 'waiting' | 'failed' | 'quarantined' | 'cancelled' | 'no-baseline' | 'up-to-date';

export interface Job {
  readonly round: { readonly id: string; readonly name: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly organisation: OrganisationReference;
  readonly state: JobState;
  readonly reason: string | null;
  readonly runId: string | null;
  readonly progress: number | null;
  readonly attempts: number;
  readonly worker: string | null;
  readonly waitingSince: string | null;
  readonly publishedAt: string | null;
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

export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly detail: string;
  readonly correlationId: string | null;
  readonly isSealed: boolean;
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
