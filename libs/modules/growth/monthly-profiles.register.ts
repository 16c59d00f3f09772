import { JOINER_SOURCES, type JoinerSource } from '#engine';

import type { RegisterDefinition, RegisterField } from '../register/register-definition';
import { SOURCE_LABELS } from './report';

/** A year's total, or a year's chance of leaving, that is divided over its months. */
export type ProfiledFlow = ProfiledSource | 'leavers' | 'planned-exits' | 'conversions';

/** Those who retire and return follow their retirement by a lag. */
type ProfiledSource = Exclude<JoinerSource, 'retire-and-return'>;

const PROFILED_SOURCES = JOINER_SOURCES.filter(
  (source): source is ProfiledSource => source !== 'retire-and-return',
);

/** Fields of the twelve months, in the order of the financial year. */
export const PROFILE_MONTHS = [
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'january',
  'february',
  'march',
] as const;

function monthField(month: (typeof PROFILE_MONTHS)[number]): RegisterField {
  return {
    key: month,
    label: month.charAt(0).toUpperCase() + month.slice(1),
    description: "Share of the year's total that falls in the month.",
    isRequired: true,
    kind: 'number',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
  };
}

/** How the total of a year falls on its months, where the national season does not fit. */
export const MONTHLY_PROFILES: RegisterDefinition = {
  key: 'growth.monthly-profiles',
  module: 'growth',
  label: 'Monthly profiles',
  description:
    "How joiners of a source, leavers, planned exits or conversions fall on the months of a year, in place of the national season. The year's total does not change. A profile of a staff group goes before one of all groups, one of the first year before one of all years.",
  reach: 'organisation',
  fields: [
    {
      key: 'flow',
      label: 'Flow',
      description: 'What is divided over the months.',
      isRequired: true,
      kind: 'choice',
      choices: [
        ...PROFILED_SOURCES.map((source) => ({ code: source, label: `Joiners: ${SOURCE_LABELS[source]}` })),
        { code: 'leavers', label: 'Leavers (their chance of leaving)' },
        { code: 'planned-exits', label: 'Planned exits' },
        { code: 'conversions', label: 'Conversions from support staff' },
      ],
    },
    {
      key: 'staffGroup',
      label: 'Staff group',
      description: 'Left empty, the profile is that of every staff group.',
      isRequired: false,
      kind: 'staff-group',
    },
    {
      key: 'years',
      label: 'Years',
      description: 'The first year of the round only, or every year.',
      isRequired: true,
      kind: 'choice',
      choices: [
        { code: 'first-year', label: 'First year only' },
        { code: 'all-years', label: 'All years' },
      ],
    },
    ...PROFILE_MONTHS.map(monthField),
  ],
  feeds: ['growth', 'training-supply', 'retention', 'skill-mix', 'pay-bill'],
};
