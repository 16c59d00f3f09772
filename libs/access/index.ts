export { AccessModule } from './access.module';
export * from './api-clients';
export * from './audit';
export { IDEMPOTENCY_KEY, answerOnce, type RepeatableRequest } from './idempotency/answer-once';
export { hashPassword, matchesPassword, newPassword } from './people/password';
export {
  LONGEST_PASSWORD,
  OwnPasswordService,
  SHORTEST_PASSWORD,
  type PasswordChange,
} from './people/own-password.service';
export { PeopleService, type NewRole, type RoleGiven } from './people/people.service';
export { type ListedGrant, type ListedPerson } from './people/people-list';
export { createPerson, grantRole, type NewGrant, type NewPerson } from './people/people';
export type { RoleHolding } from './permissions/grant.repository';
export { PermissionService } from './permissions/permission.service';
export {
  PERMISSIONS,
  ROLES,
  ROLE_DEFINITIONS,
  isRole,
  roleAllows,
  type Permission,
  type Role,
  type RoleDefinition,
} from './permissions/roles';
export {
  PresenceService,
  type OtherVisit,
  type PresenceCell,
  type PresenceEntry,
  type Visit,
} from './presence/presence.service';
export { SESSION_LIMITS, type Session, type SessionGrant, type SignedInPerson } from './sessions/session';
export { SessionService, type SignIn } from './sessions/session.service';
export { IdentityProvider } from './single-sign-on/identity-provider';
export { SignInRefusedError, type SignInRefusal } from './single-sign-on/sign-in-refused.error';
export { SingleSignOnService } from './single-sign-on/single-sign-on.service';
export { sameSecret } from './sessions/session-token';
export { loadSigningKey } from './signing-key-file';
