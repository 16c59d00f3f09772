import type { RegisterDefinition, RegisterField } from '../register/register-definition';
import { NEW_ROLES } from './new-roles';

const NAME: RegisterField = {
  key: 'name',
  label: 'Name',
  description: 'What the entry is called in tables and notices.',
  isRequired: true,
  kind: 'text',
};

/** Programmes that turn people of one group or band into another's. */
export const CONVERSION_PROGRAMMES: RegisterDefinition = {
  key: 'skill-mix.conversion-programmes',
  module: 'skill-mix',
  label: 'Conversion programmes',
  description:
    'Own staff who train for another group or band: they start, stay in their post while they learn, and move once they complete. Beside the conversions entered as a number a year, which have no lag.',
  reach: 'organisation',
  feeds: ['growth', 'pay-bill', 'representation'],
  fields: [
    NAME,
    {
      key: 'fromGroup',
      label: 'From staff group',
      description: 'Group that the learners belong to until they complete.',
      isRequired: true,
      kind: 'staff-group',
    },
    {
      key: 'fromBand',
      label: 'From band',
      description:
        'Band of the learners; left out, bands 2 to 4 in proportion to their people (any band where the group has none of these).',
      isRequired: false,
      kind: 'band',
    },
    {
      key: 'toGroup',
      label: 'To staff group',
      description: 'Group that they join on completion.',
      isRequired: true,
      kind: 'staff-group',
    },
    {
      key: 'toBand',
      label: 'To band',
      description: 'Band in which they start; left out, band 5 where the group uses it, else its lowest.',
      isRequired: false,
      kind: 'band',
    },
    {
      key: 'startsByYear',
      label: 'Starts a year',
      description: 'People who start training in the year, a twelfth each month.',
      isRequired: true,
      kind: 'number-by-year',
      unit: 'headcount-a-year',
      minimum: 0,
      maximum: 50000,
      decimals: 1,
    },
    {
      key: 'lagMonths',
      label: 'Months of training',
      description: 'From the start to the first month in the new group.',
      isRequired: true,
      kind: 'number',
      unit: 'months',
      minimum: 0,
      maximum: 84,
      decimals: 0,
    },
    {
      key: 'completionRate',
      label: 'Completion rate',
      description: 'Share of those who start who complete; the others stay where they are.',
      isRequired: true,
      kind: 'number',
      unit: 'share',
      minimum: 0,
      maximum: 1,
      decimals: 1,
    },
    {
      key: 'learnersAtStart',
      label: 'Learners at the baseline',
      description:
        'People already in training at the baseline month; they complete evenly over the training.',
      isRequired: false,
      kind: 'number',
      unit: 'headcount',
      minimum: 0,
      maximum: 50000,
      decimals: 1,
    },
    {
      key: 'learnersPerSupervisor',
      label: 'Learners per registered WTE',
      description:
        'Most learners at a time for one WTE of the supervising group in post at the baseline; left out, no limit. Starts beyond it are reported as unmet.',
      isRequired: false,
      kind: 'number',
      unit: 'ratio',
      minimum: 0,
      maximum: 5,
      decimals: 2,
    },
    {
      key: 'supervisingGroup',
      label: 'Supervising group',
      description: 'Group that supervises the learners; left out, the group that they join.',
      isRequired: false,
      kind: 'staff-group',
    },
  ],
};

/** Work of one group that another group or a new role takes over. */
export const SUBSTITUTIONS: RegisterDefinition = {
  key: 'skill-mix.substitutions',
  module: 'skill-mix',
  label: 'Substitutions and new roles',
  description:
    "Posts of one group that take over work of another: its requirement falls by WTE x coverage, the substitutes' requirement and funded posts rise by the WTE, as far as the floor for the registered share allows. The people come by recruitment or conversion.",
  reach: 'organisation',
  feeds: ['growth', 'sickness-absence', 'temporary-staffing', 'pay-bill'],
  fields: [
    NAME,
    {
      key: 'staffGroup',
      label: 'Staff group',
      description: 'Group whose work is taken over.',
      isRequired: true,
      kind: 'staff-group',
    },
    {
      key: 'substituteGroup',
      label: 'Substitute group',
      description: 'Group in which the substitutes count.',
      isRequired: true,
      kind: 'staff-group',
    },
    {
      key: 'role',
      label: 'Role',
      description:
        'New role, if it is one. An entry whose substitute group is not the one in which the role counts is not applied: nursing associates count as support, physician assistants never as doctors.',
      isRequired: false,
      kind: 'choice',
      choices: NEW_ROLES,
    },
    {
      key: 'substituteFte',
      label: 'Substitutes, WTE',
      description:
        'WTE of substitutes at 31 March of the year beyond those at the baseline, built up evenly over the year.',
      isRequired: true,
      kind: 'number-by-year',
      unit: 'fte',
      minimum: 0,
      maximum: 100000,
      decimals: 1,
    },
    {
      key: 'coverage',
      label: 'Coverage',
      description:
        'WTE of the requirement that one substitute WTE covers; 0 for a role that adds to the team.',
      isRequired: true,
      kind: 'number',
      unit: 'ratio',
      minimum: 0,
      maximum: 2,
      decimals: 2,
    },
    {
      key: 'posts',
      label: 'Funded posts of the staff group',
      description: 'Whether the posts whose work is taken over are kept (the default) or released.',
      isRequired: false,
      kind: 'choice',
      choices: [
        { code: 'kept', label: 'Kept' },
        { code: 'released', label: 'Released' },
      ],
    },
  ],
};

export const SKILL_MIX_REGISTERS: readonly RegisterDefinition[] = [CONVERSION_PROGRAMMES, SUBSTITUTIONS];
