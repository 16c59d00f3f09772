import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

const PLAN = 'system-plan';

const POOLS = [
  { code: 'now', label: 'Ready now' },
  { code: '1-2-years', label: 'Ready in 1 to 2 years' },
  { code: '3-5-years', label: 'Ready in 3 to 5 years' },
];

/** Leadership and culture with the single talent management process, and the best place to work. */
export const PLAN_PEOPLE_SECTIONS: readonly SectionDefinition[] = [
  {
    key: 'leadership-and-culture',
    document: PLAN,
    part: 'leadership',
    label: 'Leadership and culture',
    description: 'The values and behaviours expected of senior leaders, and how the system lives by them.',
    requirements: ['SR47'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.paragraphs(['values', 'Values and behaviours', 'The published statement.']),
      ask.paragraphs([
        'compassionateLeadership',
        'How leaders are developed',
        'Programmes and who takes part.',
      ]),
      ask.paragraphs(['talent', 'Talent management', 'How the single process works across the footprint.']),
    ],
  },
  {
    key: 'values-adoption',
    document: PLAN,
    part: 'leadership',
    label: 'Adoption of the values',
    description: 'The day on which each organisation adopted the values and behaviours.',
    requirements: ['SR47'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'An organisation of the system.']),
      ask.day(['adoptedOn', 'Adopted on', 'Day of the decision, past or planned.']),
    ],
  },
  {
    key: 'succession-cover',
    document: PLAN,
    part: 'leadership',
    label: 'Succession cover of senior posts',
    description: 'For each senior post, how many people could follow, by when they are ready.',
    requirements: ['SR48'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'Where the post is.']),
      ask.text(['post', 'Senior post', 'For instance chief nurse.']),
      ask.people(['readyNow', 'Ready now', 'People.']),
      ask.people(['readySoon', 'Ready in 1 to 2 years', 'People.']),
      ask.people(['readyLater', 'Ready in 3 to 5 years', 'People.']),
    ],
  },
  {
    key: 'talent-process-adoption',
    document: PLAN,
    part: 'leadership',
    label: 'Use of the single talent process',
    description: 'Which organisations use the one process of the footprint, and in which version.',
    requirements: ['SR48'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'An organisation of the system.']),
      ask.choice(
        ['use', 'Use', 'How far it uses the process.'],
        [
          { code: 'in-full', label: 'In full' },
          { code: 'in-part', label: 'In part' },
          { code: 'not-yet', label: 'Not yet' },
        ],
      ),
      ask.text(['version', 'Version', 'Of the process.'], ask.when('use', 'in-full', 'in-part')),
      ask.day(['since', 'Since, or planned for', 'Day.'], ask.OPTIONAL),
    ],
  },
  {
    key: 'talent-pool-diversity',
    document: PLAN,
    part: 'leadership',
    label: 'Diversity of the talent pool',
    description:
      'Shares of the pool, rounded to 5 %, and only where it has 20 people or more: smaller pools say so and no more.',
    requirements: ['SR48', 'SR49'],
    shape: 'list',
    fixedRows: { field: 'pool', codes: POOLS.map(({ code }) => code) },
    fewest: POOLS.length,
    fields: [
      ask.choice(['pool', 'Pool', 'By readiness.'], POOLS),
      ask.choice(
        ['size', 'Size of the pool', 'Shares are given for 20 people or more.'],
        [
          { code: '20-or-more', label: '20 people or more' },
          { code: 'under-20', label: 'Fewer than 20 people' },
        ],
      ),
      ask.percent(
        ['bme', 'BME, as WRES', 'Share of the pool, to the nearest 5 %.'],
        ask.when('size', '20-or-more'),
      ),
      ask.percent(
        ['disabled', 'Disabled', 'Share of the pool, to the nearest 5 %.'],
        ask.when('size', '20-or-more'),
      ),
      ask.percent(
        ['women', 'Women', 'Share of the pool, to the nearest 5 %.'],
        ask.when('size', '20-or-more'),
      ),
    ],
  },
  {
    key: 'best-place-to-work',
    document: PLAN,
    part: 'best-place-to-work',
    label: 'Best place to work',
    description: 'What makes the system a place where people come and stay.',
    requirements: ['SR49', 'SR51', 'SR52', 'SR53', 'SR55'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.paragraphs([
        'offer',
        'Offer to staff',
        'Development, recognition, housing and other parts of the offer.',
      ]),
      ask.paragraphs([
        'wellbeing',
        'Health and wellbeing',
        'Actions, and what they do for sickness absence.',
      ]),
      ask.paragraphs(['flexibleWorking', 'Flexible working', 'Patterns offered, requests granted.']),
      ask.paragraphs(['inclusion', 'Inclusion', 'Answers to the race and disability equality standards.']),
    ],
  },
];
