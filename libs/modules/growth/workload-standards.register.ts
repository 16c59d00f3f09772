import type { RegisterDefinition, RegisterField } from '../register/register-definition';

interface NumberField {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly maximum: number;
  readonly minimum?: number;
  readonly decimals?: number;
}

function number({ minimum = 0, decimals = 1, ...field }: NumberField): RegisterField {
  return { ...field, minimum, decimals, isRequired: true, kind: 'number', unit: 'number' };
}

/** Activity that needs staff by a workload standard (Workload Indicators of Staffing Need). */
export const WORKLOAD_STANDARDS: RegisterDefinition = {
  key: 'growth.workload-standards',
  module: 'growth',
  label: 'Workload standards',
  description:
    'Activity-driven work: required WTE = activity x hours per unit / available working hours of one WTE / (1 - allowance). From the first year with activity it stands in place of the share of the group it covers.',
  reach: 'organisation',
  fields: [
    {
      key: 'activity',
      label: 'Activity',
      description: 'What is counted: visits, episodes, contacts.',
      isRequired: true,
      kind: 'text',
    },
    {
      key: 'staffGroup',
      label: 'Staff group',
      description: 'Who does the work.',
      isRequired: true,
      kind: 'staff-group',
    },
    {
      key: 'units',
      label: 'Units of activity',
      description:
        'Units a year, demography and other growth included; a year holds until the next one given.',
      isRequired: true,
      kind: 'number-by-year',
      unit: 'number',
      minimum: 0,
      maximum: 1e9,
      decimals: 0,
    },
    number({
      key: 'hoursPerUnit',
      label: 'Hours per unit',
      description: 'Working hours of this staff group for one unit, at the productivity of the baseline.',
      maximum: 1000,
      decimals: 2,
    }),
    number({
      key: 'weeks',
      label: 'Weeks a year',
      description: 'Weeks of a working year before leave, 52 or the like.',
      minimum: 1,
      maximum: 53,
    }),
    number({
      key: 'daysAWeek',
      label: 'Days a week',
      description: 'Working days of one WTE a week.',
      minimum: 0.5,
      maximum: 7,
    }),
    number({
      key: 'daysAbsent',
      label: 'Days away',
      description: 'Days of leave, public holidays, sickness and training of one WTE a year.',
      maximum: 365,
    }),
    number({
      key: 'hoursADay',
      label: 'Hours a day',
      description: 'Working hours of one WTE a day.',
      minimum: 0.5,
      maximum: 24,
      decimals: 2,
    }),
    {
      key: 'allowance',
      label: 'Allowance',
      description:
        'Share of working time that goes to everything but this activity: meetings, records, supervision.',
      isRequired: true,
      kind: 'number',
      unit: 'share',
      minimum: 0,
      maximum: 0.95,
      decimals: 1,
    },
    {
      key: 'share',
      label: "Share of the group's work",
      description: "Share of the group's requirement at the baseline that the standard stands in place of.",
      isRequired: true,
      kind: 'number',
      unit: 'share',
      minimum: 0,
      maximum: 1,
      decimals: 1,
    },
  ],
  feeds: ['growth'],
};
