import type { PlanModel, Sensitivities, Values } from './plan-model';

/** Where the plan is linearised. */
export interface Linearisation {
  readonly amounts: Float64Array;
  readonly values: Values;
  readonly sensitivities: Sensitivities;
}

/** Figures as a linearisation has them. */
export function foretoldValues(model: PlanModel, at: Linearisation, amounts: Float64Array): Values {
  return at.values.map((values, organisation) => {
    const own = model.columnsOf[organisation] ?? [];
    const table = at.sensitivities[organisation] as Float64Array;
    return values.map((value, row) =>
      own.reduce(
        (sum, column, index) =>
          sum + (table[row * own.length + index] ?? 0) * ((amounts[column] ?? 0) - (at.amounts[column] ?? 0)),
        value,
      ),
    );
  });
}

/** Sensitivities changed the least so that they foretell what the engine answered, amounts counted in their room. */
export function mendedBy(
  model: PlanModel,
  at: Linearisation,
  trial: Pick<Linearisation, 'amounts' | 'values'>,
): Sensitivities {
  const foretold = foretoldValues(model, at, trial.amounts);
  return at.sensitivities.map((table, organisation) => {
    const own = model.columnsOf[organisation] ?? [];
    const rooms = own.map((column) => {
      const { high } = model.columns[column] ?? { high: 0 };
      return Number.isFinite(high) ? high : 1;
    });
    const moves = own.map((column, index) => {
      const move = (trial.amounts[column] ?? 0) - (at.amounts[column] ?? 0);
      const room = rooms[index] ?? 0;
      return room > 0 ? move / room : 0;
    });
    const length = moves.reduce((sum, move) => sum + move * move, 0);
    if (length < 1e-12) return table;
    const mended = Float64Array.from(table);
    foretold[organisation]?.forEach((value, row) => {
      const gap = (trial.values[organisation]?.[row] ?? 0) - value;
      own.forEach((_, index) => {
        const room = rooms[index] ?? 0;
        if (room === 0) return;
        const cell = row * own.length + index;
        mended[cell] = (mended[cell] ?? 0) + (gap * (moves[index] ?? 0)) / (length * room);
      });
    });
    return mended;
  });
}
