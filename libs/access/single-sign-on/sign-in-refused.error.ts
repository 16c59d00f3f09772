/** Why someone who came back from the identity provider was not let in. */
export type SignInRefusal =
  /** The provider did not answer. */
  | 'provider-unavailable'
  /** The provider let nobody in, or the person turned back. */
  | 'provider-refused'
  /** No browser was sent there with this state, it was another one, it came back already, or too late. */
  | 'state-unknown'
  /** The provider's answer breaks a rule of the protocol: signature, audience, times, code. */
  | 'answer-not-trusted'
  /** No person is known under the subject, nor under a verified address. */
  | 'no-account'
  /** The account is disabled. */
  | 'account-disabled'
  /** The person has no role in force. */
  | 'no-role';

/** Nobody was let in; the reason is for the person, the detail for the audit trail. */
export class SignInRefusedError extends Error {
  constructor(
    readonly reason: SignInRefusal,
    /** Which rule was broken; never a token or a code. */
    readonly detail: string,
    options: ErrorOptions = {},
  ) {
    super(`${reason}: ${detail}`, options);
    this.name = 'SignInRefusedError';
  }
}
