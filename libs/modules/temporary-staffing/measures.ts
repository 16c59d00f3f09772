import type { MeasureDefinition, MeasureDefinitions } from '../projection/measure-definition';

const CALIBRATION = ['temporary-staffing.bank-at-start', 'temporary-staffing.agency-at-start'];

interface LevelDefinition extends Pick<MeasureDefinition, 'label' | 'formula' | 'parts'> {
  readonly parameters: readonly string[];
}

function level({ label, formula, parts, parameters }: LevelDefinition): MeasureDefinition {
  const keys = parameters.map((name) => (name.includes('.') ? name : `temporary-staffing.${name}`));
  return { label, unit: 'fte', kind: 'level', formula, parts, parameters: keys, registers: [] };
}

/** Need for temporary staff, who works it, and what is missing after them. */
export const TEMPORARY_STAFFING_MEASURES: MeasureDefinitions<
  | 'temporary-need-fte'
  | 'temporary-need-vacancies-fte'
  | 'temporary-need-absence-fte'
  | 'temporary-need-above-establishment-fte'
  | 'bank-fte'
  | 'agency-fte'
  | 'unfilled-fte'
  | 'shortfall'
> = {
  'temporary-need-fte': level({
    label: 'Temporary WTE needed',
    formula: 'for vacancies + for unfunded absence + above establishment',
    parts: [
      'temporary-need-vacancies-fte',
      'temporary-need-absence-fte',
      'temporary-need-above-establishment-fte',
    ],
    parameters: [],
  }),
  'temporary-need-vacancies-fte': level({
    label: 'Temporary WTE needed for vacancies',
    formula:
      'max(0, funded establishment - contracted WTE) x share that needs cover x calibration to the actual use of the baseline month',
    parts: ['establishment', 'fte'],
    parameters: ['vacancy-fill-share', ...CALIBRATION],
  }),
  'temporary-need-absence-fte': level({
    label: 'Temporary WTE needed for unfunded absence',
    formula:
      'max(0, WTE absent - funded headroom of the people in post) x share that needs cover x calibration to the actual use of the baseline month',
    parts: ['sickness-fte', 'other-absence-fte'],
    parameters: ['funded-headroom', 'absence-cover-share', ...CALIBRATION],
  }),
  'temporary-need-above-establishment-fte': level({
    label: 'Temporary WTE needed above establishment',
    formula: 'as entered, and actual use of the baseline month that nothing else explains',
    parts: [],
    parameters: ['demand-above-establishment', ...CALIBRATION],
  }),
  'bank-fte': level({
    label: 'Bank WTE',
    formula: 'min(need x share that the bank fills, bank cap)',
    parts: ['temporary-need-fte'],
    parameters: ['bank-share-at-start', 'bank-share-change', 'bank-cap', ...CALIBRATION],
  }),
  'agency-fte': level({
    label: 'Agency WTE',
    formula: 'min(need - bank, agency cap, agency use of the baseline month less the reduction)',
    parts: ['temporary-need-fte', 'bank-fte'],
    parameters: ['agency-cap', 'agency-reduction', ...CALIBRATION],
  }),
  'unfilled-fte': level({
    label: 'Unfilled WTE',
    formula: 'need - bank - agency',
    parts: ['temporary-need-fte', 'bank-fte', 'agency-fte'],
    parameters: [],
  }),
  shortfall: level({
    label: 'Shortfall after bank and agency',
    formula:
      'max(0, requirement x (1 - planned absence) - available WTE - bank - agency - backfill for apprentices)',
    parts: ['requirement', 'available-fte', 'bank-fte', 'agency-fte', 'apprenticeship-backfill-fte'],
    parameters: ['sickness-absence.planned-absence'],
  }),
};
