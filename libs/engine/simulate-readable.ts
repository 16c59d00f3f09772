import { type GroupWork, groupWork } from './group-work';
import { type Layout, layoutOf } from './layout';
import { type GroupLedger, recordCells, recordStock } from './ledger';
import { linkedGroups } from './linked-groups';
import type { EngineGroup, EngineInput, EngineOptions, EngineOutput } from './model';
import { Movement } from './movement';
import { type WorkingStocks, workingStocks } from './state';
import { type Course, stepMonth } from './step';

/**
 * The readable specification of the simulation: what the kernel must give to the bit, and its stand-in
 * where there is none.
 *
 * @param input valid
 * @throws EngineInvariantError if flows do not balance or a stock turns negative: a defect of the engine.
 */
export function simulateReadable(input: EngineInput, options: EngineOptions): EngineOutput {
  const layout = layoutOf(input);
  const lists = linkedGroups(input);
  const working = Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, () =>
    workingStocks(layout),
  );
  const unmetMoves = input.moves.map(() => new Float64Array(layout.months));
  const ledgers = new Map<number, GroupLedger>();
  for (const list of lists) {
    const groups = new Map(
      list.map((group, place) => [
        group,
        workOf(input.groups[group] as EngineGroup, layout, working[place] as WorkingStocks, options),
      ]),
    );
    const movement = new Movement(input.moves, groups, layout, unmetMoves);
    runMonths({ layout, options, groups: [...groups.values()], movement });
    groups.forEach((work, group) => ledgers.set(group, work.ledger));
  }
  return { groups: input.groups.map((_, group) => ledgers.get(group) as GroupLedger), unmetMoves };
}

function workOf(
  source: EngineGroup,
  layout: Layout,
  working: WorkingStocks,
  { chanceOf }: EngineOptions,
): GroupWork {
  return groupWork(source, layout, working, chanceOf?.(source.code));
}

/** Takes linked groups through all months. */
function runMonths(course: Course): void {
  for (const work of course.groups) {
    recordOpening(work, course.layout, course.options);
  }
  for (let month = 0; month < course.layout.months; month += 1) {
    stepMonth(course, month);
  }
}

function recordOpening({ ledger, source, stocks }: GroupWork, layout: Layout, options: EngineOptions): void {
  recordStock(ledger, stocks.opening, 0);
  recordCells(ledger, stocks.opening, 0, options, layout);
  ledger.availableFte[0] = (ledger.fte[0] as number) * (1 - (source.absence[0] as number));
}
