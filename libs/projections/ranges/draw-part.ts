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
  yearEndsOf,
} from '#modules/uncertainty';
import type { RangesPart, RangesPartTask, RangesTask, SharedSum } from '../compute/computed-result';
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
  readonly yearEndsOf: typeof yearEndsOf;
}

/** Lays out the sum of a task. @throws DrawsMismatchError if its members share no month */
export function layOut(task: RangesTask, engine: RangesEngine): SharedSum {
  const frame = engine.frameOfMembers(
    task.inputs.map((text) => JSON.parse(text) as ProjectionInput),
    task.sums.map(decodeDraws),
    monthsOf(task),
  );
  return sharedSum(frame, engine.numbersOfSum(frame, task.draws + 1));
}

/**
 * Draws organisations of a sum as long as there are any, one at a time: a system's draws together would
 * not fit into memory. Who adds the last one also adds the sums below and works out the ranges.
 */
export function drawPart(
  task: RangesPartTask,
  engine: RangesEngine,
  onProgress: (share: number) => void,
): RangesPart {
  const sum = sumOf(task, engine);
  const line = new SumLine(task.shared);
  const room = new engine.DrawRoom();
  const count = task.inputs.length;
  const members: RangesPart['members'][number][] = [];
  let isComplete = count === 0 && line.take() === 0;
  for (let place = line.take(); place < count; place = line.take()) {
    const done = members.length;
    const ofMember = (share: number): void => onProgress((done + share) / count);
    const { ranges, draws } = engine.drawMember(questionOf(task, place), ofMember, room);
    members.push({ place, content: packed(ranges) });
    line.inTurn(place, () => engine.addToSum(sum, draws));
    isComplete = place === count - 1;
  }
  return { members, total: isComplete ? totalOf(task, sum, engine) : null };
}

function totalOf(task: RangesTask, sum: ProjectionDraws, engine: RangesEngine): RangesPart['total'] {
  for (const below of task.sums) engine.addToSum(sum, decodeDraws(below));
  return {
    sum: packed(engine.rangesOf(sum)),
    yearEnds: gzipSync(encodeDraws(engine.yearEndsOf(sum))),
  };
}

function sumOf({ shared, draws }: RangesPartTask, engine: RangesEngine): ProjectionDraws {
  return engine.draftSum(shared.frame, { from: 0, to: draws + 1 }, new Float64Array(shared.table));
}

function questionOf(task: RangesTask, place: number) {
  const input = JSON.parse(task.inputs[place] ?? '') as ProjectionInput;
  return { input, draws: task.draws, seed: task.seed, months: monthsOf(task) };
}

function monthsOf({ sums }: RangesTask): 'every-month' | 'year-ends' {
  return sums.length === 0 ? 'every-month' : 'year-ends';
}

function packed(ranges: object): Uint8Array {
  return gzipSync(JSON.stringify(ranges));
}
