import type { ParameterDefinition } from '../registry/parameter-definition';

const SOURCE =
  'Judgement on normal pension ages of 55, 60 and 65 (R10); with the ages of England’s nurses (September 2012) they give 2.3 % a year, about 2 % were published';

/** Age classes of the retirement profile: first age, and the chance of retiring in a year. */
const CLASSES = [
  { name: 'age-fifty-to-fifty-four', words: '50 to 54', value: 0.02 },
  { name: 'age-fifty-five-to-fifty-nine', words: '55 to 59', value: 0.1 },
  { name: 'age-sixty-to-sixty-four', words: '60 to 64', value: 0.2 },
  { name: 'age-sixty-five-and-over', words: '65 and over', value: 0.3 },
] as const;

/** Keys of the profile, youngest class first; the first class begins at 50, each is five years wide. */
export const RETIREMENT_PROFILE_KEYS = CLASSES.map(({ name }) => `retention.retirement-${name}`);

/** Retirement by age. */
export const RETIREMENT_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'retention.retirement-by-age',
    module: 'retention',
    label: 'Retirement by age',
    description:
      'Whether retirement follows the ages of the staff. It does only where the baseline has age bands with known ages; else it is a rate of the group. The group’s retirements at the baseline stay those of its turnover and share; later ones follow its ageing.',
    unit: 'choice',
    choices: [
      { value: 0, label: 'a rate of the group' },
      { value: 1, label: 'by age' },
    ],
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: true,
    perYear: false,
    default: { value: 1, source: 'Projection model, section 2', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  ...CLASSES.map(({ name, words, value }): ParameterDefinition => ({
    key: `retention.retirement-${name}`,
    module: 'retention',
    label: `Retirement profile: ${words}`,
    description: `Chance in a year of retiring at the ages ${words}. Only the relation between the ages counts: the level follows from turnover. Nobody retires by age before 50.`,
    unit: 'share-a-year',
    minimum: 0,
    maximum: 0.95,
    decimals: 0,
    perStaffGroup: true,
    perYear: false,
    default: { value, source: SOURCE, status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  })),
];
