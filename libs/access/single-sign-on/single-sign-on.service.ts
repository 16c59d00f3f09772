import { type DataSource } from 'typeorm';
import { type UnitOfWork } from '#persistence';
import { type Clock, NotFoundError, sha256Hex } from '#platform';
import { recordAudit } from '../audit';
import { newToken } from '../sessions/session-token';
import { deleteProviderSessions, sessionGrants } from '../sessions/session.repository';
import { type SessionService } from '../sessions/session.service';
import type { IdentityProvider, SignInSecrets } from './identity-provider';
import { insertPending, refuseTooMany, takePending } from './pending-sign-in';
import { personOf, personWithSubject } from './person-identity';
import { SignInRefusedError } from './sign-in-refused.error';

/** A browser that came back from the provider. */
export interface ReturnedBrowser {
  /** The query of the address it came to, with its question mark. */
  readonly query: string;
  readonly state: string;
  /** The secret that it was given when it left; null where it has none. */
  readonly browserToken: string | null;
  /** The token of the session that it had, which ends now. */
  readonly previousToken: string | null;
  readonly correlationId: string | null;
}

/** Signing in at an identity provider, for people who have an account and a role here. */
export class SingleSignOnService {
  constructor(
    private readonly provider: IdentityProvider | null,
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /** What the provider is called; null where none is set up. */
  get name(): string | null {
    return this.provider?.name ?? null;
  }

  /**
   * Sends a browser to the provider.
   *
   * @param next address of this site to go to afterwards
   * @param address where the request came from
   * @returns where to send it, and a secret for it to bring back
   * @throws NotFoundError where no provider is set up
   * @throws TooManyRequestsError when too many of this address were begun and not finished
   * @throws SignInRefusedError when the provider is away
   */
  async begin(
    next: string,
    address: string,
  ): Promise<{ readonly providerAddress: string; readonly browserToken: string }> {
    const provider = this.#required();
    await refuseTooMany(this.dataSource.manager, address, this.clock.now());
    const { address: providerAddress, secrets } = await provider.begin();
    const browserToken = newToken();
    const pending = { secrets, browserToken, address, next };
    await insertPending(this.dataSource.manager, pending, this.clock.now());
    return { providerAddress, browserToken };
  }

  /**
   * Lets in whoever the provider vouches for, if they have an account and a role here.
   *
   * @returns the token of the new session, and where to go
   * @throws NotFoundError where no provider is set up
   * @throws SignInRefusedError which is in the audit trail as well
   */
  async complete(browser: ReturnedBrowser): Promise<{ readonly token: string; readonly next: string }> {
    const provider = this.#required();
    try {
      return await this.#complete(provider, browser);
    } catch (error) {
      if (error instanceof SignInRefusedError) await this.#recordRefusal(error, browser.correlationId);
      throw error;
    }
  }

  /** Where a browser ends its session at the provider; null where there is no such place. */
  async signOutAddress(): Promise<string | null> {
    return this.#required().signOutAddress();
  }

  /**
   * Ends the sessions that ended at the provider.
   *
   * @param logoutToken as the provider sent it
   * @throws UnauthenticatedError for a token that is not the provider's
   */
  async endElsewhere(logoutToken: string, correlationId: string | null): Promise<void> {
    const ended = await this.#required().readLogoutToken(logoutToken);
    const person = await personWithSubject(this.dataSource.manager, ended);
    if (person === null) return;
    const session = ended.providerSession === null ? null : sha256Hex(ended.providerSession);
    await this.unitOfWork.run(async (manager) => {
      const sessions = await deleteProviderSessions(manager, person.id, session);
      if (sessions === 0) return;
      await recordAudit(manager, {
        ...eventOf('session.ended-elsewhere', person.id, correlationId),
        detail: { sessions },
      });
    });
  }

  async #complete(provider: IdentityProvider, browser: ReturnedBrowser) {
    const { query, correlationId, previousToken } = browser;
    const { next, ...secrets } = await this.#take(browser);
    const identity = await provider.redeem(query, secrets);
    const now = this.clock.now();
    const personId = await this.unitOfWork.run((manager) => personOf(manager, identity, now, correlationId));
    const grants = await sessionGrants(this.dataSource.manager, personId, now.toISOString().slice(0, 10));
    if (grants.length === 0) throw new SignInRefusedError('no-role', 'the person has no role in force');
    const { providerSession } = identity;
    const { token } = await this.sessions.begin({ personId, previousToken, correlationId, providerSession });
    return { token, next };
  }

  async #take({ state, browserToken }: ReturnedBrowser): Promise<SignInSecrets & { readonly next: string }> {
    const pending =
      browserToken === null
        ? null
        : await this.unitOfWork.run((manager) =>
            takePending(manager, { state, browserToken }, this.clock.now()),
          );
    if (pending !== null) return { state, ...pending };
    throw new SignInRefusedError(
      'state-unknown',
      'this browser was not sent with this state, or came back already',
    );
  }

  #required(): IdentityProvider {
    if (this.provider !== null) return this.provider;
    throw new NotFoundError(
      'Signing in elsewhere is not set up; sign in with an account of this installation.',
    );
  }

  async #recordRefusal({ reason, detail }: SignInRefusedError, correlationId: string | null): Promise<void> {
    await recordAudit(this.dataSource.manager, {
      ...eventOf('session.refused', 'unknown', correlationId),
      detail: { reason, detail },
    });
  }
}

const eventOf = (action: string, personId: string, correlationId: string | null) => ({
  actor: personId,
  action,
  entity: 'person',
  entityId: personId,
  organisationId: null,
  correlationId,
});
