import type { EngineInput } from './model';

/**
 * How cells lie in memory. A block is one band of one group: `blockCells` neighbouring cells, age by
 * age, ethnicities within an age. Group `g`, band `b` is block `g * bands + b`.
 */
export interface Layout {
  readonly groups: number;
  readonly bands: number;
  readonly ages: number;
  readonly ethnicities: number;
  readonly months: number;
  readonly blockCells: number;
  readonly groupCells: number;
  /** Share of an age band that passes to the next one in a step: `stepYears / width`; 0 for the top band. */
  readonly passesOn: Float64Array;
}

/** Reads the shape of a valid input. Source of the ageing share `1 / (12 w)`: projection model, section 3.5. */
export function layoutOf(input: EngineInput): Layout {
  const ages = input.ageBandWidths.length;
  const blockCells = ages * input.ethnicities;
  const passesOn = Float64Array.from(input.ageBandWidths, (width, age) =>
    width === null || age === ages - 1 ? 0 : input.stepYears / width,
  );
  return {
    groups: input.groups.length,
    bands: input.bands,
    ages,
    ethnicities: input.ethnicities,
    months: input.months,
    blockCells,
    groupCells: blockCells * input.bands,
    passesOn,
  };
}
