import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#platform';
import { ComputationFailedError, ComputationStoppedError } from './compute-errors';
import type {
  AnalysisTask,
  ComputeTask,
  ComputedResult,
  QuestionTask,
  RangesPart,
  RangesPartTask,
  RangesResult,
  RangesTask,
  SharedSum,
  ThreadMessage,
  ThreadTask,
} from './computed-result';

/** What one computation may use. */
export interface ThreadLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** How a caller follows and ends a computation. */
export interface ComputeControl {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

const DEFAULT_LIMITS: ThreadLimits = { milliseconds: 120_000, heapMegabytes: 512 };
const THREAD_FILE = 'compute.thread.js';
/** Room for the short arrays of a projection, and no more than stays near the processor: draws take a sixth longer with 96. */
const YOUNG_MEGABYTES = 16;

/**
 * Runs the engine off the main thread: a computation on the event loop would lose its job's lock, be
 * started again elsewhere, and so never end. Threads are kept and used again; one that was stopped,
 * failed on its own or went past its limits is thrown away.
 */
export class EngineThreads {
  private readonly idle: Worker[] = [];
  private readonly waiting: (() => void)[] = [];
  private inUse = 0;

  constructor(
    private readonly threads: number,
    private readonly limits: ThreadLimits = DEFAULT_LIMITS,
    /** Absolute path of the file that the threads run: the engine's own, or that of a library that computes with it. */
    private readonly file: string = threadFile(),
  ) {}

  /**
   * @throws ComputationFailedError when the engine throws, dies or goes past its limits
   * @throws ComputationStoppedError when the signal aborts
   */
  async compute(task: ComputeTask, control: ComputeControl): Promise<ComputedResult> {
    const answer = await this.inTurn(task, control);
    if (answer.kind === 'done') return answer.result;
    throw otherAnswer();
  }

  /**
   * Answers a question about the projection of an input.
   *
   * @returns the answer as JSON
   * @throws ComputationFailedError when the engine throws, dies or goes past its limits
   * @throws ComputationStoppedError when the signal aborts
   */
  async analyse(task: AnalysisTask | QuestionTask, control: ComputeControl): Promise<string> {
    const answer = await this.inTurn(task, control);
    if (answer.kind === 'analysed') return answer.answer;
    throw otherAnswer();
  }

  /**
   * Draws the likely ranges of a sum.
   *
   * @throws ComputationFailedError when the engine throws, dies or goes past its limits
   * @throws ComputationStoppedError when the signal aborts
   */
  async drawRanges(task: RangesTask, control: ComputeControl): Promise<RangesResult> {
    const laidOut = await this.inTurn({ ...task, layOut: true }, { ...control, onProgress: () => undefined });
    if (laidOut.kind !== 'laid-out') throw otherAnswer();
    const { earlier, ...wanted } = task;
    const { shared, isContinued } = laidOut;
    const { gone, places } =
      isContinued && earlier !== null ? earlier : { gone: [], places: task.inputs.map((_, place) => place) };
    const threads = Math.max(1, Math.min(this.threads, gone.length + places.length));
    const part: RangesPartTask = { ...wanted, gone, places, shared };
    const answers = await this.together(new Array<RangesPartTask>(threads).fill(part), control);
    const parts = answers.map((answer) => {
      if (answer.kind !== 'ranged') throw otherAnswer();
      return answer.part;
    });
    return joinedParts(parts, { ...task, shared });
  }

  /** Tasks that wait for one another: where one ends badly, all are ended. Progress is the sum of theirs. */
  private async together(tasks: readonly ThreadTask[], control: ComputeControl): Promise<readonly Given[]> {
    const ended = new AbortController();
    const signal = AbortSignal.any([control.signal, ended.signal]);
    const shares = tasks.map(() => 0);
    const answers = tasks.map(async (task, place) => {
      const onProgress = (share: number): void => {
        shares[place] = share;
        control.onProgress(shares.reduce((sum, each) => sum + each, 0));
      };
      return this.inTurn(task, { signal, onProgress });
    });
    try {
      return await Promise.all(answers);
    } catch (error) {
      ended.abort();
      await Promise.allSettled(answers);
      throw error;
    }
  }

  /** How many computations wait for a thread. */
  get queued(): number {
    return this.waiting.length;
  }

  /** Ends every idle thread; computations in hand are ended by their own signals. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((thread) => thread.terminate()));
  }

  private async inTurn(task: ThreadTask, control: ComputeControl): Promise<Given> {
    await this.takeTurn();
    try {
      return await this.ask(task, control);
    } finally {
      this.inUse -= 1;
      this.waiting.shift()?.();
    }
  }

  private async takeTurn(): Promise<void> {
    while (this.inUse >= this.threads) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.inUse += 1;
  }

  private async ask(task: ThreadTask, control: ComputeControl): Promise<Given> {
    if (control.signal.aborted) {
      throw new ComputationStoppedError();
    }
    const thread = this.idle.pop() ?? this.createThread();
    const run = new ThreadRun(thread, control, this.limits.milliseconds);
    const answer = await run.answer(task);
    if (answer.kind === 'lost') {
      await thread.terminate();
      throw answer.error;
    }
    this.idle.push(thread);
    if (answer.kind === 'failed') {
      throw new ComputationFailedError(answer.message, answer.code);
    }
    return answer;
  }

  private forget(thread: Worker): void {
    const place = this.idle.indexOf(thread);
    if (place >= 0) {
      this.idle.splice(place, 1);
    }
  }

  private createThread(): Worker {
    const thread = new Worker(this.file, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.limits.heapMegabytes,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
      execArgv: [],
    });
    thread.unref();
    // A thread that dies between two tasks must not take the process with it.
    thread.on('error', () => this.forget(thread)).on('exit', () => this.forget(thread));
    return thread;
  }
}

/** What a thread that went on well gives back. */
type Given = Extract<ThreadMessage, { kind: 'done' | 'analysed' | 'laid-out' | 'ranged' }>;
type Answer = Exclude<ThreadMessage, { kind: 'progress' }> | { readonly kind: 'lost'; readonly error: Error };

/** One task on one thread, until the thread answers or is lost. */
class ThreadRun {
  constructor(
    private readonly thread: Worker,
    private readonly control: ComputeControl,
    private readonly limitMilliseconds: number,
  ) {}

  async answer(task: ThreadTask): Promise<Answer> {
    const ended = new AbortController();
    try {
      return await this.firstAnswer(task, ended.signal);
    } finally {
      ended.abort();
    }
  }

  private firstAnswer(task: ThreadTask, ended: AbortSignal): Promise<Answer> {
    return new Promise((resolve) => {
      const lose = (error: Error): void => resolve({ kind: 'lost', error });
      const fail = (message: string): void => lose(new ComputationFailedError(message));
      const stop = (): void => lose(new ComputationStoppedError());
      const timer = setTimeout(
        () => fail(`No result after ${this.limitMilliseconds} ms.`),
        this.limitMilliseconds,
      );
      const onMessage = (message: ThreadMessage): void => {
        if (message.kind === 'progress') this.control.onProgress(message.share);
        else resolve(message);
      };
      const onError = (error: Error): void => fail(error.message);
      const onExit = (code: number): void => fail(`The engine thread ended with code ${code}.`);
      this.thread.on('message', onMessage).on('error', onError).on('exit', onExit);
      this.control.signal.addEventListener('abort', stop);
      ended.addEventListener('abort', () => {
        clearTimeout(timer);
        this.thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        this.control.signal.removeEventListener('abort', stop);
      });
      this.thread.postMessage(task);
    });
  }
}

function otherAnswer(): ComputationFailedError {
  return new ComputationFailedError('The engine thread answered another question.');
}

/** The ranges of a sum from what its threads drew. */
function joinedParts(
  parts: readonly RangesPart[],
  { inputs, shared }: Pick<RangesTask, 'inputs'> & { readonly shared: SharedSum },
): RangesResult {
  const total = parts.map((part) => part.total).find((each) => each !== null);
  if (total === undefined || total === null) throw otherAnswer();
  const drawn = new Map(
    parts.flatMap(({ members }) => members.map(({ place, content }) => [place, content])),
  );
  return { members: inputs.map((_, place) => drawn.get(place) ?? null), shared, ...total };
}

/** Threads run built files, also where the rest runs from source, as in tests. */
function threadFile(): string {
  const beside = join(__dirname, THREAD_FILE);
  return existsSync(beside) ? beside : join(projectRoot(), 'dist/libs/projections/compute', THREAD_FILE);
}
