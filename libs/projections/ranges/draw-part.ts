import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { ProjectionInput } from '#modules/projection';
import type {
  addToSum,
  draftSum,
  drawMember,
  DrawRoom,
  frameOfMembers,
  numbersOfSum,
  ProjectionDraws,
  rangesOf,
  takeFromSum,
  yearEndsOf,
} from '#modules/uncertainty';
import type {
  LayOutTask,
  RangesPart,
  RangesPartTask,
  RangesTask,
  SharedSum,
} from '../compute/computed-result';
import { sharedSum, SumLine } from '../compute/shared-sum';
import { decodeDraws, encodeDraws } from './draw-sum.codec';

/** What of the engine draws sums. */
export interface RangesEngine {
  readonly addToSum: typeof addToSum;
  readonly draftSum: typeof draftSum;
  readonly drawMember: typeof drawMember;
  readonly DrawRoom: typeof DrawRoom;
  readonly frameOfMembers: typeof frameOfMembers;
  readonly numbersOfSum: typeof numbersOfSum;
  readonly rangesOf: typeof rangesOf;
  readonly takeFromSum: typeof takeFromSum;
  readonly yearEndsOf: typeof yearEndsOf;
}

/**
 * Lays out the sum of a task: over a copy of the earlier one, where that has the same months and staff groups.
 *
 * @throws DrawsMismatchError if its members share no month
 */
export function layOut(
  task: LayOutTask,
  engine: RangesEngine,
): { readonly shared: SharedSum; readonly isContinued: boolean } {
  const frame = engine.frameOfMembers(
    task.inputs.map((text) => JSON.parse(text) as ProjectionInput),
    task.sums.map(decodeDraws),
    monthsOf(task),
  );
  const { earlier } = task;
  if (earlier !== null && isDeepStrictEqual(earlier.shared.frame, frame)) {
    // A copy: threads that are stopped half way must not spoil what the next question goes on from.
    return { shared: sharedSum(frame, earlier.shared.table.slice(0)), isContinued: true };
  }
  const bytes = engine.numbersOfSum(frame, task.draws + 1) * Float64Array.BYTES_PER_ELEMENT;
  return { shared: sharedSum(frame, new SharedArrayBuffer(bytes)), isContinued: false };
}

/**
 * Draws members of a sum as long as there are any, one at a time: a system's draws together would not fit
 * into memory. Those that are gone come first. Who makes the last change also adds the sums below and works
 * out the ranges.
 */
export function drawPart(
  task: RangesPartTask,
  engine: RangesEngine,
  onProgress: (share: number) => void,
): RangesPart {
  const sum = sumOf(task, engine);
  const line = new SumLine(task.shared);
  const room = new engine.DrawRoom();
  const changes = changesOf(task);
  const count = changes.length;
  const members: RangesPart['members'][number][] = [];
  let isComplete = count === 0 && line.take() === 0;
  let drawn = 0;
  for (let change = changes[line.take()]; change !== undefined; change = changes[line.take()]) {
    const done = drawn;
    const ofMember = (share: number): void => onProgress((done + share) / count);
    const { ranges, draws } = engine.drawMember(questionOf(task, change.input), ofMember, room);
    const { place } = change;
    if (place !== null) members.push({ place, content: packed(ranges()) });
    const put = place === null ? engine.takeFromSum : engine.addToSum;
    isComplete = line.alone(() => put(sum, draws)) === count;
    drawn += 1;
  }
  return { members, total: isComplete ? totalOf(task, sum, engine) : null };
}

/** What is done to a sum; a place where the input is added, null where it is taken off. */
interface SumChange {
  readonly input: string;
  readonly place: number | null;
}

function changesOf({ gone, places, inputs }: RangesPartTask): readonly SumChange[] {
  return [
    ...gone.map((input) => ({ input, place: null })),
    ...places.map((place) => ({ input: inputs[place] ?? '', place })),
  ];
}

function totalOf(task: RangesPartTask, sum: ProjectionDraws, engine: RangesEngine): RangesPart['total'] {
  for (const below of task.sums) engine.addToSum(sum, decodeDraws(below));
  return {
    sum: packed(engine.rangesOf(sum)),
    yearEnds: gzipSync(encodeDraws(engine.yearEndsOf(sum))),
  };
}

function sumOf({ shared, draws }: RangesPartTask, engine: RangesEngine): ProjectionDraws {
  return engine.draftSum(shared.frame, { from: 0, to: draws + 1 }, new Float64Array(shared.table));
}

function questionOf(task: RangesPartTask, input: string) {
  return {
    input: JSON.parse(input) as ProjectionInput,
    draws: task.draws,
    seed: task.seed,
    months: monthsOf(task),
  };
}

function monthsOf({ sums }: Pick<RangesTask, 'sums'>): 'every-month' | 'year-ends' {
  return sums.length === 0 ? 'every-month' : 'year-ends';
}

function packed(ranges: object): Uint8Array {
  return gzipSync(JSON.stringify(ranges));
}
