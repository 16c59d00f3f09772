import { groupWork } from './group-work';
import { layoutOf } from './layout';
import { recordCells, recordStock } from './ledger';
import type { EngineInput, EngineOptions, EngineOutput } from './model';
import { Movement } from './movement';
import { type Course, stepMonth } from './step';
import { validateEngineInput } from './validate';

/**
 * Simulates one organisation over `input.months` months, central case.
 *
 * @returns monthly totals by group: stocks of `months + 1` values (the opening first), flows of `months`.
 * @throws EngineInputError if the input is not valid, naming each problem.
 * @throws EngineInvariantError if flows do not balance or a stock turns negative: a defect of the engine.
 * Source: projection model, section 3.
 */
export function simulate(input: EngineInput, options: EngineOptions = { cellMonths: [] }): EngineOutput {
  validateEngineInput(input);
  const layout = layoutOf(input);
  const groups = input.groups.map((group) => groupWork(group, layout));
  const movement = new Movement(input, groups, layout);
  const course: Course = { layout, options, groups, movement };
  for (const { ledger, source, stocks } of groups) {
    recordStock(ledger, stocks.opening, 0);
    recordCells(ledger, stocks.opening, 0, options, layout);
    ledger.availableFte[0] = (ledger.fte[0] as number) * (1 - (source.absence[0] as number));
  }
  for (let month = 0; month < input.months; month += 1) {
    stepMonth(course, month);
  }
  return { groups: groups.map((group) => group.ledger), unmetMoves: movement.unmet };
}
