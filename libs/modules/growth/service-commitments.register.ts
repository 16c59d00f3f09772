import type { RegisterDefinition } from '../register/register-definition';

/** What services are committed to; each commitment carries a workforce line or a stated nil. */
export const SERVICE_COMMITMENTS = [
  { code: 'out-of-hospital', label: 'Out-of-hospital care and primary care networks' },
  { code: 'urgent-and-emergency-care', label: 'Urgent and emergency care' },
  { code: 'personalised-care', label: 'Personalised care' },
  { code: 'digital-primary-care-and-outpatients', label: 'Digital primary care and outpatients' },
  { code: 'cancer', label: 'Cancer' },
  { code: 'mental-health', label: 'Mental health, learning disability and autism' },
  { code: 'planned-care', label: 'Planned care' },
  { code: 'prevention', label: 'Prevention' },
  { code: 'research', label: 'Research and innovation' },
  { code: 'other-commitment', label: 'Another commitment' },
] as const;

/** Commitments that every plan answers, with a line or a stated nil. */
export const COMMITMENTS_TO_ANSWER = SERVICE_COMMITMENTS.filter(
  ({ code }) => code !== 'other-commitment' && code !== 'research',
);

/** Work of a staff group by service commitment. */
export const SERVICE_COMMITMENT_LINES: RegisterDefinition = {
  key: 'growth.service-commitments',
  module: 'growth',
  label: 'Service commitments',
  description:
    "What each service commitment means for a staff group: its share of the group's work at the baseline and how that work grows, or a stated nil. What no commitment takes of a group is other work, which grows with the growth of activity only.",
  reach: 'organisation',
  fields: [
    {
      key: 'commitment',
      label: 'Service commitment',
      description: 'The commitment of the plan.',
      isRequired: true,
      kind: 'choice',
      choices: SERVICE_COMMITMENTS,
    },
    {
      key: 'statement',
      label: 'Workforce line or nil',
      description:
        'A line gives a share and its growth; a nil says that the commitment needs no workforce change.',
      isRequired: true,
      kind: 'choice',
      choices: [
        { code: 'workforce-line', label: 'Workforce line' },
        { code: 'stated-nil', label: 'Stated nil' },
      ],
    },
    {
      key: 'staffGroup',
      label: 'Staff group',
      description: 'Whose work it is. A nil without a staff group is one for all of them.',
      isRequired: false,
      kind: 'staff-group',
    },
    {
      key: 'share',
      label: "Share of the group's work",
      description: "Share of the group's requirement at the baseline that this commitment takes.",
      isRequired: false,
      kind: 'number',
      unit: 'share',
      minimum: 0,
      maximum: 1,
      decimals: 1,
    },
    {
      key: 'growth',
      label: 'Growth of the work',
      description:
        'Growth over each year, before productivity, on top of the growth of activity that acts on all work.',
      isRequired: false,
      kind: 'number-by-year',
      unit: 'share-a-year',
      minimum: -0.5,
      maximum: 1,
      decimals: 1,
    },
    {
      key: 'reason',
      label: 'Basis',
      description: 'Where share and growth come from, or why there is nothing to plan.',
      isRequired: false,
      kind: 'text',
    },
  ],
  feeds: ['growth'],
};
