import { createPerson, grantRole } from '#access';
import { newId } from '#platform';
import { BrowserAtProvider } from '../../support/single-sign-on/browser-at-provider';
import { startProvider, type ProviderUnderTest } from '../../support/single-sign-on/provider-under-test';
import { callerWith, startApi, type Answer, type ApiUnderTest, type Caller } from './api-under-test';

/** Where browsers reach the pages, as the provider knows it. */
export const PUBLIC_URL = 'http://localhost:3999';
/** Where single sign-on begins. */
export const START = '/session/single-sign-on';

/** A browser on its way: what it keeps for us, and what the provider leads it back with. */
export interface Returning {
  readonly cookie: string;
  readonly query: Record<string, string>;
}

/** Someone who may sign in at the provider. */
export interface KnownPerson {
  readonly id: string;
  readonly email: string;
  readonly subject: string;
}

/** An installation and a real identity provider, with people who are known to both. */
export class SingleSignOnDesk {
  #auditSeen = 0;

  private constructor(
    readonly provider: ProviderUnderTest,
    readonly api: ApiUnderTest,
  ) {}

  static async open(): Promise<SingleSignOnDesk> {
    const provider = await startProvider(PUBLIC_URL);
    Object.assign(process.env, provider.environment);
    const api = await startApi();
    await api.app.listen(0, '127.0.0.1');
    return new SingleSignOnDesk(provider, api);
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.provider.stop();
  }

  /** A person without a password, known to the provider by a subject and by their address in capitals. */
  async someone(
    changes: { readonly isVerified?: boolean; readonly hasRole?: boolean } = {},
  ): Promise<KnownPerson> {
    const { isVerified = true, hasRole = true } = changes;
    const [subject, email] = [newId(), `${newId()}@example.org`];
    const { manager } = this.api.dataSource;
    const { id } = await createPerson(manager, { email, name: 'Asha', password: null, actor: 'test' });
    if (hasRole) {
      const organisationId = this.api.fixture.organisation('RR8');
      const grant = { role: 'workforce-lead', validFrom: '2020-04-01', actor: 'test' } as const;
      await grantRole(manager, { ...grant, personId: id, organisationId });
    }
    const claims = { email: email.toUpperCase(), email_verified: isVerified };
    await this.provider.control({ people: { [subject]: claims } });
    return { id, email, subject };
  }

  begin(next?: string): Promise<Answer> {
    return this.api.anonymous.get(START, next === undefined ? {} : { next });
  }

  /** Goes to the provider, signs in there, and is led back. */
  async leave(subject: string, browser = new BrowserAtProvider(this.provider.issuer)): Promise<Returning> {
    const answer = await this.begin('/data?tab=esr');
    const back = await browser.signIn(placeOf(answer), subject);
    if (!back.startsWith(`${PUBLIC_URL}/api${START}/callback?`)) throw new Error(`led to ${back}`);
    return { cookie: cookieOf(answer, 'sign-in'), query: Object.fromEntries(new URL(back).searchParams) };
  }

  comeBack({ cookie, query }: Returning): Promise<Answer> {
    return callerWith(this.api.app, { cookie }).get(`${START}/callback`, query);
  }

  async signIn(subject: string): Promise<Answer> {
    return this.comeBack(await this.leave(subject));
  }

  /** The browser that an answer gave a session to. */
  callerOf(answer: Answer): Caller {
    return callerWith(this.api.app, { cookie: cookieOf(answer, 'session') });
  }

  /** The refusals in the audit trail since the last look. */
  async refusals(): Promise<readonly { readonly reason: string; readonly detail: string }[]> {
    const rows: { seq: number; detail: string }[] = await this.api.dataSource.query(
      "SELECT seq, detail FROM audit_entry WHERE action = 'session.refused' AND seq > ? ORDER BY seq",
      [this.#auditSeen],
    );
    this.#auditSeen = rows.at(-1)?.seq ?? this.#auditSeen;
    return rows.map(({ detail }) => JSON.parse(detail) as { reason: string; detail: string });
  }

  async countSessionsOf(personId: string): Promise<number> {
    const [row] = await this.api.dataSource.query<{ sessions: number }[]>(
      'SELECT COUNT(*) AS sessions FROM person_session WHERE person_id = ?',
      [personId],
    );
    return row?.sessions ?? -1;
  }
}

/** A cookie of ours that an answer sets, as a browser sends it back; empty where it sets none. */
export const cookieOf = (answer: Answer, name: 'session' | 'sign-in'): string =>
  [answer.headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';', 1)[0] ?? '')
    .find((cookie) => cookie.startsWith(`__Host-wholetime-${name}=`)) ?? '';

/** Where an answer leads. */
export const placeOf = (answer: Answer): string => String(answer.headers['location']);
