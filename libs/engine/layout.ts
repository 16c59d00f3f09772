import type { EngineInput } from './model';

/**
 * How a group lies in memory while it is simulated. Each cell is a pair, people and FTE; cells lie
 * age-major, `(age * ethnicities + ethnicity) * bands + band`, so that the pairs of an age band (a slab),
 * which share their rates, are neighbours. Sizes count numbers, two to a cell.
 */
export interface Layout {
  readonly bands: number;
  readonly ages: number;
  readonly months: number;
  /** Numbers of one row: all bands of an age band and ethnicity. */
  readonly rowSize: number;
  /** Numbers of one age band of a group. */
  readonly slabSize: number;
  readonly groupSize: number;
  /** Share of an age band that passes to the next one in a step: `stepYears / width`; 0 for the top band. */
  readonly passesOn: Float64Array;
}

/** Reads the shape of a valid input. Source of the ageing share `1 / (12 w)`: projection model, section 3.5. */
export function layoutOf(input: EngineInput): Layout {
  const { bands, months, ethnicities, ageBandWidths, stepYears } = input;
  const ages = ageBandWidths.length;
  const passesOn = Float64Array.from(ageBandWidths, (width, age) =>
    width === null || age === ages - 1 ? 0 : stepYears / width,
  );
  const rowSize = 2 * bands;
  const slabSize = ethnicities * rowSize;
  return { bands, ages, months, rowSize, slabSize, groupSize: ages * slabSize, passesOn };
}

/** Visits the cells of a group in the order of the model (band-major), with their places in memory. */
export function forEachCell(layout: Layout, visit: (cell: number, place: number) => void): void {
  const { rowSize, groupSize } = layout;
  let cell = 0;
  for (let column = 0; column < rowSize; column += 2) {
    for (let place = column; place < groupSize; place += rowSize) {
      visit(cell, place);
      cell += 1;
    }
  }
}

/** The cell of the model at a place in memory. */
export function modelCell(place: number, { rowSize, groupSize }: Layout): number {
  const row = Math.floor(place / rowSize);
  const band = Math.floor((place % rowSize) / 2);
  return band * (groupSize / rowSize) + row;
}
