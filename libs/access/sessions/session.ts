import type { Permission, Role } from '../permissions/roles';

/** How long a session lasts. */
export const SESSION_LIMITS = {
  /** Without a request. */
  idleMilliseconds: 30 * 60_000,
  /** Whatever happens. */
  absoluteMilliseconds: 12 * 60 * 60_000,
} as const;

export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface SessionGrant {
  readonly role: Role;
  readonly organisation: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: string;
  };
}

/** A signed-in browser, as far as a request needs it. */
export interface SignedInPerson extends SessionPerson {
  /** What unsafe requests must send along, so that another site cannot make them. */
  readonly csrfToken: string;
  /** Whether an identity provider began the session, so that signing out has to be told to it as well. */
  readonly signsInElsewhere: boolean;
}

/** What a browser is told of its session. */
export interface Session {
  readonly person: SessionPerson;
  readonly grants: readonly SessionGrant[];
  /** What the person may do somewhere, so that pages offer nothing that would be refused. */
  readonly permissions: readonly Permission[];
  /** Of those, what concerns every organisation. */
  readonly nationalPermissions: readonly Permission[];
  readonly csrfToken: string;
  readonly signsInElsewhere: boolean;
}
