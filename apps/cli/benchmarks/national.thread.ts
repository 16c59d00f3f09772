import { parentPort, workerData } from 'node:worker_threads';
import {
  addToSum,
  bandOf,
  draftSum,
  DrawRoom,
  HEADLINE_MEASURES,
  projectDraws,
  yearEndsOf,
  type ProjectionDraws,
} from '#modules/projection';
import { nationalOrganisation, type NationalShape } from './national-case';

/** One system: its place in the plan, and the places of its organisations. */
export interface SystemTask {
  readonly system: number;
  readonly organisations: readonly number[];
}

/** Year ends of a system's draws: what is kept of it, for the bands of regions and England. */
export interface SystemAnswer {
  readonly system: number;
  readonly yearEnds: ProjectionDraws;
}

/** Draws of a system as the product makes them: one organisation at a time, its ranges, and the system's. */
export function systemDraws({ system, organisations }: SystemTask, shape: NationalShape): ProjectionDraws {
  const room = new DrawRoom();
  let sum: ProjectionDraws | null = null;
  for (const place of organisations) {
    const draws = projectDraws(nationalOrganisation(place, shape), undefined, undefined, room);
    bandsOf(draws);
    sum ??= draftSum(draws, draws.range);
    addToSum(sum, draws);
  }
  if (sum === null) throw new RangeError(`system ${system} has no organisation`);
  bandsOf(sum);
  return yearEndsOf(sum);
}

/** Every range of every staff group and measure, month by month. */
export function bandsOf(draws: ProjectionDraws): number {
  let ranges = 0;
  for (const staffGroup of draws.staffGroups) {
    for (const measure of HEADLINE_MEASURES) {
      ranges += bandOf(draws, staffGroup, measure).p50.length;
    }
  }
  return ranges;
}

parentPort?.on('message', (task: SystemTask) => {
  const yearEnds = systemDraws(task, workerData as NationalShape);
  parentPort?.postMessage({ system: task.system, yearEnds } satisfies SystemAnswer);
});
