import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { UnitOfWork } from '#persistence';
import type { EntityManager } from 'typeorm';
import { ComputationStoppedError } from '../compute/compute-errors';
import type { RangesTask } from '../compute/computed-result';
import type { EngineBundle } from '../compute/engine-bundle';
import type { EngineThreads } from '../compute/engine-threads';
import { loadStoredInput } from '../run/run-input.repository';
import type { DueRange, DueRanges } from './due-ranges';
import type { ClaimedRangeSet, RangeSetRepository } from './range-set.repository';

const decompress = promisify(gunzip);

const BEAT_MILLISECONDS = 1000;

/** What the runner works with. */
export interface RangesParts {
  readonly unitOfWork: UnitOfWork;
  readonly due: DueRanges;
  readonly sets: RangeSetRepository;
  readonly threads: EngineThreads;
}

/** Draws the likely ranges of sums and of the organisations in them, and stores them. */
export class RangesRunner {
  private readonly inHand = new Set<AbortController>();

  constructor(
    private readonly parts: RangesParts,
    private readonly options: {
      readonly bundle: EngineBundle;
      readonly draws: number;
      readonly seed: string;
    },
  ) {}

  /** @returns what became of it; `not-due` where it is made, in other hands, or its sum has moved on */
  async draw(rollUpId: string): Promise<'published' | 'not-due' | 'handed-back' | 'failed'> {
    const { bundle, draws, seed } = this.options;
    const due = await this.parts.due.parts(rollUpId);
    if (due === null) return 'not-due';
    const set = await this.parts.sets.claim({ rollUpId, engineVersion: bundle.version, seed, draws });
    if (set === null) return 'not-due';
    return this.drawClaimed(set, due);
  }

  /** Stops what is in hand: another worker begins it again. */
  handBackAll(): void {
    for (const control of this.inHand) control.abort();
  }

  private async drawClaimed(
    set: ClaimedRangeSet,
    due: DueRange,
  ): Promise<'published' | 'handed-back' | 'failed'> {
    const { sets, threads, unitOfWork } = this.parts;
    const control = new AbortController();
    this.inHand.add(control);
    let progress = 0;
    const beat = setInterval(() => {
      sets.renew(set, progress).then(
        (isHeld) => (isHeld ? undefined : control.abort()),
        () => undefined,
      );
    }, BEAT_MILLISECONDS);
    try {
      const task = await unitOfWork.run((manager) => this.taskOf(manager, due));
      const result = await threads.drawRanges(task, {
        signal: control.signal,
        onProgress: (share) => (progress = share),
      });
      const ranges = [
        ...due.units.map(({ organisationId }, index) => ({
          organisationId,
          content: result.members[index] ?? new Uint8Array(),
        })),
        { organisationId: due.organisationId, content: result.sum },
      ];
      return (await sets.publish(set, ranges, result.yearEnds)) ? 'published' : 'handed-back';
    } catch (error) {
      return await this.endWith(set, error);
    } finally {
      clearInterval(beat);
      this.inHand.delete(control);
    }
  }

  private async endWith(set: ClaimedRangeSet, error: unknown): Promise<'handed-back' | 'failed'> {
    if (error instanceof ComputationStoppedError) {
      await this.parts.sets.handBack(set);
      return 'handed-back';
    }
    await this.parts.sets.fail(set, error instanceof Error ? error.message : String(error));
    return 'failed';
  }

  private async taskOf(manager: EntityManager, due: DueRange): Promise<RangesTask> {
    const { bundle, draws, seed } = this.options;
    const inputs: string[] = [];
    for (const { runId } of due.units) {
      const [row]: { inputSha256: string }[] = await manager.query(
        'SELECT input_sha256 AS inputSha256 FROM projection_run WHERE id = ?',
        [runId],
      );
      inputs.push((await loadStoredInput(manager, row?.inputSha256 ?? '')).text);
    }
    return { bundlePath: bundle.path, inputs, sums: await readDrawSums(manager, due.rangeSets), draws, seed };
  }
}

async function readDrawSums(
  manager: EntityManager,
  rangeSetIds: readonly string[],
): Promise<readonly Uint8Array[]> {
  const sums: Uint8Array[] = [];
  for (const id of rangeSetIds) {
    const [row]: { content: Buffer }[] = await manager.query(
      'SELECT content FROM projection_draw_sum WHERE range_set_id = ?',
      [id],
    );
    if (row !== undefined) sums.push(new Uint8Array(await decompress(row.content)));
  }
  return sums;
}
