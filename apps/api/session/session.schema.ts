import { PERMISSIONS, ROLES } from '#access';
import { boolean, described, id, listOf, nullable, object, oneOf, string } from '../openapi/schema';
import { ORGANISATION } from '../openapi/shared.schema';

export const SESSION = object({
  person: object({ id, name: string, email: string }),
  grants: listOf(object({ role: oneOf(...ROLES), organisation: ORGANISATION })),
  permissions: listOf(oneOf(...PERMISSIONS)),
  nationalPermissions: listOf(oneOf(...PERMISSIONS)),
  csrfToken: described('To be sent as X-CSRF-Token with every request that changes something.', string),
  signsInElsewhere: described('Whether signing out has to be told to the identity provider too.', boolean),
});

export const SIGN_IN_OPTIONS = object({
  singleSignOn: nullable(object({ name: described('What the identity provider is called.', string) })),
});
