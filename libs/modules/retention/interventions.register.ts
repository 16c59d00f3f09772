import type { RegisterDefinition } from '../register/register-definition';

const SHARE = { kind: 'number', unit: 'share', minimum: 0, maximum: 1, decimals: 0 } as const;

/** What is done so that fewer people leave of their own accord. */
export const RETENTION_INTERVENTIONS: RegisterDefinition = {
  key: 'retention.interventions',
  module: 'retention',
  label: 'Retention interventions',
  description:
    'What is done so that fewer people leave of their own accord. Interventions multiply: two that each keep one in ten of those who would leave keep 19 in 100, not 20. Enter only what the turnover entered does not already contain.',
  reach: 'subtree',
  fields: [
    { key: 'name', label: 'Name', description: 'What is done.', isRequired: true, kind: 'text' },
    {
      key: 'staffGroup',
      label: 'Staff group',
      description: 'Whom it is for. Left empty, all staff groups.',
      isRequired: false,
      kind: 'staff-group',
    },
    {
      ...SHARE,
      key: 'effect',
      label: 'Effect on those covered',
      description: 'Share by which the chance of leaving of one’s own accord falls for a person covered.',
      isRequired: true,
    },
    {
      ...SHARE,
      key: 'coverage',
      label: 'Coverage',
      description: 'Share of the staff covered once it is fully in place.',
      isRequired: true,
    },
    {
      key: 'startMonth',
      label: 'Start',
      description: 'First month with any coverage.',
      isRequired: true,
      kind: 'month',
    },
    {
      key: 'fullMonth',
      label: 'Full coverage',
      description:
        'First month with full coverage; coverage grows evenly until then. Left empty, it is full from the start.',
      isRequired: false,
      kind: 'month',
    },
    {
      key: 'participationChange',
      label: 'Change of participation',
      description:
        'Relative change of WTE per head of those covered, for instance -5 % where flexible working lets people work fewer hours. Left empty, none.',
      isRequired: false,
      kind: 'number',
      unit: 'share',
      minimum: -0.5,
      maximum: 0.5,
      decimals: 1,
    },
    {
      key: 'costAYear',
      label: 'Cost a year',
      description:
        'Pounds a year of each organisation that it acts on, from the first month with any coverage on.',
      isRequired: true,
      kind: 'number',
      unit: 'pounds',
      minimum: 0,
      maximum: 1e9,
      decimals: 0,
    },
    {
      key: 'evidence',
      label: 'Evidence',
      description: 'What effect and coverage rest on: study, own evaluation, judgement.',
      isRequired: true,
      kind: 'text',
    },
  ],
  feeds: ['growth', 'retention', 'representation', 'temporary-staffing', 'pay-bill'],
};
