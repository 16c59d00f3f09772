import type { MonthlyMeasure } from './projection-output';

/** What a monthly measure is and how it comes about: dictionaries and explanations are made from it. */
export interface MeasureDefinition {
  /** Name as on screens. */
  readonly label: string;
  readonly unit: 'headcount' | 'fte' | 'pounds';
  /** A stock is at month end; a flow is the total of the month; a level is the mean of the month. */
  readonly kind: 'stock' | 'flow' | 'level';
  /** How it comes about, one sentence or formula. */
  readonly formula: string;
  /** Lines of the same month and group that it is calculated from. */
  readonly parts: readonly MonthlyMeasure[];
  /** Keys of the parameters that it reads. */
  readonly parameters: readonly string[];
  /** Keys of the registers that it reads. */
  readonly registers: readonly string[];
}

/** Definitions of some measures; together the modules define each measure once. */
export type MeasureDefinitions<Measure extends MonthlyMeasure> = Readonly<Record<Measure, MeasureDefinition>>;
