import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { inheritedEnvironment, projectRoot } from '#platform';

/** A person of the demo who is signed in: cookie and CSRF token of their requests. */
type SignedIn = Readonly<Record<'cookie' | 'x-csrf-token', string>>;

interface Started {
  readonly url: string;
  readonly accounts: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

/** An organisation in a scenario. */
export interface Unit {
  readonly scenarioId: string;
  readonly organisationId: string;
}

/** A plan of a system, with the organisations in it. */
export interface PlanDetail {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly code: string };
  readonly scenario: { readonly id: string };
  readonly organisations: readonly { readonly id: string; readonly code: string }[];
}

interface Figures {
  readonly result: { readonly id: string } | null;
  readonly freshness: { readonly state: string };
}

const PROGRAM = join(projectRoot(), 'dist/apps/cli/main.js');
/** Pause between two questions: more would measure the questions. */
const ASK_MILLISECONDS = 20;

/** The whole product with its demo, in processes and a folder of its own, for as long as a benchmark lasts. */
export class RunningProduct {
  private headers: SignedIn = { cookie: '', 'x-csrf-token': '' };

  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly started: Started,
  ) {}

  /** @param environment settings of the product beside those that keep it apart */
  static async start(environment: Readonly<Record<string, string>>): Promise<RunningProduct> {
    const folder = await mkdtemp(join(tmpdir(), 'wholetime-bench-'));
    const child = spawn(process.execPath, [PROGRAM, 'start', '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...inheritedEnvironment(),
        ...environment,
        WHOLETIME_DATA_DIRECTORY: folder,
        PORT: '0',
        HEE_API_PORT: '0',
      },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{"url"'))
        return new RunningProduct(child, folder, JSON.parse(line) as Started).signedInAs('system-planner');
    }
    throw new Error('The product did not start; run npm start to see why.');
  }

  /** The process that started all others. */
  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Ends every process and removes the folder. */
  async stop(): Promise<void> {
    await this.halt();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Ends every process; commands can then be run on what is stored. */
  async halt(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGINT');
    await ended;
  }

  /** Runs a command on what is stored, with the product halted. @returns what it printed @throws Error when it fails */
  async command(...words: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...inheritedEnvironment(), WHOLETIME_DATA_DIRECTORY: this.folder },
    });
    const ended = once(child, 'close') as Promise<[number | null]>;
    const printed = await readText(child.stdout);
    const [code] = await ended;
    if (code !== 0) throw new Error(`wholetime ${words.join(' ')} ended with code ${code}.`);
    return printed;
  }

  /** The plan of a system in the newest round in which it has one. */
  async planOf(system: string): Promise<PlanDetail> {
    const { rounds } = await this.get<{
      readonly rounds: readonly { readonly plans: readonly PlanDetail[] }[];
    }>('rounds');
    const plan = rounds
      .flatMap(({ plans }) => plans)
      .find(({ organisation }) => organisation.code === system);
    if (plan === undefined) throw new Error(`The demo has no plan of ${system}.`);
    return this.get<PlanDetail>(`plans/${plan.id}`);
  }

  /** Waits until an organisation's figures are of its newest assumptions. @returns milliseconds since the start */
  async untilFresh(unit: Unit, started = performance.now()): Promise<number> {
    for (;;) {
      const { result, freshness } = await this.get<Figures>('projections/overview', { ...unit });
      if (result !== null && freshness.state === 'up-to-date') return performance.now() - started;
      await pause(ASK_MILLISECONDS);
    }
  }

  /** @throws Error for every answer but 2xx */
  async get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.answerOf<T>(await this.answerTo('GET', path, query));
  }

  /** @throws Error for every answer but 2xx */
  async change<T>(method: 'POST' | 'PATCH', path: string, body: object): Promise<T> {
    return this.answerOf<T>(await this.answerTo(method, path, body));
  }

  /**
   * The answer as it comes; the caller reads it.
   *
   * @param sent query of a GET, else the body
   */
  async answerTo(method: 'GET' | 'POST' | 'PATCH', path: string, sent: object): Promise<Response> {
    const address = `${this.started.url}/api/${path}`;
    if (method !== 'GET') {
      const headers = { ...this.headers, 'content-type': 'application/json' };
      return fetch(address, { method, headers, body: JSON.stringify(sent) });
    }
    return fetch(`${address}?${new URLSearchParams({ ...sent }).toString()}`, { headers: this.headers });
  }

  private async signedInAs(role: string): Promise<this> {
    const account = this.started.accounts.find((each) => each.role === role);
    const answer = await fetch(`${this.started.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: account?.email, password: account?.password }),
    });
    const { csrfToken } = await this.answerOf<{ csrfToken: string }>(answer);
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    this.headers = { cookie, 'x-csrf-token': csrfToken };
    return this;
  }

  private async answerOf<T>(answer: Response): Promise<T> {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  }
}
