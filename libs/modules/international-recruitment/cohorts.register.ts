import type { RegisterDefinition } from '../register/register-definition';

/** Offers to people abroad, cohort by cohort. */
export const COHORTS: RegisterDefinition = {
  key: 'international-recruitment.cohorts',
  module: 'international-recruitment',
  label: 'International cohorts',
  description:
    'Offers to people abroad. Countries on the red list in force at the offer are refused, those on the amber list flagged. Offers made before the baseline month count with those who arrive, wait or register after it.',
  reach: 'organisation',
  fields: [
    { key: 'name', label: 'Name', description: 'Name of the cohort.', isRequired: true, kind: 'text' },
    {
      key: 'staffGroup',
      label: 'Staff group',
      description: 'The group that they join once registered.',
      isRequired: true,
      kind: 'staff-group',
    },
    {
      key: 'country',
      label: 'Country',
      description: 'Country recruited from, three-letter code of ISO 3166-1, for instance IND or PHL.',
      isRequired: true,
      kind: 'text',
    },
    {
      key: 'offers',
      label: 'Offers',
      description: 'People offered a post, over all months of the cohort.',
      isRequired: true,
      kind: 'number',
      unit: 'headcount',
      minimum: 0,
      maximum: 20000,
      decimals: 0,
    },
    {
      key: 'firstMonth',
      label: 'First month of offers',
      description: 'Month of the offers, or the first of several.',
      isRequired: true,
      kind: 'month',
    },
    {
      key: 'lastMonth',
      label: 'Last month of offers',
      description:
        'Offers are spread evenly from the first month to this one. Left empty, all are made in the first.',
      isRequired: false,
      kind: 'month',
    },
    {
      key: 'source',
      label: 'Source',
      description: 'Agency, partner trust, government agreement or direct.',
      isRequired: false,
      kind: 'text',
    },
  ],
  feeds: ['growth', 'international-recruitment', 'representation', 'pay-bill'],
};
