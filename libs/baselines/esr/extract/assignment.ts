/** What an assignment is counted as; indices into the axes of the extract, see {@link ExtractAxes}. */
export interface Assignment {
  /** Pseudonym of the person. */
  readonly person: string;
  /** Rules that it comes under, as bits by index. */
  readonly rules: number;
  /** Not in the workforce, beside it, or in it. */
  readonly standing: 'left-out' | 'apart' | 'counted';
  /** Staff group x bands + band; -1 while the occupation code is not mapped, or outside the workforce. */
  readonly line: number;
  /** Index of the age band; -1 when it is not known. */
  readonly age: number;
  readonly ethnicity: number;
  readonly disability: number;
  /** Hundred-thousandths. */
  readonly fte: number;
  readonly isPrimary: boolean;
  /** `YYYY-MM-DD`, null when not given. */
  readonly latestStart: string | null;
}

/** Codes of the axes, in the order of the indices. */
export interface ExtractAxes {
  readonly staffGroups: readonly string[];
  readonly bands: readonly string[];
  readonly ageBands: readonly string[];
  readonly ethnicities: readonly string[];
  readonly disabilities: readonly string[];
}
