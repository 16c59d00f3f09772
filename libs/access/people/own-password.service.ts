import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '#persistence';
import { Clock, ConflictError, InvalidInputError, sha256Hex, type InputFault } from '#platform';
import { recordAudit } from '../audit';
import { deleteOtherSessions } from '../sessions/session.repository';
import { SignInThrottle } from '../sessions/sign-in-throttle';
import { hashPassword, matchesPassword } from './password';

/** The fewest characters of a password that a person chooses: three words reach it, a word with digits does not. */
export const SHORTEST_PASSWORD = 15;
/** The most characters of any password. */
export const LONGEST_PASSWORD = 256;

/** Fewer different characters are a repeated pattern. */
const FEWEST_DIFFERENT = 5;

/** A person changes their own password. */
export interface PasswordChange {
  readonly person: { readonly id: string; readonly email: string; readonly name: string };
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session that asks, which goes on. */
  readonly token: string;
  /** Where the request came from, for throttling. */
  readonly address: string;
  readonly correlationId: string | null;
}

/** Changes people's own passwords. */
@Injectable()
export class OwnPasswordService {
  readonly #throttle: SignInThrottle;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    clock: Clock,
  ) {
    this.#throttle = new SignInThrottle(dataSource, clock);
  }

  /**
   * Changes a password and ends the person's other sessions. Guesses at the current one count as failed
   * attempts to sign in.
   *
   * @throws InvalidInputError for a wrong current password, or a new one that breaks the policy
   * @throws ConflictError for an account without a password of this installation
   * @throws TooManyRequestsError after too many failures
   */
  async change(change: PasswordChange): Promise<void> {
    const { person, currentPassword, newPassword, token, address, correlationId } = change;
    const faults = faultsOf(change);
    if (faults.length > 0) throw new InvalidInputError(faults);
    const passwordHash = await this.#hashOf(person.id);
    if (passwordHash === null) {
      throw new ConflictError('Your account signs in elsewhere: its password is changed there.');
    }
    const attempt = await this.#throttle.begin(person.email, address);
    const event = {
      actor: person.id,
      entity: 'person',
      entityId: person.id,
      organisationId: null,
      detail: {},
      correlationId,
    };
    if (!(await matchesPassword(passwordHash, currentPassword))) {
      await recordAudit(this.dataSource.manager, { ...event, action: 'person.password-change-refused' });
      throw new InvalidInputError([WRONG_PASSWORD]);
    }
    await attempt.succeeded();
    const renewed = await hashPassword(newPassword);
    await this.unitOfWork.run(async (manager) => {
      await manager.query('UPDATE person SET password_hash = ? WHERE id = ?', [renewed, person.id]);
      await deleteOtherSessions(manager, person.id, sha256Hex(token));
      await recordAudit(manager, { ...event, action: 'person.password-changed' });
    });
  }

  async #hashOf(personId: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ passwordHash: string | null }[]>(
      'SELECT password_hash AS passwordHash FROM person WHERE id = ?',
      [personId],
    );
    return row?.passwordHash ?? null;
  }
}

const WRONG_PASSWORD: InputFault = {
  pointer: '/currentPassword',
  rule: 'matches',
  message: 'This is not your current password.',
  fix: 'Enter the password that you signed in with.',
};

function fault(rule: string, message: string, fix: string): InputFault {
  return { pointer: '/newPassword', rule, message, fix };
}

/** What keeps a new password from being taken; characters are counted as they are hashed. */
function faultsOf({ person, currentPassword, newPassword }: PasswordChange): readonly InputFault[] {
  const length = [...newPassword.normalize('NFKC')].length;
  if (length < SHORTEST_PASSWORD) {
    const missing = SHORTEST_PASSWORD - length;
    return [
      fault(
        'long-enough',
        `The new password has ${length} characters and needs ${SHORTEST_PASSWORD}.`,
        `Add ${missing} or more; three words that don’t belong together are easy to remember.`,
      ),
    ];
  }
  if (newPassword === currentPassword) {
    return [fault('new', 'The new password is the current one.', 'Choose another.')];
  }
  const own = [person.email, person.name].map((text) => text.toLowerCase());
  const plain = newPassword.trim().toLowerCase();
  if (own.includes(plain) || new Set(plain).size < FEWEST_DIFFERENT) {
    return [
      fault(
        'hard-to-guess',
        'The new password is easy to guess.',
        'Choose one that is not your name, your email address or a repeated character.',
      ),
    ];
  }
  return [];
}
