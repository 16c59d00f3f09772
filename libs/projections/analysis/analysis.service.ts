import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Analysis, AskedFigure } from '#modules/analysis';
import type { ProjectionInput } from '#modules/projection';
import type { UnitOfWork } from '#persistence';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  UnavailableError,
  canonicalJson,
  sha256Hex,
} from '#platform';
import { ComputationFailedError } from '../compute/compute-errors';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import type { EngineBundleRepository } from '../compute/engine-bundle.repository';
import type { EngineThreads } from '../compute/engine-threads';
import { readEarlierRun } from '../read/earlier-result.repository';
import { readPublishedRun } from '../read/published-result.repository';
import { loadStoredInput } from '../run/run-input.repository';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** More questions than this at once wait too long: the caller is asked to come back. */
const MOST_WAITING = 20;
const RETRY_SECONDS = 2;
const NOT_PUBLISHED =
  'Nothing is published for it under this scenario. Choose an organisation that is projected itself.';

const NOTHING_TO_COMPARE = 'Nothing is published for it to compare with.';

/** A question about a run: an analysis, its base named by the run that it is compared with. */
export type RunQuestion =
  | Exclude<Analysis, { readonly kind: 'attribution' }>
  | (Omit<Extract<Analysis, { readonly kind: 'attribution' }>, 'base'> & { readonly baseRunId: string });

/** An answer with what it is about. */
export interface RunAnswer {
  readonly runId: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
  /** The answer, JSON data. */
  readonly answer: object;
}

/** An answer that is being worked out, and how many callers wait for it. */
interface Working {
  readonly answer: Promise<string>;
  readonly stop: AbortController;
  waiting: number;
}

/** A caller that waits to the end. */
const NEVER = new AbortController().signal;

interface RunRow {
  readonly inputSha256: string | null;
  readonly engineVersion: string;
  readonly resultSha256: string | null;
}

/**
 * Answers questions about a run by the engine that made it, off the main thread, each once: the answer is
 * kept. The same question asked twice at the same time is worked out once.
 */
export class AnalysisService implements OnModuleDestroy {
  private readonly inHand = new Map<string, Working>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bundles: EngineBundleRepository,
    private readonly threads: EngineThreads,
  ) {}

  /**
   * @throws NotFoundError for an unknown run, or one whose input or engine is not stored
   * @throws ConflictError for a run that has no result
   * @throws UnavailableError where too many questions wait
   * @throws ComputationFailedError where the engine cannot answer
   * @throws ComputationStoppedError where nobody waits any longer
   *
   * @param gone says that the caller no longer waits; what no one waits for is stopped
   */
  async answer(runId: string, question: RunQuestion, gone: AbortSignal = NEVER): Promise<RunAnswer> {
    const key = sha256Hex(canonicalJson(question));
    const run = await this.readRun(runId);
    const asked = { runId, key, question, ...run };
    const known = (await this.stored(runId, key)) ?? (await this.workOut(asked, gone));
    const { engineVersion, inputSha256 } = run;
    return { runId, engineVersion, inputSha256, answer: JSON.parse(known) as object };
  }

  /**
   * Answers a question about what is published for a unit.
   *
   * @throws NotFoundError where nothing is published: sums of organisations have no reports of their own
   */
  async answerForUnit(
    { scenarioId, organisationId }: ProjectionUnit,
    question: RunQuestion,
    gone?: AbortSignal,
  ): Promise<RunAnswer> {
    const published = await this.unitOfWork.run((manager) =>
      readPublishedRun(manager, scenarioId, organisationId),
    );
    if (published === null) throw new NotFoundError(NOT_PUBLISHED, { scenarioId, organisationId });
    return this.answer(published.result.id, question, gone);
  }

  /**
   * What changed a figure of a unit against what is published for it under another scenario, or against what
   * was published for it before the last changes.
   *
   * @throws NotFoundError where nothing is published for it to compare
   */
  async attributionForUnit(
    { baseScenarioId, ...unit }: ProjectionUnit & { readonly baseScenarioId: string | null },
    figure: AskedFigure,
    gone?: AbortSignal,
  ): Promise<RunAnswer> {
    const { organisationId } = unit;
    const baseRunId = await this.unitOfWork.run((manager) =>
      baseScenarioId === null
        ? earlierRunId(manager, unit)
        : readPublishedRun(manager, baseScenarioId, organisationId).then((base) => base?.result.id ?? null),
    );
    if (baseRunId === null) throw new NotFoundError(NOTHING_TO_COMPARE, { ...unit, baseScenarioId });
    return this.answerForUnit(unit, { kind: 'attribution', figure, baseRunId }, gone);
  }

  /** Ends the engine threads. */
  async onModuleDestroy(): Promise<void> {
    await this.threads.close();
  }

  private async readRun(runId: string): Promise<Pick<Asked, 'engineVersion' | 'inputSha256'>> {
    const [row]: RunRow[] = await this.unitOfWork.run((manager) =>
      manager.query(
        `SELECT input_sha256 AS inputSha256, engine_version AS engineVersion, result_sha256 AS resultSha256
           FROM projection_run WHERE id = ?`,
        [runId],
      ),
    );
    if (row === undefined) throw new NotFoundError('There is no such run.', { runId });
    const { inputSha256, engineVersion, resultSha256 } = row;
    if (inputSha256 === null || resultSha256 === null) {
      throw new ConflictError('The run has no result to ask about.', { runId });
    }
    return { inputSha256, engineVersion };
  }

  private async stored(runId: string, key: string): Promise<string | null> {
    const [row]: { content: Buffer }[] = await this.unitOfWork.run((manager) =>
      manager.query('SELECT content FROM projection_analysis WHERE run_id = ? AND question_sha256 = ?', [
        runId,
        key,
      ]),
    );
    return row === undefined ? null : (await decompress(row.content)).toString('utf8');
  }

  private workOut(asked: Asked, gone: AbortSignal): Promise<string> {
    const place = `${asked.runId} ${asked.key}`;
    const working = this.inHand.get(place) ?? this.begin(asked, place);
    working.waiting += 1;
    const leave = (): void => {
      working.waiting -= 1;
      if (working.waiting > 0) return;
      if (this.inHand.get(place) === working) this.inHand.delete(place);
      working.stop.abort();
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave, { once: true });
    return working.answer.finally(() => gone.removeEventListener('abort', leave));
  }

  private begin(asked: Asked, place: string): Working {
    if (this.threads.queued >= MOST_WAITING) {
      throw new UnavailableError('Too many questions about projections at once.', RETRY_SECONDS);
    }
    const stop = new AbortController();
    const answer = this.computeAndStore(asked, stop.signal).finally(() => {
      if (this.inHand.get(place)?.stop === stop) this.inHand.delete(place);
    });
    const working: Working = { answer, stop, waiting: 0 };
    this.inHand.set(place, working);
    return working;
  }

  private async computeAndStore(
    { runId, key, question, engineVersion, inputSha256 }: Asked,
    signal: AbortSignal,
  ): Promise<string> {
    const { path, text, analysis } = await this.unitOfWork.run(async (manager) => ({
      path: (await this.bundles.materialise(manager, engineVersion)).path,
      text: (await loadStoredInput(manager, inputSha256)).text,
      analysis: await analysisOf(manager, question),
    }));
    const answer = await this.threads
      .analyse(
        { bundlePath: path, input: text, analysis: JSON.stringify(analysis) },
        { signal, onProgress: () => undefined },
      )
      .catch(refusalOf);
    const content = await compress(answer);
    await this.unitOfWork.run((manager) =>
      manager.query(
        `INSERT IGNORE INTO projection_analysis (run_id, question_sha256, content, stored_at)
         VALUES (?, ?, ?, UTC_TIMESTAMP(6))`,
        [runId, key, content],
      ),
    );
    return answer;
  }
}

async function earlierRunId(manager: EntityManager, unit: ProjectionUnit): Promise<string | null> {
  const published = await readPublishedRun(manager, unit.scenarioId, unit.organisationId);
  if (published === null) return null;
  return (await readEarlierRun(manager, unit, published.result.id))?.id ?? null;
}

/** The analysis with the input of the run that it compares with. */
async function analysisOf(manager: EntityManager, question: RunQuestion): Promise<Analysis> {
  if (question.kind !== 'attribution') return question;
  const { baseRunId, ...rest } = question;
  const [row]: { inputSha256: string | null }[] = await manager.query(
    'SELECT input_sha256 AS inputSha256 FROM projection_run WHERE id = ?',
    [baseRunId],
  );
  if (row === undefined || row.inputSha256 === null)
    throw new NotFoundError('There is no such run.', { baseRunId });
  const { text } = await loadStoredInput(manager, row.inputSha256);
  return { ...rest, base: JSON.parse(text) as ProjectionInput };
}

/** Codes with which an engine refuses a question about something that the projection has not. */
const REFUSALS: ReadonlySet<string> = new Set(['unknown-figure', 'not-comparable']);

/** An engine that is older than the question: the run must be made again by the one in force. */
function refusalOf(error: unknown): never {
  if (!(error instanceof ComputationFailedError)) throw error;
  if (error.engineCode === 'analysis-unknown') {
    throw new NotFoundError('The engine that made this run cannot answer this: calculate it again first.');
  }
  if (error.engineCode !== null && REFUSALS.has(error.engineCode)) {
    throw new InvalidInputError([
      { pointer: 'question', rule: error.engineCode, message: error.message, fix: 'Ask for what it has.' },
    ]);
  }
  throw error;
}

interface Asked {
  readonly runId: string;
  readonly key: string;
  readonly question: RunQuestion;
  readonly engineVersion: string;
  readonly inputSha256: string;
}
