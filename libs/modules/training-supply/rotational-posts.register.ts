import type { RegisterDefinition, RegisterField } from '../register/register-definition';

/** Grades of resident doctors, as pay bands name them. */
const GRADES = [
  { code: 'foundation-year-1', label: 'Foundation doctor year 1' },
  { code: 'foundation-year-2', label: 'Foundation doctor year 2' },
  { code: 'core-training', label: 'Core training' },
  { code: 'specialty-registrar', label: 'Specialty registrar' },
  { code: 'other-training', label: 'Another training grade' },
] as const;

/** When trainees rotate, and posts and fill rates of a year come into force. */
export const ROTATIONS = [
  { code: 'august-and-february', label: 'August and February' },
  { code: 'august', label: 'August' },
  { code: 'august-december-and-april', label: 'August, December and April' },
] as const;

const POSTS: readonly RegisterField[] = [
  {
    key: 'programme',
    label: 'Programme',
    description: 'Training programme, for instance core surgical training.',
    isRequired: true,
    kind: 'text',
  },
  {
    key: 'grade',
    label: 'Grade',
    description: 'Grade of the posts.',
    isRequired: true,
    kind: 'choice',
    choices: GRADES,
  },
  {
    key: 'staffGroup',
    label: 'Staff group',
    description: 'The group that the trainees work with; they are a line of their own beside it.',
    isRequired: true,
    kind: 'staff-group',
  },
  {
    key: 'posts',
    label: 'Posts',
    description:
      'Training posts, WTE, by financial year. A year comes into force at its first rotation and holds until the next one given, so the posts of the months before are those of the year before: enter them too.',
    isRequired: true,
    kind: 'number-by-year',
    unit: 'fte',
    minimum: 0,
    maximum: 10000,
    decimals: 1,
  },
  {
    key: 'fillRate',
    label: 'Fill rate',
    description: 'Share of the posts that are filled, by the same years.',
    isRequired: true,
    kind: 'number-by-year',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 0,
  },
];

const PLACE: readonly RegisterField[] = [
  {
    key: 'rotation',
    label: 'Rotation',
    description: 'Months in which trainees rotate; August and February unless stated.',
    isRequired: false,
    kind: 'choice',
    choices: ROTATIONS,
  },
  {
    key: 'ftePerHead',
    label: 'WTE per person',
    description: 'Contracted WTE of one trainee; 1 unless stated.',
    isRequired: false,
    kind: 'number',
    unit: 'fte-per-head',
    minimum: 0.2,
    maximum: 1,
    decimals: 2,
  },
  {
    key: 'leadEmployer',
    label: 'Lead employer',
    description:
      'Code of the organisation that employs them, where that is another one; they count here, at the host.',
    isRequired: false,
    kind: 'text',
  },
  {
    key: 'host',
    label: 'Host',
    description:
      'Code of the organisation where they work, where that is another one; they are employed here and count there.',
    isRequired: false,
    kind: 'text',
  },
];

/** Posts of rotational trainees (resident doctors). */
export const ROTATIONAL_POSTS: RegisterDefinition = {
  key: 'training-supply.rotational-posts',
  module: 'training-supply',
  label: 'Rotational training posts',
  description:
    'Posts of resident doctors by grade and programme. Trainees are posts times fill rate, never stock and flow: nobody leaves them by a turnover rate, and they are a line of their own. They count once, at their host.',
  reach: 'organisation',
  fields: [...POSTS, ...PLACE],
  feeds: ['training-supply', 'pay-bill'],
};
