import type { JoinerSource } from '#engine';

import type { MeasureDefinition, MeasureDefinitions } from './measure-definition';

function joiners(label: string, parameter: string | null): MeasureDefinition {
  return {
    label,
    unit: 'headcount',
    kind: 'flow',
    formula:
      "the month's part of the year's number; where joiners fill vacancies, their share of what fills the vacant posts",
    parts: [],
    parameters: [...(parameter === null ? [] : [parameter]), 'growth.share-of-vacancies-filled'],
    registers: ['growth.monthly-profiles'],
  };
}

/** Joiners by source, before those who leave again in their month of arrival. */
export const JOINER_MEASURES: MeasureDefinitions<`joiners-${JoinerSource}`> = {
  'joiners-newly-qualified': {
    ...joiners('Newly qualified', 'training-supply.newly-qualified'),
    registers: ['training-supply.programmes', 'growth.monthly-profiles'],
  },
  'joiners-international': {
    ...joiners('International', 'international-recruitment.arrivals-registered'),
    parts: ['international-registrations'],
  },
  'joiners-wider-labour-market': {
    ...joiners('From outside the NHS', 'growth.joiners-wider-labour-market'),
    registers: ['growth.monthly-profiles', 'apprenticeship-levy.starts'],
  },
  'joiners-same-system': joiners('From this system', 'growth.joiners-same-system'),
  'joiners-other-nhs': joiners('From the NHS elsewhere', 'growth.joiners-other-nhs'),
  'joiners-return-to-practice': joiners('Return to practice', 'retention.return-to-practice'),
  'joiners-return-from-leave': {
    ...joiners('Return from unpaid leave', 'retention.return-from-leave'),
    formula:
      "the month's part of the year's number + those who started leave its length earlier x share of them who return",
    parameters: [
      'retention.return-from-leave',
      'retention.leave-return-share',
      'retention.leave-length',
      'growth.share-of-vacancies-filled',
    ],
  },
  'joiners-apprenticeship': joiners('Completed apprenticeships', 'apprenticeship-levy.completions'),
  'joiners-retire-and-return': {
    label: 'Retired and returned',
    unit: 'headcount',
    kind: 'flow',
    formula: 'those who retired a lag earlier x share of them who come back',
    parts: ['exits-retirement'],
    parameters: [
      'retention.retire-and-return-share',
      'retention.retire-and-return-lag',
      'retention.retire-and-return-participation',
    ],
    registers: [],
  },
};

function movement(label: string, unit: MeasureDefinition['unit'], formula: string): MeasureDefinition {
  const parameters = ['skill-mix.conversions', 'skill-mix.promotion-rate'];
  const registers = [
    'growth.monthly-profiles',
    'apprenticeship-levy.starts',
    'apprenticeship-levy.in-training',
    'skill-mix.conversion-programmes',
  ];
  return { label, unit, kind: 'flow', formula, parts: [], parameters, registers };
}

function ofPeople(label: string, formula: string): MeasureDefinition {
  return { label, unit: 'fte', kind: 'flow', formula, parts: [], parameters: [], registers: [] };
}

/** Moves between groups and bands, and the flows of WTE. */
export const MOVE_MEASURES: MeasureDefinitions<
  | 'moves-in'
  | 'moves-out'
  | 'fte-exits'
  | 'fte-joiners'
  | 'fte-moves-in'
  | 'fte-moves-out'
  | 'fte-participation-change'
> = {
  'moves-in': movement(
    'Conversions and promotions in',
    'headcount',
    'people who move into the group or up a band',
  ),
  'moves-out': movement(
    'Conversions and promotions out',
    'headcount',
    'people who leave their group or band for another',
  ),
  'fte-exits': {
    ...ofPeople('WTE of leavers', 'contracted WTE of all who leave, planned exits included'),
    parameters: ['retention.leaver-rate', 'retention.planned-exits'],
  },
  'fte-joiners': {
    ...ofPeople('WTE of joiners', 'joiners x their WTE per head'),
    parameters: [...new Set(Object.values(JOINER_MEASURES).flatMap(({ parameters }) => parameters))],
  },
  'fte-moves-in': movement('WTE moving in', 'fte', 'contracted WTE of those who move in'),
  'fte-moves-out': movement('WTE moving out', 'fte', 'contracted WTE of those who move out'),
  'fte-participation-change': {
    ...ofPeople('Change of participation', 'WTE of those who stay x the change of WTE per head in the month'),
    parameters: ['retention.participation-change'],
    registers: ['retention.interventions'],
  },
};
