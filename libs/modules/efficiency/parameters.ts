import type { ParameterDefinition } from '../registry/parameter-definition';

/** Efficiency: productivity, which lowers the requirement. */
export const EFFICIENCY_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'efficiency.productivity',
    module: 'efficiency',
    label: 'Productivity',
    description:
      'Growth of output per FTE over the year, compounding; lowers the requirement for the same activity. Organisations in deficit were asked for a further 0.5 %. Do not count here what skill mix or lower sickness already delivers.',
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
];
