import { type Layout, forEachCell } from '../layout';
import { EXIT_CAUSES, JOINER_SOURCES } from '../model';
import type { EngineGroup, EngineGroupOutput, EngineInput, EngineOutput } from '../model';
import type { Arena } from './arena';
import { Group } from './memory-map';
import type { WrittenPlan } from './write-plan';

/** The results of a plan that has run, copied out of the memory of the kernel. */
export function readOutput(input: EngineInput, plan: WrittenPlan, arena: Arena): EngineOutput {
  return {
    groups: input.groups.map((group, index) =>
      readGroup(group, plan.groups[index] as readonly number[], plan, arena),
    ),
    unmetMoves: plan.unmetMoves.map((address) => arena.copy(address, input.months)),
  };
}

/** The results of a group by field, as parts of one copy of them. */
class Results {
  private readonly block: Float64Array;

  constructor(
    private readonly record: readonly number[],
    private readonly months: number,
    arena: Arena,
  ) {
    this.block = arena.copy(record[Group.Headcount] as number, record[Group.ResultNumbers] as number);
  }

  stock(field: Group): Float64Array {
    return this.part(field, 0, this.months + 1);
  }

  flow(field: Group): Float64Array {
    return this.part(field, 0, this.months);
  }

  flows(field: Group, count: number): Float64Array[] {
    return Array.from({ length: count }, (_, index) => this.part(field, index * this.months, this.months));
  }

  private part(field: Group, offset: number, count: number): Float64Array {
    const first = this.record[Group.Headcount] as number;
    const start = ((this.record[field] as number) - first) / 8 + offset;
    return this.block.subarray(start, start + count);
  }
}

function readGroup(
  group: EngineGroup,
  record: readonly number[],
  plan: WrittenPlan,
  arena: Arena,
): EngineGroupOutput {
  const results = new Results(record, plan.layout.months, arena);
  const kept = plan.keptMonths.map((_, slot) => keptCells(record, slot, plan.layout, arena));
  return {
    code: group.code,
    headcount: results.stock(Group.Headcount),
    fte: results.stock(Group.Fte),
    availableFte: results.stock(Group.AvailableFte),
    plannedExits: results.flow(Group.PlannedExitsMade),
    unmetPlannedExits: results.flow(Group.UnmetPlannedExits),
    exits: results.flows(Group.ExitsByCause, EXIT_CAUSES.length),
    exitsToSameSystem: results.flow(Group.ExitsToSameSystem),
    exitsToOtherNhs: results.flow(Group.ExitsToOtherNhs),
    joiners: results.flows(Group.JoinersBySource, JOINER_SOURCES.length),
    movesIn: results.flow(Group.MovesIn),
    movesOut: results.flow(Group.MovesOut),
    fteExits: results.flow(Group.FteExits),
    fteJoiners: results.flow(Group.FteJoiners),
    fteMovesIn: results.flow(Group.FteMovesIn),
    fteMovesOut: results.flow(Group.FteMovesOut),
    fteParticipationChange: results.flow(Group.FteParticipationChange),
    costs: results.flows(Group.CostsByLine, group.costs.length),
    headcountCells: kept.map(({ headcount }) => headcount),
    fteCells: kept.map(({ fte }) => fte),
  };
}

/** Cells of a group at one month end, in the order of the model. */
function keptCells(
  record: readonly number[],
  slot: number,
  layout: Layout,
  arena: Arena,
): { readonly headcount: Float64Array; readonly fte: Float64Array } {
  const { groupSize } = layout;
  const pairs = arena.view((record[Group.KeptCells] as number) + slot * groupSize * 8, groupSize);
  const headcount = new Float64Array(groupSize / 2);
  const fte = new Float64Array(groupSize / 2);
  forEachCell(layout, (cell, place) => {
    headcount[cell] = pairs[place] as number;
    fte[cell] = pairs[place + 1] as number;
  });
  return { headcount, fte };
}
