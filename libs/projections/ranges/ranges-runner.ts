import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { UnitOfWork } from '#persistence';
import type { EntityManager } from 'typeorm';
import { ComputationStoppedError } from '../compute/compute-errors';
import type { EarlierSum, RangesResult, RangesTask } from '../compute/computed-result';
import type { EngineBundle } from '../compute/engine-bundle';
import type { EngineThreads } from '../compute/engine-threads';
import { loadStoredInput } from '../run/run-input.repository';
import type { DueRange, DueRanges } from './due-ranges';
import { KeptSums, type KeptMember, type KeptSum } from './kept-sums';
import type { RangesBell } from './ranges-bell';
import type { ClaimedRangeSet, RangeSetRepository, StoredRanges } from './range-set.repository';

const decompress = promisify(gunzip);

const BEAT_MILLISECONDS = 1000;

/** What the runner works with. */
export interface RangesParts {
  readonly unitOfWork: UnitOfWork;
  readonly due: DueRanges;
  readonly sets: RangeSetRepository;
  readonly threads: EngineThreads;
  readonly bell: RangesBell;
}

/** Draws the likely ranges of sums and of the organisations in them, and stores them. */
export class RangesRunner {
  private readonly inHand = new Set<AbortController>();
  private readonly kept = new KeptSums();

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
    const { sets, threads, unitOfWork, bell } = this.parts;
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
      const material = await unitOfWork.run((manager) => readMaterial(manager, due));
      const earlier = this.kept.of(due.organisationId);
      const result = await threads.drawRanges(this.taskOf(material, earlier), {
        signal: control.signal,
        onProgress: (share) => (progress = share),
      });
      const members = membersOf(material, result, earlier);
      if (material.sums.length === 0) {
        this.kept.keep(due.organisationId, { members, shared: result.shared });
      }
      if (!(await sets.publish(set, rangesOf(due, members, result), result.yearEnds))) return 'handed-back';
      await bell.ring(due.scenarioId);
      return 'published';
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

  private taskOf({ inputs, sums }: RangesMaterial, earlier: KeptSum | null): RangesTask {
    const { bundle, draws, seed } = this.options;
    return {
      bundlePath: bundle.path,
      inputs: inputs.map(({ input }) => input),
      sums,
      draws,
      seed,
      earlier: sums.length > 0 || earlier === null ? null : goneOnFrom(earlier, inputs),
    };
  }
}

type InputOfMember = Omit<KeptMember, 'content'>;

/** What the ranges of a sum are drawn from. */
interface RangesMaterial {
  /** In organisation order. */
  readonly inputs: readonly InputOfMember[];
  /** Draws of the sums below, encoded. */
  readonly sums: readonly Uint8Array[];
}

async function readMaterial(manager: EntityManager, due: DueRange): Promise<RangesMaterial> {
  const inputs: InputOfMember[] = [];
  for (const { runId } of due.units) {
    const [row]: { inputSha256: string }[] = await manager.query(
      'SELECT input_sha256 AS inputSha256 FROM projection_run WHERE id = ?',
      [runId],
    );
    const inputSha256 = row?.inputSha256 ?? '';
    inputs.push({ inputSha256, input: (await loadStoredInput(manager, inputSha256)).text });
  }
  return { inputs, sums: await readDrawSums(manager, due.rangeSets) };
}

/** How a kept sum differs from the one that is wanted; null where drawing everything is less work. */
function goneOnFrom({ members, shared }: KeptSum, inputs: readonly InputOfMember[]): EarlierSum | null {
  const kept = new Set(members.map(({ inputSha256 }) => inputSha256));
  const wanted = new Set(inputs.map(({ inputSha256 }) => inputSha256));
  const gone = members.filter(({ inputSha256 }) => !wanted.has(inputSha256)).map(({ input }) => input);
  const places = inputs.flatMap(({ inputSha256 }, place) => (kept.has(inputSha256) ? [] : [place]));
  return gone.length + places.length < inputs.length ? { gone, places, shared } : null;
}

/** The organisations of a sum with their ranges, drawn now or before. */
function membersOf(
  { inputs }: RangesMaterial,
  { members }: RangesResult,
  earlier: KeptSum | null,
): readonly KeptMember[] {
  const before = new Map(earlier?.members.map(({ inputSha256, content }) => [inputSha256, content]));
  return inputs.map((input, place) => {
    const content = members[place] ?? before.get(input.inputSha256);
    if (content === undefined)
      throw new RangeError(`the ranges of input ${input.inputSha256} were not drawn`);
    return { ...input, content };
  });
}

function rangesOf(
  due: DueRange,
  members: readonly KeptMember[],
  { sum }: RangesResult,
): readonly StoredRanges[] {
  const ofMembers = due.units.flatMap(({ organisationId }, place) => {
    const member = members[place];
    return member === undefined ? [] : [{ organisationId, content: member.content }];
  });
  return [...ofMembers, { organisationId: due.organisationId, content: sum }];
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
