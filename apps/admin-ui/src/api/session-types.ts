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
  /** Whether signing out has to be told to the identity provider too. */
  readonly signsInElsewhere: boolean;
}

/** How one may sign in. */
export interface SignInOptions {
  /** The identity provider; null where none is set up. */
  readonly singleSignOn: { readonly name: string } | null;
}
