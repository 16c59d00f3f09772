import type { EngineInput } from './model';

/**
 * How cells lie in memory while they are simulated: age-major, `(age * ethnicities + ethnicity) * bands
 * + band`, so that the cells of an age band (a slab), which share their rates, are neighbours.
 */
export interface Layout {
  readonly groups: number;
  readonly bands: number;
  readonly ages: number;
  readonly ethnicities: number;
  readonly months: number;
  /** Cells of one age band of a group. */
  readonly slabCells: number;
  readonly groupCells: number;
  /** Share of an age band that passes to the next one in a step: `stepYears / width`; 0 for the top band. */
  readonly passesOn: Float64Array;
}

/** Reads the shape of a valid input. Source of the ageing share `1 / (12 w)`: projection model, section 3.5. */
export function layoutOf(input: EngineInput): Layout {
  const { bands, ethnicities, ageBandWidths, stepYears } = input;
  const ages = ageBandWidths.length;
  const passesOn = Float64Array.from(ageBandWidths, (width, age) =>
    width === null || age === ages - 1 ? 0 : stepYears / width,
  );
  const slabCells = ethnicities * bands;
  return {
    groups: input.groups.length,
    bands,
    ages,
    ethnicities,
    months: input.months,
    slabCells,
    groupCells: ages * slabCells,
    passesOn,
  };
}

/** Copies a group's cells from the order of the model (band-major) to the order in memory. */
export function toMemoryOrder(cells: readonly number[], target: Float64Array, layout: Layout): void {
  const { bands, groupCells } = layout;
  let read = 0;
  for (let band = 0; band < bands; band += 1) {
    for (let cell = band; cell < groupCells; cell += bands) {
      target[cell] = cells[read] as number;
      read += 1;
    }
  }
}

/** The cells of a group in the order of the model (band-major). */
export function toModelOrder(cells: Float64Array, layout: Layout): Float64Array {
  const { bands, groupCells } = layout;
  const ordered = new Float64Array(groupCells);
  let written = 0;
  for (let band = 0; band < bands; band += 1) {
    for (let cell = band; cell < groupCells; cell += bands) {
      ordered[written] = cells[cell] as number;
      written += 1;
    }
  }
  return ordered;
}
