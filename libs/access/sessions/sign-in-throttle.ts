import type { DataSource } from 'typeorm';
import { TooManyRequestsError, sha256Hex } from '#platform';
import type { Clock } from '#platform';

const WINDOW_MILLISECONDS = 15 * 60_000;
const KEPT_MILLISECONDS = 24 * 60 * 60_000;

interface Limit {
  readonly subject: string;
  readonly most: number;
}

interface Failures {
  readonly failures: number;
  readonly oldest: Date | null;
}

/** An attempt that counts as failed until it is said to have succeeded. */
export interface SignInAttempt {
  succeeded(): Promise<void>;
}

/**
 * Slows down guessing: five failures of one address at one account, thirty at one account from anywhere,
 * a hundred of one address at any account, each within a quarter of an hour. A success clears
 * the account, not the address: whoever has one account could guess at others. Counted in the database, so that it holds across processes and restarts.
 */
export class SignInThrottle {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as a failure before the password is looked at, so that many at once are counted too.
   *
   * @throws TooManyRequestsError when there were too many failures; says when to come back
   */
  async begin(email: string, address: string): Promise<SignInAttempt> {
    const now = this.clock.now();
    await this.#forgetOld(now);
    const limits = limitsFor(email, address);
    const seqs: number[] = [];
    for (const { subject } of limits) seqs.push(await this.#recordFailure(subject, now));
    const waits: number[] = [];
    for (const limit of limits) waits.push(await this.#secondsToWait(limit, now));
    const longest = Math.max(...waits);
    if (longest > 0) {
      // An attempt that was never looked at must not prolong the wait.
      await this.#remove(seqs);
      throw new TooManyRequestsError(longest, 'Too many attempts to sign in; wait before trying again.');
    }
    return { succeeded: () => this.#markSucceeded(seqs) };
  }

  /** Seconds until one more attempt may be made; the attempt under way is counted already. */
  async #secondsToWait({ subject, most }: Limit, now: Date): Promise<number> {
    const since = new Date(now.getTime() - WINDOW_MILLISECONDS);
    const [found] = await this.dataSource.query<Failures[]>(
      `SELECT COUNT(*) AS failures, MIN(at) AS oldest FROM sign_in_attempt
       WHERE subject_sha256 = ? AND at > ? AND succeeded = 0 AND seq > COALESCE(
         (SELECT MAX(s.seq) FROM sign_in_attempt s WHERE s.subject_sha256 = ? AND s.succeeded = 1), 0)`,
      [subject, since, subject],
    );
    if (found === undefined || found.failures <= most) return 0;
    const until = (found.oldest ?? now).getTime() + WINDOW_MILLISECONDS;
    return Math.max(1, Math.ceil((until - now.getTime()) / 1000));
  }

  async #markSucceeded([pair, account, fromAddress]: readonly number[]): Promise<void> {
    await this.dataSource.query('UPDATE sign_in_attempt SET succeeded = 1 WHERE seq IN (?, ?)', [
      pair,
      account,
    ]);
    await this.#remove([fromAddress]);
  }

  async #remove(seqs: readonly (number | undefined)[]): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_attempt WHERE seq IN (?)', [seqs]);
  }

  async #recordFailure(subject: string, at: Date): Promise<number> {
    const { insertId } = await this.dataSource.query<{ insertId: number }>(
      'INSERT INTO sign_in_attempt (subject_sha256, at, succeeded) VALUES (?, ?, 0)',
      [subject, at],
    );
    return insertId;
  }

  async #forgetOld(now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_MILLISECONDS);
    await this.dataSource.query('DELETE FROM sign_in_attempt WHERE at < ? ORDER BY seq LIMIT 100', [before]);
  }
}

/** The address at the account, the account, the address, in this order. */
function limitsFor(email: string, address: string): readonly Limit[] {
  return [
    { subject: sha256Hex(`pair ${email} ${address}`), most: 5 },
    { subject: sha256Hex(`account ${email}`), most: 30 },
    { subject: sha256Hex(`address ${address}`), most: 100 },
  ];
}
