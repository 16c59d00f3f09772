import type { OrganisationReference } from './round-types';

/** Who is signed in, where they have roles, and what they may do. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly grants: readonly { readonly role: string; readonly organisation: OrganisationReference }[];
  /** What the person may do somewhere. */
  readonly permissions: readonly string[];
  /** Of those, what concerns every organisation. */
  readonly nationalPermissions: readonly string[];
  readonly csrfToken: string;
}
