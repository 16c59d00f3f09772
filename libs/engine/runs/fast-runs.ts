import { ExitTable, Group, Outcome, Return, Route, Source } from '../fast-kernel/memory-map';
import type { Kernel } from '../fast-kernel/kernel-instance';
import { type WrittenPlan, writePlan } from '../fast-kernel/write-plan';
import { EXIT_CAUSES, type EngineGroup, type EngineInput, JOINER_SOURCES } from '../model';
import { ReadableRuns } from './readable-runs';
import type {
  EngineRuns,
  GroupRunOutput,
  GroupRunRates,
  MoveRunRates,
  RunOutput,
  RunRates,
  RunShape,
} from './run-model';
import { centralHazards } from './run-rates';

/**
 * Runs by the WebAssembly kernel. Rates and results are views of its memory, which the runs have to
 * themselves: a run copies nothing.
 */
export class FastRuns implements EngineRuns {
  readonly rates: RunRates;
  private readonly plan: WrittenPlan;
  private readonly output: RunOutput;

  /**
   * @param input valid and already collapsed
   * @param kernel one that nothing else uses
   */
  constructor(
    private readonly input: EngineInput,
    readonly shape: RunShape,
    private readonly kernel: Kernel,
  ) {
    const content = {
      exitTable: ExitTable.Hazards,
      exits: (group: EngineGroup) => [centralHazards(group, shape)],
      periodOfMonth: shape.periodOfMonth,
      keptMonths: [],
      meanMonths: shape.months,
      movesPlanned: () => true,
    };
    const withoutCosts = input.groups.map((group) => ({ ...group, costs: [] }));
    this.plan = writePlan({ ...input, groups: withoutCosts }, content, kernel.arena);
    this.rates = {
      groups: input.groups.map((group, index) => this.groupRates(group, index)),
      moves: this.plan.routes.map((route) => this.moveRates(route)),
    };
    this.output = { groups: input.groups.map((group, index) => this.groupOutput(group, index)) };
  }

  run(): RunOutput {
    if (this.kernel.run(this.plan.address) === Number(Outcome.Done)) {
      return this.output;
    }
    return new ReadableRuns(this.input, this.shape, this.rates).run();
  }

  private groupRates(group: EngineGroup, index: number): GroupRunRates {
    const { months, periods, ages } = this.shape;
    const record = this.recordOf(index);
    const byMonth = (field: Group): Float64Array => this.view(record[field] as number, months);
    const filling = (field: Group): Float64Array =>
      record[Group.FillsVacancies] === 1 ? byMonth(field) : new Float64Array(0);
    const sources = group.recruitment.sources.map((_, source) => source * Source.Words + Source.People);
    const returns = (group.returns ?? []).map((_, each) => each * Return.Words + Return.People);
    const prior = (group.returns ?? []).map(({ priorExits }, each) =>
      priorExits === undefined
        ? new Float64Array(0)
        : this.view(
            this.kernel.arena.word(record[Group.Returns] as number, each * Return.Words + Return.PriorExits),
            priorExits.length,
          ),
    );
    const numbersAt = (records: Group, place: number): Float64Array =>
      this.view(this.kernel.arena.word(record[records] as number, place), months);
    return {
      exitHazard: this.view(record[Group.ExitTable] as number, periods * ages * EXIT_CAUSES.length),
      plannedExits: byMonth(Group.PlannedExits),
      participationFactor: byMonth(Group.Participation),
      fillRate: filling(Group.FillRate),
      capacity: filling(Group.Capacity),
      establishment: filling(Group.Establishment),
      joiners: sources.map((place) => numbersAt(Group.Sources, place)),
      returnShare: returns.map((place) => numbersAt(Group.Returns, place)),
      priorExits: prior,
    };
  }

  private moveRates(route: readonly number[]): MoveRunRates {
    const byMonth = (field: Route): Float64Array => this.view(route[field] as number, this.shape.months);
    return { probability: byMonth(Route.Probability), people: byMonth(Route.People) };
  }

  private groupOutput({ code }: EngineGroup, index: number): GroupRunOutput {
    const { months, bands } = this.shape;
    const record = this.recordOf(index);
    const numbers = (field: Group, count: number): Float64Array => this.view(record[field] as number, count);
    const flows = (field: Group, count: number): Float64Array[] =>
      Array.from({ length: count }, (_, each) =>
        this.view((record[field] as number) + each * months * 8, months),
      );
    return {
      code,
      headcount: numbers(Group.Headcount, months + 1),
      fte: numbers(Group.Fte, months + 1),
      plannedExits: numbers(Group.PlannedExitsMade, months),
      exits: flows(Group.ExitsByCause, EXIT_CAUSES.length),
      joiners: flows(Group.JoinersBySource, JOINER_SOURCES.length),
      fteExits: numbers(Group.FteExits, months),
      fteJoiners: numbers(Group.FteJoiners, months),
      meanHeadcount: numbers(Group.MeanHeadcount, months * bands),
      meanFte: numbers(Group.MeanFte, months * bands),
    };
  }

  private recordOf(index: number): readonly number[] {
    return this.plan.groups[index] as readonly number[];
  }

  private view(address: number, count: number): Float64Array {
    return this.kernel.arena.view(address, count);
  }
}
