import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '#persistence';
import { Clock, UnauthenticatedError, sha256Hex } from '#platform';
import { recordAudit } from '../audit';
import { matchesPassword } from '../people/password';
import { normaliseEmail } from '../people/people';
import { PERMISSIONS, roleAllows, type Permission } from '../permissions/roles';
import type { Session, SessionGrant, SignedInPerson, SessionPerson } from './session';
import {
  deleteExpiredSessions,
  deleteSession,
  insertSession,
  sessionGrants,
  useSession,
} from './session.repository';
import { newToken } from './session-token';
import { SignInThrottle } from './sign-in-throttle';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, for throttling. */
  readonly address: string;
  /** The token of the session the browser had, which ends now. */
  readonly previousToken: string | null;
  readonly correlationId: string | null;
}

/** A session that begins. */
export interface SessionBeginning {
  readonly personId: string;
  /** The token of the session the browser had, which ends now. */
  readonly previousToken: string | null;
  readonly correlationId: string | null;
  /** The session at the identity provider, empty where it names none; null where a password was given. */
  readonly providerSession: string | null;
}

interface Account extends SessionPerson {
  readonly passwordHash: string | null;
}

/**
 * Sessions of people, whether they sign in with a password or elsewhere. The token is given out once and only its hash is kept; a
 * session ends after half an hour without a request and after twelve hours in any case.
 */
@Injectable()
export class SessionService {
  readonly #throttle: SignInThrottle;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    this.#throttle = new SignInThrottle(dataSource, clock);
  }

  /**
   * Starts a new session, with a new token whatever the browser had before.
   *
   * @throws UnauthenticatedError when address and password do not go together; it does not say which is wrong
   * @throws TooManyRequestsError after too many failures
   */
  async signIn(signIn: SignIn): Promise<{ readonly token: string; readonly session: Session }> {
    const email = normaliseEmail(signIn.email);
    const attempt = await this.#throttle.begin(email, signIn.address);
    const account = await this.#account(email);
    if (!(await matchesPassword(account?.passwordHash ?? null, signIn.password)) || account === null) {
      await this.#recordRefusal(account, signIn.correlationId);
      throw new UnauthenticatedError('The email address or the password is wrong.');
    }
    await attempt.succeeded();
    const { token, csrfToken } = await this.begin({ ...signIn, personId: account.id, providerSession: null });
    const { passwordHash: _, ...person } = account;
    const session = await this.describe({ ...person, csrfToken, signsInElsewhere: false });
    return { token, session };
  }

  /** Starts a session of someone who has shown who they are. */
  async begin(beginning: SessionBeginning): Promise<{ readonly token: string; readonly csrfToken: string }> {
    const { personId, previousToken, correlationId, providerSession } = beginning;
    const now = this.clock.now();
    const [token, csrfToken] = [newToken(), newToken()];
    await this.unitOfWork.run(async (manager) => {
      await deleteExpiredSessions(manager, now);
      if (previousToken !== null) await deleteSession(manager, sha256Hex(previousToken));
      await insertSession(manager, {
        tokenSha256: sha256Hex(token),
        personId,
        csrfToken,
        providerSessionSha256: providerSession === null ? null : sha256Hex(providerSession),
        now,
      });
      await recordAudit(manager, sessionEvent('session.started', personId, correlationId));
    });
    return { token, csrfToken };
  }

  /** The person of a session within its limits; null for a token that is unknown or has run out. */
  authenticate(token: string): Promise<SignedInPerson | null> {
    return useSession(this.dataSource.manager, sha256Hex(token), this.clock.now());
  }

  /** What a browser is told of its session. */
  async describe({ csrfToken, signsInElsewhere, id, name, email }: SignedInPerson): Promise<Session> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const grants = await sessionGrants(this.dataSource.manager, id, today);
    return {
      person: { id, name, email },
      grants,
      permissions: permissionsOf(grants),
      nationalPermissions: permissionsOf(grants.filter(({ organisation }) => organisation.type === 'nation')),
      csrfToken,
      signsInElsewhere,
    };
  }

  /** Ends a session for good. */
  async signOut(token: string, personId: string, correlationId: string | null): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      if (!(await deleteSession(manager, sha256Hex(token)))) return;
      await recordAudit(manager, sessionEvent('session.ended', personId, correlationId));
    });
  }

  async #account(email: string): Promise<Account | null> {
    const [account] = await this.dataSource.query<Account[]>(
      `SELECT id, name, email, password_hash AS passwordHash FROM person
       WHERE email = ? AND disabled_at IS NULL`,
      [email],
    );
    // The database's collation takes accented letters for plain ones; the throttle does not.
    return account?.email === email ? account : null;
  }

  async #recordRefusal(account: Account | null, correlationId: string | null): Promise<void> {
    const event = sessionEvent('session.refused', account?.id ?? 'unknown', correlationId);
    await recordAudit(this.dataSource.manager, event);
  }
}

const permissionsOf = (grants: readonly SessionGrant[]): Permission[] =>
  PERMISSIONS.filter((permission) => grants.some(({ role }) => roleAllows(role, permission, 'there')));

const sessionEvent = (action: string, personId: string, correlationId: string | null) => ({
  actor: personId,
  action,
  entity: 'person',
  entityId: personId,
  organisationId: null,
  detail: {},
  correlationId,
});
