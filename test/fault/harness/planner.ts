import { newId } from '#platform';
import type { EditedCell, SeenAnswer } from './edit-ledger';
import { CREDENTIALS, type Installation } from './installation';

const ANSWER_LIMIT_MILLISECONDS = 20_000;
const GIVE_UP_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 100;

/** The parameter and the staff group that every edit of the harness is about. */
export const LEAVER_RATE = 'retention.leaver-rate';
export const NURSES = 'nurses-and-health-visitors';

/** A person at a browser: signs in, saves, and sends again what got no answer, under the same key. */
export class Planner {
  private headers: Readonly<Record<string, string>> = {};

  constructor(private readonly installation: Installation) {}

  async signIn(): Promise<void> {
    const { text, cookies } = await this.untilAnswered('sign-in', '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(CREDENTIALS),
    });
    const { csrfToken } = JSON.parse(text) as { csrfToken: string };
    this.headers = { cookie: cookies.split(';', 1)[0] ?? '', 'x-csrf-token': csrfToken };
  }

  /** Saves a value until the product says that it has; nobody else edits the cell meanwhile. */
  async save(cell: EditedCell, value: number): Promise<void> {
    const { fixture, ledger } = this.installation;
    const { organisationId, year } = cell;
    const edit = { parameter: LEAVER_RATE, staffGroup: NURSES, year, operation: 'set', value };
    const { text } = await this.untilAnswered('edit', '/api/assumptions', {
      method: 'PATCH',
      headers: { ...this.headers, 'content-type': 'application/json', 'idempotency-key': newId() },
      body: JSON.stringify({
        scenarioId: fixture.planId,
        organisationId,
        reason: 'A fault test',
        edits: [{ ...edit, baseVersion: ledger.versionOf(cell) }],
      }),
    });
    const { cells } = JSON.parse(text) as { cells: { cell: { version: number } }[] };
    const version = cells[0]?.cell.version;
    if (version !== ledger.versionOf(cell) + 1) {
      throw new Error(`An edit of version ${ledger.versionOf(cell)} was answered with version ${version}.`);
    }
    ledger.acknowledge({ ...cell, version, value });
  }

  /** What tells the API who asks. */
  get credentials(): Readonly<Record<string, string>> {
    return this.headers;
  }

  /** One answer to a request of any kind; null when there was none. It counts among the answers that must be fair. */
  async send(path: string, request: RequestInit): Promise<{ readonly status: number } | null> {
    return this.ask('other', path, request);
  }

  /** One answer of the read API, whatever it is; null when there was none. */
  async read(path: string): Promise<{ readonly status: number; readonly text: string } | null> {
    const answer = await this.ask('read', path, { headers: this.headers });
    return answer === null ? null : { status: answer.status, text: answer.text };
  }

  private async untilAnswered(kind: SeenAnswer['kind'], path: string, request: RequestInit): Promise<Answer> {
    const end = performance.now() + GIVE_UP_MILLISECONDS;
    for (;;) {
      const answer = await this.ask(kind, path, request);
      if (answer?.status === 200) return answer;
      if (answer !== null && answer.status < 500) {
        throw new Error(`${path} was answered with ${answer.status}: ${answer.text}`);
      }
      if (performance.now() > end) throw new Error(`${path} got no answer in two minutes.`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }

  private async ask(kind: SeenAnswer['kind'], path: string, request: RequestInit): Promise<Answer | null> {
    const started = performance.now();
    const note = (status: number | null, hasRetryAfter: boolean): void => {
      const milliseconds = performance.now() - started;
      this.installation.ledger.answers.push({ kind, status, hasRetryAfter, milliseconds });
    };
    try {
      const response = await fetch(`${this.installation.api.url}${path}`, {
        ...request,
        signal: AbortSignal.timeout(ANSWER_LIMIT_MILLISECONDS),
      });
      const text = await response.text();
      note(response.status, response.headers.has('retry-after'));
      return { status: response.status, text, cookies: response.headers.get('set-cookie') ?? '' };
    } catch {
      note(null, false);
      return null;
    }
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookies: string;
}
