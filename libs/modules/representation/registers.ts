import type { RegisterDefinition, RegisterField } from '../register/register-definition';
import { COUNTED_INDICATORS, TARGET_SCOPES } from './scopes';

/** Targets of representation, one for each scope and date. */
export const REPRESENTATION_TARGETS: RegisterDefinition = {
  key: 'representation.targets',
  module: 'representation',
  label: 'Representation targets',
  description:
    'Share of BME staff (of disabled staff where the projection is by disability) that a part of the workforce is to reach by a date.',
  reach: 'organisation',
  feeds: ['representation'],
  fields: [
    {
      key: 'name',
      label: 'Name',
      description: 'What the target is called in tables.',
      isRequired: true,
      kind: 'text',
    },
    {
      key: 'scope',
      label: 'Scope',
      description: 'Bands that the target is for.',
      isRequired: true,
      kind: 'choice',
      choices: TARGET_SCOPES,
    },
    {
      key: 'workforce',
      label: 'Part of the workforce',
      description: 'Clinical, non-clinical or medical staff only; left out, all of them.',
      isRequired: false,
      kind: 'choice',
      choices: [
        { code: 'clinical', label: 'Clinical' },
        { code: 'non-clinical', label: 'Non-clinical' },
        { code: 'medical', label: 'Medical' },
      ],
    },
    {
      key: 'target',
      label: 'Target share',
      description:
        'Share to reach; left out, parity: the share of all staff at the date as planned, on the same basis.',
      isRequired: false,
      kind: 'number',
      unit: 'share',
      minimum: 0,
      maximum: 1,
      decimals: 1,
    },
    {
      key: 'date',
      label: 'By the end of',
      description: 'Month at whose end the share is to be reached.',
      isRequired: true,
      kind: 'month',
    },
    {
      key: 'basis',
      label: 'Basis',
      description:
        'Share of all staff, as the returns have it (the default), or of those who are known to have the characteristic or not.',
      isRequired: false,
      kind: 'choice',
      choices: [
        { code: 'all', label: 'All staff, unknown included' },
        { code: 'known', label: 'Known only' },
      ],
    },
    {
      key: 'appointmentsFrom',
      label: 'Appointments from',
      description:
        'First month whose appointments may be different; left out, April of the first year of the round.',
      isRequired: false,
      kind: 'month',
    },
  ],
};

function count(key: string, label: string, description: string): RegisterField {
  return {
    key,
    label,
    description,
    isRequired: false,
    kind: 'number',
    unit: 'headcount',
    minimum: 0,
    maximum: 5_000_000,
    decimals: 0,
  };
}

const EVENTS = 'appointed, entered the process, got training, promoted, or on the board';
const PEOPLE = 'shortlisted, or in post; for a board, its workforce (left out, the staff in post)';

/** Counts for the indicators that a projection cannot give: shortlisting, processes, training, boards. */
export const REPRESENTATION_INDICATORS: RegisterDefinition = {
  key: 'representation.indicators',
  module: 'representation',
  label: 'Counts for race and disability indicators',
  description:
    'Counts of a year for WRES indicators 2, 3, 4 and 9, WDES metrics 2, 3 and 10, and promotion. The characteristic is BME for the race and disabled for the disability standard.',
  reach: 'organisation',
  feeds: ['representation'],
  fields: [
    {
      key: 'indicator',
      label: 'Indicator',
      description: 'What is counted.',
      isRequired: true,
      kind: 'choice',
      choices: COUNTED_INDICATORS,
    },
    {
      key: 'month',
      label: 'Year to the end of',
      description: 'Last month of the year counted.',
      isRequired: true,
      kind: 'month',
    },
    count('characteristicEvents', 'BME or disabled: events', `People with the characteristic: ${EVENTS}.`),
    count('characteristicPeople', 'BME or disabled: people', `People with the characteristic: ${PEOPLE}.`),
    count('referenceEvents', 'White or not disabled: events', `People without it: ${EVENTS}.`),
    count('referencePeople', 'White or not disabled: people', `People without it: ${PEOPLE}.`),
    count('unknownEvents', 'Unknown: events', `People of whom it is not known: ${EVENTS}.`),
    count('unknownPeople', 'Unknown: people', `People of whom it is not known: ${PEOPLE}.`),
  ],
};

export const REPRESENTATION_REGISTERS: readonly RegisterDefinition[] = [
  REPRESENTATION_TARGETS,
  REPRESENTATION_INDICATORS,
];
