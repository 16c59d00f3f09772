import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Analysis } from '#modules/analysis';
import type { UnitOfWork } from '#persistence';
import { ConflictError, NotFoundError, UnavailableError, canonicalJson, sha256Hex } from '#platform';
import { ComputationFailedError } from '../compute/compute-errors';
import type { EngineBundleRepository } from '../compute/engine-bundle.repository';
import type { EngineThreads } from '../compute/engine-threads';
import { readPublishedRun } from '../read/published-result.repository';
import { loadStoredInput } from '../run/run-input.repository';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** More questions than this at once wait too long: the caller is asked to come back. */
const MOST_WAITING = 20;
const RETRY_SECONDS = 2;
const NOT_PUBLISHED =
  'Nothing is published for it under this scenario. Choose an organisation that is projected itself.';

/** An answer with what it is about. */
export interface RunAnswer {
  readonly runId: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
  /** The answer, JSON data. */
  readonly answer: object;
}

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
  private readonly inHand = new Map<string, Promise<string>>();

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
   */
  async answer(runId: string, analysis: Analysis): Promise<RunAnswer> {
    const question = canonicalJson(analysis);
    const key = sha256Hex(question);
    const run = await this.readRun(runId);
    const known = (await this.stored(runId, key)) ?? (await this.workOut({ runId, key, question, ...run }));
    const { engineVersion, inputSha256 } = run;
    return { runId, engineVersion, inputSha256, answer: JSON.parse(known) as object };
  }

  /**
   * Answers a question about what is published for a unit.
   *
   * @throws NotFoundError where nothing is published: sums of organisations have no reports of their own
   */
  async answerForUnit(scenarioId: string, organisationId: string, analysis: Analysis): Promise<RunAnswer> {
    const published = await this.unitOfWork.run((manager) =>
      readPublishedRun(manager, scenarioId, organisationId),
    );
    if (published === null) throw new NotFoundError(NOT_PUBLISHED, { scenarioId, organisationId });
    return this.answer(published.result.id, analysis);
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

  private workOut(asked: Asked): Promise<string> {
    const place = `${asked.runId} ${asked.key}`;
    const known = this.inHand.get(place);
    if (known !== undefined) return known;
    if (this.threads.queued >= MOST_WAITING) {
      throw new UnavailableError('Too many questions about projections at once.', RETRY_SECONDS);
    }
    const working = this.computeAndStore(asked).finally(() => this.inHand.delete(place));
    this.inHand.set(place, working);
    return working;
  }

  private async computeAndStore({
    runId,
    key,
    question,
    engineVersion,
    inputSha256,
  }: Asked): Promise<string> {
    const { path, text } = await this.unitOfWork.run(async (manager) => ({
      path: (await this.bundles.materialise(manager, engineVersion)).path,
      text: (await loadStoredInput(manager, inputSha256)).text,
    }));
    const answer = await this.threads
      .analyse(
        { bundlePath: path, input: text, analysis: question },
        { signal: new AbortController().signal, onProgress: () => undefined },
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

/** An engine that is older than the question: the run must be made again by the one in force. */
function refusalOf(error: unknown): never {
  if (error instanceof ComputationFailedError && error.engineCode === 'analysis-unknown') {
    throw new NotFoundError('The engine that made this run cannot answer this: calculate it again first.');
  }
  throw error;
}

interface Asked {
  readonly runId: string;
  readonly key: string;
  readonly question: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
}
