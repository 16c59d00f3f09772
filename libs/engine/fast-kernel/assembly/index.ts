/**
 * The engine's months over an organisation, in WebAssembly with 128-bit vectors: people and FTE of a cell
 * in the two lanes. simulate.ts is its readable specification; every number has the same bits. Which
 * numbers lie where is in memory-map.ts.
 */
import { Group, List, Outcome, Plan } from '../memory-map';
import { closeCells, isGroupBalanced, recordCells, recordMeans, recordStock, turn } from './closing';
import { join } from './joining';
import { leave, reportExits } from './leaving';
import { move } from './movement';
import { at, setAt, setWord, word } from './records';

const LIST_BYTES: usize = <usize>List.Words << 2;

/** The first byte of memory that the kernel does not use itself. */
export function firstFree(): usize {
  return __heap_base;
}

/** Takes every list of linked groups of a plan through all its months. */
export function run(plan: usize): i32 {
  const first = word(plan, Plan.Lists);
  const end = first + word(plan, Plan.ListCount) * LIST_BYTES;
  for (let list = first; list < end; list += LIST_BYTES) {
    if (runMonths(plan, list) != Outcome.Done) {
      return Outcome.Violation;
    }
  }
  return Outcome.Done;
}

function runMonths(plan: usize, list: usize): i32 {
  const months = <i32>word(plan, Plan.Months);
  const groups = <i32>word(list, List.GroupCount);
  for (let index = 0; index < groups; index += 1) {
    open(plan, groupAt(list, index));
  }
  for (let month = 0; month < months; month += 1) {
    for (let index = 0; index < groups; index += 1) {
      leave(plan, groupAt(list, index), month);
    }
    move(plan, list, month);
    for (let index = 0; index < groups; index += 1) {
      const group = groupAt(list, index);
      join(plan, group, month);
      if (!closeMonth(plan, group, month)) {
        return Outcome.Violation;
      }
    }
  }
  return Outcome.Done;
}

@inline
function groupAt(list: usize, index: i32): usize {
  return load<u32>(word(list, List.Groups) + (<usize>index << 2));
}

function open(plan: usize, group: usize): void {
  const bytes = word(plan, Plan.GroupBytes);
  const rowBytes = word(plan, Plan.RowBytes);
  const opening = word(group, Group.Opening);
  const byBand = word(group, Group.OpeningByBand);
  setWord(group, Group.LoadedHazards, 0);
  memory.copy(opening, word(group, Group.Start), bytes);
  memory.fill(byBand, 0, rowBytes);
  memory.fill(word(group, Group.Inflow), 0, bytes);
  for (let row: usize = 0; row < bytes; row += rowBytes) {
    for (let band: usize = 0; band < rowBytes; band += 16) {
      v128.store(byBand + band, f64x2.add(v128.load(byBand + band), v128.load(opening + row + band)));
    }
  }
  recordStock(plan, group, byBand, 0);
  recordCells(plan, group, opening, 0);
  setAt(group, Group.AvailableFte, 0, at(group, Group.Fte, 0) * (1 - at(group, Group.Absence, 0)));
}

function closeMonth(plan: usize, group: usize, month: i32): bool {
  const isBalanced = closeCells(plan, group);
  reportExits(plan, group, month);
  recordStock(plan, group, word(group, Group.ClosingByBand), month + 1);
  recordCells(plan, group, word(group, Group.Closing), month + 1);
  recordMeans(plan, group, month);
  turn(group);
  return isBalanced && isGroupBalanced(plan, group, month);
}
