import type { DataSource } from 'typeorm';
import { ConflictError, NotFoundError } from '#platform';
import type { EngineBundleRepository } from '../compute/engine-bundle.repository';
import type { EngineThreads } from '../compute/engine-threads';
import { loadStoredInput } from '../run/run-input.repository';
import { readEncodedGroups } from '../series/result.repository';
import { resultSha256 } from '../series/result-hash';
import { differencesOf, type FigureDifference } from './result-difference';

/** What became of computing a run again. */
export interface ReplayReport {
  readonly runId: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
  /** Whether the stored series, the hash of the run and the new computation all agree, to the bit. */
  readonly isSame: boolean;
  /** As noted on the run at publication. */
  readonly publishedSha256: string;
  /** Of the series that are stored now; null where they have expired. */
  readonly storedSha256: string | null;
  /** Of the new computation. */
  readonly recomputedSha256: string;
  readonly differenceCount: number;
  /** The first differences, at most twenty. */
  readonly differences: readonly FigureDifference[];
}

interface RunRow {
  readonly state: string;
  readonly inputSha256: string | null;
  readonly engineVersion: string;
  readonly resultSha256: string | null;
}

const DIFFERENCES_SHOWN = 20;

/** Computes runs again from their stored inputs by the engines that made them. */
export class ReplayService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bundles: EngineBundleRepository,
    private readonly threads: EngineThreads,
  ) {}

  /**
   * @throws NotFoundError for an unknown run, or one whose input or engine is not stored
   * @throws ConflictError for a run that has no result
   */
  async replay(runId: string): Promise<ReplayReport> {
    const { manager } = this.dataSource;
    const run = await this.readRun(runId);
    const input = await loadStoredInput(manager, run.inputSha256);
    const bundle = await this.bundles.materialise(manager, run.engineVersion);
    const recomputed = await this.threads.compute(
      { bundlePath: bundle.path, input: input.text },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    const stored = await readEncodedGroups(manager, runId);
    const storedSha256 = stored.length === 0 ? null : resultSha256(stored);
    const differences = stored.length === 0 ? [] : differencesOf(stored, recomputed.groups);
    return {
      runId,
      engineVersion: run.engineVersion,
      inputSha256: run.inputSha256,
      isSame:
        recomputed.resultSha256 === run.resultSha256 &&
        (storedSha256 === null || storedSha256 === run.resultSha256),
      publishedSha256: run.resultSha256,
      storedSha256,
      recomputedSha256: recomputed.resultSha256,
      differenceCount: differences.length,
      differences: differences.slice(0, DIFFERENCES_SHOWN),
    };
  }

  /** Every run that is published now, in order of scenario and organisation. */
  async publishedRuns(): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT published_run_id AS id FROM projection_unit WHERE published_run_id IS NOT NULL
        ORDER BY scenario_id, organisation_id`,
    );
    return rows.map(({ id }) => id);
  }

  private async readRun(
    runId: string,
  ): Promise<RunRow & { readonly inputSha256: string; readonly resultSha256: string }> {
    const [run]: RunRow[] = await this.dataSource.query(
      `SELECT state, input_sha256 AS inputSha256, engine_version AS engineVersion, result_sha256 AS resultSha256
         FROM projection_run WHERE id = ?`,
      [runId],
    );
    if (run === undefined) {
      throw new NotFoundError('There is no such run.', { runId });
    }
    const { inputSha256, resultSha256: published } = run;
    if (inputSha256 === null || published === null) {
      throw new ConflictError('The run has no result to compare with.', { runId, state: run.state });
    }
    return { ...run, inputSha256, resultSha256: published };
  }
}
