import { LEAVER_BASIS_PARAMETERS } from '../retention/leaver-basis-parameters';
import { RETIREMENT_PROFILE_KEYS } from '../retention/retirement-parameters';
import type { MeasureDefinition, MeasureDefinitions } from './measure-definition';

const STOCK = { kind: 'stock', parameters: [], registers: [] } as const;

/** Stocks at month end, funded posts and requirement. */
export const STOCK_MEASURES: MeasureDefinitions<
  'headcount' | 'fte' | 'available-fte' | 'establishment' | 'requirement'
> = {
  headcount: {
    ...STOCK,
    label: 'Headcount',
    unit: 'headcount',
    formula: 'people in post a month before + joiners - leavers + moves in - moves out',
    parts: [],
  },
  fte: {
    ...STOCK,
    label: 'WTE in post (contracted)',
    unit: 'fte',
    formula:
      'WTE a month before + WTE of joiners - WTE of leavers + WTE moving in - WTE moving out + change of participation',
    parts: ['fte-joiners', 'fte-exits', 'fte-moves-in', 'fte-moves-out', 'fte-participation-change'],
  },
  'available-fte': {
    label: 'Available WTE',
    unit: 'fte',
    kind: 'level',
    formula:
      'mean of opening and closing WTE x (1 - sickness of the month - change of other absence since the baseline), less WTE short in preceptorship and the training time of apprentices',
    parts: ['fte', 'preceptorship-fte', 'apprenticeship-training-fte'],
    parameters: [
      'sickness-absence.rate',
      'sickness-absence.target-rate',
      'sickness-absence.months-to-target',
      'sickness-absence.other-absence',
    ],
    registers: [],
  },
  establishment: {
    ...STOCK,
    label: 'Funded establishment',
    unit: 'fte',
    formula:
      'funded posts at the baseline x growth of the years since, by the month, less posts that schemes remove, + posts of substitutes',
    parts: [],
    parameters: ['growth.establishment-growth', 'growth.vacancy-rate-at-start'],
    registers: ['efficiency.schemes', 'skill-mix.substitutions'],
  },
  requirement: {
    ...STOCK,
    label: 'Requirement',
    unit: 'fte',
    formula:
      '(funded posts at the baseline x (1 + unmet need) x growth of activity x growth of commitments by share + work by workload standards) / growth of productivity - time that schemes release + change through substitution',
    parts: ['requirement-skill-mix'],
    parameters: [
      'growth.requirement-growth',
      'growth.unmet-need',
      'efficiency.productivity',
      'efficiency.in-deficit',
      'efficiency.deficit-productivity',
    ],
    registers: ['growth.service-commitments', 'growth.workload-standards', 'efficiency.schemes'],
  },
};

function flow(label: string, formula: string, parameters: readonly string[] = []): MeasureDefinition {
  const registers = ['growth.monthly-profiles'];
  return { label, unit: 'headcount', kind: 'flow', formula, parts: [], parameters, registers };
}

/** What the yearly chance of leaving follows from. */
const LEAVER_RATE = ['retention.leaver-rate', ...LEAVER_BASIS_PARAMETERS.map(({ key }) => key)] as const;

function exits(label: string, share: string): MeasureDefinition {
  const formula =
    'people in post x the chance of leaving in the month for this cause; those who joined in the month with half a month of it';
  return {
    ...flow(label, formula, [...LEAVER_RATE, `retention.share-${share}`]),
    registers: ['growth.monthly-profiles'],
  };
}

/** Exits by cause and destination. */
export const EXIT_MEASURES: MeasureDefinitions<
  | 'exits-planned'
  | 'exits-voluntary'
  | 'exits-retirement'
  | 'exits-ill-health-or-death'
  | 'exits-end-of-contract'
  | 'exits-unpaid-leave'
  | 'exits-to-same-system'
  | 'exits-to-other-nhs'
> = {
  'exits-planned': {
    ...flow(
      'Planned exits',
      "the month's part of the year's number and who leaves by efficiency schemes, at most the people in post",
      ['retention.planned-exits'],
    ),
    registers: ['growth.monthly-profiles', 'efficiency.schemes'],
  },
  'exits-voluntary': {
    ...exits('Voluntary leavers', 'voluntary'),
    registers: ['growth.monthly-profiles', 'retention.interventions'],
  },
  'exits-retirement': {
    ...exits('Retirement', 'retirement'),
    parameters: [
      ...LEAVER_RATE,
      'retention.share-retirement',
      'retention.retirement-by-age',
      ...RETIREMENT_PROFILE_KEYS,
    ],
  },
  'exits-ill-health-or-death': exits('Ill health or death', 'ill-health-or-death'),
  'exits-end-of-contract': exits('End of contract', 'end-of-contract'),
  'exits-unpaid-leave': exits('Start of unpaid leave', 'unpaid-leave'),
  'exits-to-same-system': {
    ...flow('Leavers to this system', 'voluntary leavers x the share that stays in the system', [
      'retention.share-to-same-system',
    ]),
    parts: ['exits-voluntary'],
  },
  'exits-to-other-nhs': {
    ...flow('Leavers to the NHS elsewhere', 'voluntary leavers x the share that goes elsewhere in the NHS', [
      'retention.share-to-other-nhs',
    ]),
    parts: ['exits-voluntary'],
  },
};
