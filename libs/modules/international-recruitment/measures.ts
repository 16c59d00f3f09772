import type { MeasureDefinition, MeasureDefinitions } from '../projection/measure-definition';
import { COHORTS } from './cohorts.register';
import { RECRUITMENT_COST_PARAMETERS } from './cost-parameters';

const PREFIX = 'international-recruitment';
const TO_ARRIVAL = ['shortest', 'usual', 'longest'].map((point) => `${PREFIX}.offer-to-arrival-${point}`);
const TO_REGISTRATION = ['shortest', 'usual', 'longest'].map(
  (point) => `${PREFIX}.arrival-to-registration-${point}`,
);

function people(
  label: string,
  kind: MeasureDefinition['kind'],
  formula: string,
  parameters: readonly string[],
): MeasureDefinition {
  return { label, unit: 'headcount', kind, formula, parts: [], parameters, registers: [COHORTS.key] };
}

/** The international pipeline by stage. */
export const INTERNATIONAL_MEASURES: MeasureDefinitions<
  | 'international-offers'
  | 'international-arrivals'
  | 'international-registrations'
  | 'awaiting-registration-headcount'
  | 'awaiting-registration-fte'
  | 'international-recruitment-cost'
> = {
  'international-offers': people(
    'International offers',
    'flow',
    'offers of cohorts and of the number a year',
    [`${PREFIX}.offers`],
  ),
  'international-arrivals': people(
    'International arrivals',
    'flow',
    'offers of earlier months x share arriving x share that takes so many months',
    [`${PREFIX}.dropout-before-arrival`, ...TO_ARRIVAL],
  ),
  'international-registrations': people(
    'International registrations',
    'flow',
    'arrivals of earlier months x share registering x share that takes so many months',
    [`${PREFIX}.registered-in-the-end`, ...TO_REGISTRATION],
  ),
  'awaiting-registration-headcount': {
    ...people(
      'Awaiting registration',
      'stock',
      'a month before + arrivals - registrations - those who leave without registering',
      [`${PREFIX}.registered-in-the-end`, ...TO_REGISTRATION],
    ),
    parts: ['international-arrivals', 'international-registrations'],
  },
  'awaiting-registration-fte': {
    ...people('WTE awaiting registration', 'stock', 'people waiting x their WTE per head', [
      `${PREFIX}.awaiting-participation`,
    ]),
    unit: 'fte',
    parts: ['awaiting-registration-headcount'],
  },
  'international-recruitment-cost': {
    ...people(
      'Cost of international recruitment',
      'flow',
      'offers, arrivals and registrations of the month x fees in force and other costs of each stage',
      [`${PREFIX}.first-sitting-pass`, ...RECRUITMENT_COST_PARAMETERS.map(({ key }) => key)],
    ),
    unit: 'pounds',
    parts: ['international-offers', 'international-arrivals', 'international-registrations'],
  },
};
