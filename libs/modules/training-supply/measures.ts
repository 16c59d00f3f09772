import type { MeasureDefinition, MeasureDefinitions } from '../projection/measure-definition';

const PROGRAMMES = ['training-supply.programmes'];

function training(label: string, formula: string): MeasureDefinition {
  return {
    label,
    unit: 'headcount',
    kind: 'flow',
    formula,
    parts: [],
    parameters: [],
    registers: PROGRAMMES,
  };
}

function trainees(label: string, unit: 'fte' | 'headcount', formula: string): MeasureDefinition {
  const registers = ['training-supply.rotational-posts'];
  return { label, unit, kind: 'stock', formula, parts: [], parameters: [], registers };
}

/** Training programmes, preceptorship and rotational trainees. */
export const TRAINING_SUPPLY_MEASURES: MeasureDefinitions<
  | 'preceptorship-fte'
  | 'training-commissioned'
  | 'training-recruited'
  | 'training-qualifying'
  | 'training-employed'
  | 'rotational-trainees-fte'
  | 'rotational-trainees-headcount'
> = {
  'preceptorship-fte': {
    label: 'WTE short in preceptorship',
    unit: 'fte',
    kind: 'level',
    formula:
      '(1 - productivity in preceptorship) x newly qualified staff in preceptorship x WTE per head x (1 - absence)',
    parts: ['joiners-newly-qualified', 'headcount', 'fte'],
    parameters: ['training-supply.preceptorship-months', 'training-supply.preceptorship-productivity'],
    registers: [],
  },
  'training-commissioned': training('Training places commissioned', 'places of the intakes of the month'),
  'training-recruited': training(
    'Students who start',
    'recruited to the intakes of the month, at most what placements can take',
  ),
  'training-qualifying': {
    ...training('Qualifying', 'students who started the length of the course before x (1 - attrition)'),
    parameters: ['training-supply.attrition'],
  },
  'training-employed': {
    ...training(
      'Qualified and employed here',
      "qualified x share employed here, in the year after course and lag, by the season; part of the newly qualified joiners, where vacancies don't limit them",
    ),
    parameters: ['training-supply.attrition', 'training-supply.share-employed-here'],
    registers: [...PROGRAMMES, 'growth.monthly-profiles'],
  },
  'rotational-trainees-fte': trainees(
    'Rotational trainees, WTE',
    'fte',
    'training posts hosted here x fill rate, by the year of the latest rotation; beside WTE in post, not in it',
  ),
  'rotational-trainees-headcount': trainees(
    'Rotational trainees, headcount',
    'headcount',
    'WTE of the trainees / WTE per person',
  ),
};
