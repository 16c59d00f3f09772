import { groupWork } from './group-work';
import { layoutOf } from './layout';
import { recordStock } from './ledger';
import type { EngineInput, EngineOptions, EngineOutput } from './model';
import { Movement } from './movement';
import { openingStocks } from './state';
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
  const groups = input.groups.map((group, index) => groupWork(group, index, layout));
  const course: Course = { layout, options, groups, movement: new Movement(input, layout) };
  let stocks = openingStocks(input, layout);
  for (const { ledger, source, index } of groups) {
    recordStock(ledger, index, stocks.opening, { layout, month: 0, options });
    ledger.availableFte[0] = (ledger.fte[0] as number) * (1 - (source.absence[0] as number));
  }
  for (let month = 0; month < input.months; month += 1) {
    stepMonth(course, stocks, month);
    stocks = { ...stocks, opening: stocks.closing, closing: stocks.opening };
  }
  return { groups: groups.map((group) => group.ledger), unmetMoves: course.movement.unmet };
}
