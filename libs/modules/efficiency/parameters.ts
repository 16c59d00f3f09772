import type { ParameterDefinition } from '../registry/parameter-definition';

/** Efficiency: productivity, which lowers the requirement. */
export const EFFICIENCY_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'efficiency.productivity',
    module: 'efficiency',
    label: 'Productivity',
    description:
      'Growth of output per FTE over the year, compounding; lowers the requirement for the same activity. What organisations in deficit add is an assumption of its own. Efficiency schemes, skill mix and lower sickness that deliver a part of it are compared with it, and what is claimed twice is reported.',
    unit: 'share-a-year',
    minimum: -0.2,
    maximum: 0.2,
    plausibleMinimum: -0.01,
    plausibleMaximum: 0.03,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.011,
      low: 0,
      high: 0.016,
      source: 'targets.json: 1.1 % a year, NHS Long Term Plan Implementation Framework, 2019/20-2023/24',
      status: 'published',
    },
    feeds: ['growth'],
  },
  {
    key: 'efficiency.in-deficit',
    module: 'efficiency',
    label: 'Organisation in deficit',
    description:
      'Whether the organisation plans the year in deficit. Then its further productivity is added to that of every staff group.',
    unit: 'choice',
    choices: [
      { value: 0, label: 'not in deficit' },
      { value: 1, label: 'in deficit' },
    ],
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: false,
    perYear: true,
    default: { value: 0, source: 'Not in deficit until the organisation says so', status: 'judgement' },
    feeds: ['growth'],
  },
  {
    key: 'efficiency.deficit-productivity',
    module: 'efficiency',
    label: 'Further productivity in deficit',
    description:
      'Growth of output per FTE over the year that an organisation in deficit adds to its productivity (1.1 % and 0.5 % make 1.6 %).',
    unit: 'share-a-year',
    minimum: 0,
    maximum: 0.1,
    plausibleMaximum: 0.02,
    decimals: 1,
    perStaffGroup: false,
    perYear: true,
    default: {
      value: 0.005,
      source:
        'targets.json: further 0.5 % a year for providers in deficit, NHS Long Term Plan Implementation Framework, 2019/20-2023/24',
      status: 'published',
    },
    feeds: ['growth'],
  },
];
