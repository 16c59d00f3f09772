import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

function participation(value: number): ParameterDefault {
  return { value, source: 'default_ranges.csv: fte_per_head, England, December 2024', status: 'derived' };
}

/** FTE per head: at the start where only FTE is known, and its change. */
export const PARTICIPATION_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'retention.participation-change',
    module: 'retention',
    label: 'Change of participation',
    description:
      'Relative change over the year of contracted FTE per head of the people in post (flexible working, hours changes). Negative when people work fewer hours.',
    unit: 'share-a-year',
    minimum: -0.3,
    maximum: 0.3,
    plausibleMinimum: -0.02,
    plausibleMaximum: 0.02,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, low: -0.005, high: 0.005, source: 'No change until stated', status: 'judgement' },
    feeds: ['growth', 'pay-bill'],
  },
  {
    key: 'retention.participation-at-start',
    module: 'retention',
    label: 'Participation where headcount is unknown',
    description:
      'FTE per head, used only where the baseline has FTE but no headcount: headcount is then FTE divided by this.',
    unit: 'fte-per-head',
    minimum: 0.1,
    maximum: 1,
    plausibleMinimum: 0.6,
    decimals: 2,
    perStaffGroup: true,
    perYear: false,
    default: participation(0.89),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': participation(0.91),
      midwives: participation(0.82),
      'hchs-doctors': participation(0.92),
      'scientific-therapeutic-and-technical-staff': participation(0.88),
      'ambulance-staff': participation(0.93),
      'support-to-doctors-nurses-and-midwives': participation(0.87),
      'support-to-scientific-therapeutic-and-technical-staff': participation(0.89),
      'support-to-ambulance-staff': participation(0.91),
      'hotel-property-and-estates': participation(0.8),
      'central-functions': participation(0.92),
      managers: participation(0.96),
    },
    feeds: ['growth'],
  },
];
