import type { MeasureDefinition, MeasureDefinitions } from '../projection/measure-definition';

const SICKNESS_PARAMETERS = [
  'sickness-absence.rate',
  'sickness-absence.target-rate',
  'sickness-absence.months-to-target',
];

function level(label: string, formula: string, parameters: readonly string[]): MeasureDefinition {
  return { label, unit: 'fte', kind: 'level', formula, parts: [], parameters, registers: [] };
}

/** WTE absent, and what lower sickness released. */
export const SICKNESS_MEASURES: MeasureDefinitions<
  'sickness-fte' | 'sickness-released-fte' | 'other-absence-fte'
> = {
  'sickness-fte': level(
    'WTE off sick',
    "mean WTE of the month x the year's sickness rate on its way to the target x the month's season",
    SICKNESS_PARAMETERS,
  ),
  'sickness-released-fte': level(
    'WTE released by lower sickness',
    "mean WTE of the month x (sickness rate of the baseline - sickness rate of the month) x the month's season",
    SICKNESS_PARAMETERS,
  ),
  'other-absence-fte': level('WTE absent otherwise', 'mean WTE of the month x absence other than sickness', [
    'sickness-absence.other-absence',
  ]),
};
