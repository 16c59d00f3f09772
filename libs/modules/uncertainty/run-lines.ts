import type { CostLine, EngineGroup, GroupRunOutput } from '#engine';

import type { CompileContext, GroupLines, StartGroup } from '../compilation';
import { deriveFrom, HEADLINE_STEPS } from '../projection/derive-lines';
import { copyOf, exitAndJoinerLines, fromOpening } from '../projection/engine-lines';
import type { AdjustedPosts } from '../skill-mix/adjust-posts';

/** A group that was run, with its funded posts and requirement. */
export interface RunOfGroup {
  readonly start: StartGroup;
  readonly group: EngineGroup;
  readonly posts: AdjustedPosts;
  readonly run: GroupRunOutput;
}

/** Lines of a group without moves and FTE bridges. @param factors on the stocks, by month end */
export function groupLines(
  { start, group, posts, run }: RunOfGroup,
  context: CompileContext,
  factors: Float64Array | undefined,
): GroupLines {
  const first: GroupLines = {
    headcount: scaled(copyOf(run.headcount, 0), factors),
    fte: scaled(copyOf(run.fte, 0), factors),
    'available-fte': scaled(availableFte(group, run.fte), factors),
    establishment: posts.establishment,
    requirement: posts.requirement,
    'requirement-skill-mix': posts.skillMix,
    'exits-planned': fromOpening(run.plannedExits),
    'fte-exits': fromOpening(run.fteExits),
    'fte-joiners': fromOpening(run.fteJoiners),
    ...exitAndJoinerLines(run),
  };
  const bands = bandsInUse(run);
  const costs = group.costs.map((line) => costOfMonths(line, run, bands, factors));
  return deriveFrom(first, { costs }, start, { context }, HEADLINE_STEPS);
}

/** Mean FTE of each month less absence, as the engine has it. */
function availableFte({ absence }: EngineGroup, fte: Float64Array): number[] {
  const available = new Array<number>(fte.length).fill(0);
  available[0] = (fte[0] ?? 0) * (1 - (absence[0] ?? 0));
  for (let month = 1; month < fte.length; month += 1) {
    available[month] = (((fte[month - 1] ?? 0) + (fte[month] ?? 0)) / 2) * (1 - (absence[month - 1] ?? 0));
  }
  return available;
}

/** The bands in which there is anyone in any month; a group has people in few of all bands. */
function bandsInUse({ meanFte, meanHeadcount, plannedExits }: GroupRunOutput): readonly number[] {
  const bands = meanFte.length / plannedExits.length;
  const isUsed = new Array<boolean>(bands).fill(false);
  for (let place = 0; place < meanFte.length; place += 1) {
    if (meanFte[place] !== 0 || meanHeadcount[place] !== 0) isUsed[place % bands] = true;
  }
  return isUsed.flatMap((used, band) => (used ? [band] : []));
}

function costOfMonths(
  { poundsPerFte, poundsPerHead, rowOfMonth }: CostLine,
  { meanFte, meanHeadcount, plannedExits }: GroupRunOutput,
  bandsOfGroup: readonly number[],
  factors: Float64Array | undefined,
): Float64Array {
  const months = plannedExits.length;
  const bands = meanFte.length / months;
  const pounds = new Float64Array(months);
  const hasCostPerHead = poundsPerHead.some((each) => each !== 0);
  for (let month = 0; month < months; month += 1) {
    const stocks = month * bands;
    const rates = (rowOfMonth?.[month] ?? month) * bands;
    let sum = 0;
    for (const band of bandsOfGroup) {
      sum += (meanFte[stocks + band] ?? 0) * (poundsPerFte[rates + band] ?? 0);
      if (hasCostPerHead) sum += (meanHeadcount[stocks + band] ?? 0) * (poundsPerHead[rates + band] ?? 0);
    }
    pounds[month] = sum * (factors?.[month + 1] ?? 1);
  }
  return pounds;
}

function scaled(stock: number[], factors: Float64Array | undefined): readonly number[] {
  if (factors === undefined) return stock;
  for (let month = 0; month < stock.length; month += 1) {
    stock[month] = (stock[month] ?? 0) * (factors[month] ?? 1);
  }
  return stock;
}
