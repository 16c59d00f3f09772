import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

const PLAN = 'system-plan';

/** The five financial tests of the long-term plan. */
export const FINANCIAL_TESTS = [
  { code: 'balance', label: '1. Return to financial balance' },
  { code: 'productivity', label: '2. Cash-releasing productivity growth of at least 1.1 % a year' },
  { code: 'demand', label: '3. Reduce the growth in demand through integration and prevention' },
  { code: 'variation', label: '4. Reduce unjustified variation in performance' },
  { code: 'capital', label: '5. Make better use of capital and existing assets' },
];

/** Funding on which lines of the plan can rest. */
const FUNDING = [
  { code: 'fair-share', label: 'Fair share, secured once the region has agreed' },
  { code: 'targeted', label: 'Targeted, for a time' },
  { code: 'allocation', label: 'Base allocation' },
  { code: 'spending-review', label: 'Depends on a spending review' },
  { code: 'capital', label: 'Capital' },
  { code: 'education-and-training', label: 'Education and training' },
  { code: 'public-health', label: 'Public health' },
  { code: 'social-care', label: 'Social care' },
];

/** Productivity, money and what the plan leans on. */
export const PLAN_MONEY_SECTIONS: readonly SectionDefinition[] = [
  {
    key: 'financial-tests',
    document: PLAN,
    part: 'efficiency',
    label: 'Five financial tests',
    description: 'How the workforce plan meets each test.',
    requirements: ['SR76', 'SR77', 'SR78'],
    shape: 'list',
    fixedRows: { field: 'test', codes: FINANCIAL_TESTS.map(({ code }) => code) },
    fewest: FINANCIAL_TESTS.length,
    fields: [
      ask.choice(['test', 'Test', 'Of the long-term plan.'], FINANCIAL_TESTS),
      ask.choice(
        ['status', 'Status', 'As the plan stands.'],
        [
          { code: 'met', label: 'Met' },
          { code: 'on-course', label: 'On course' },
          { code: 'not-met', label: 'Not met' },
        ],
      ),
      ask.paragraphs(['evidence', 'Evidence', 'With the workforce lines that it rests on.']),
    ],
  },
  {
    key: 'financial-positions',
    document: PLAN,
    part: 'efficiency',
    label: 'Control totals and deficits',
    description:
      'Control total of pay by year for the system, and the organisations in deficit. The pay bill of the plan is held against it.',
    requirements: ['SR09', 'SR10', 'SR16', 'SR27'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'The system itself, or one of its organisations.']),
      ask.financialYear(['year', 'Year', 'Financial year.']),
      ask.choice(
        ['position', 'Position', 'Financial state in the year.'],
        [
          { code: 'balance', label: 'Balance or surplus' },
          { code: 'deficit', label: 'Deficit' },
        ],
      ),
      ask.pounds(['controlTotal', 'Control total of pay', 'Cash-terms pounds in the year.'], ask.OPTIONAL),
      ask.text(
        ['recovery', 'Path of recovery', 'How it comes back to balance.'],
        ask.when('position', 'deficit'),
      ),
    ],
  },
  {
    key: 'contingent-lines',
    document: PLAN,
    part: 'efficiency',
    label: 'Contingent lines',
    description:
      'Staff who rest on money that is not certain or ends. Fair-share lines count as secured only once the region has agreed this version.',
    requirements: ['SR06', 'SR07', 'SR13', 'SR15', 'SR37', 'SR67', 'SR84'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.text(['line', 'Line', 'What it pays for.']),
      ask.choice(['funding', 'Funding', 'What it rests on.'], FUNDING),
      ask.choice(
        ['state', 'State of the funding', 'As known today.'],
        [
          { code: 'confirmed', label: 'Confirmed' },
          { code: 'assumed', label: 'Assumed' },
        ],
      ),
      ask.organisation(['organisation', 'Organisation', 'Which employs them.']),
      ask.staffGroup(['staffGroup', 'Staff group', 'Whom it pays.']),
      ask.wte(['wte', 'WTE', 'At its height.']),
      ask.pounds(['money', 'Money a year', 'Cash-terms pounds.'], ask.OPTIONAL),
      ask.financialYear(['from', 'From', 'First financial year.']),
      ask.financialYear(
        ['until', 'Until', 'Last financial year; empty where it does not end.'],
        ask.OPTIONAL,
      ),
      ask.text(
        ['after', 'What follows its end', 'For posts that end with the money.'],
        ask.when('funding', 'targeted'),
      ),
    ],
  },
  {
    key: 'administration-savings',
    document: PLAN,
    part: 'efficiency',
    label: 'Administration savings',
    description: "Each organisation's share of the system's savings in administration costs.",
    requirements: ['SR82'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'An organisation of the system.']),
      ask.financialYear(['year', 'Year', 'Financial year.']),
      ask.pounds(['saving', 'Saving', 'Cash-terms pounds in the year.']),
      ask.wte(['wte', 'WTE', 'Posts in administration that go.'], ask.OPTIONAL),
    ],
  },
  {
    key: 'rostering-levels',
    document: PLAN,
    part: 'efficiency',
    label: 'E-rostering and job planning',
    description: 'Level of attainment now and aimed for, by organisation and staff group.',
    requirements: ['SR79'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'An organisation of the system.']),
      ask.staffGroup(['staffGroup', 'Staff group', 'Whose rosters or job plans.']),
      ask.choice(
        ['instrument', 'Instrument', 'Which of the two.'],
        [
          { code: 'e-rostering', label: 'E-rostering' },
          { code: 'job-planning', label: 'E-job planning' },
        ],
      ),
      ask.choice(['level', 'Level now', 'Level of attainment.'], ask.ATTAINMENT_LEVELS),
      ask.choice(['target', 'Level aimed for', 'Level of attainment.'], ask.ATTAINMENT_LEVELS),
      ask.financialYear(['by', 'By the end of', 'Financial year.']),
    ],
  },
  {
    key: 'unfunded-priorities',
    document: PLAN,
    part: 'efficiency',
    label: 'Prioritised list beyond the money',
    description: 'What the system would do next, in order.',
    requirements: ['SR85', 'SR101'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.rank(['rank', 'Rank', '1 comes first.']),
      ask.text(['ask', 'What it is', 'One line.']),
      ask.wte(['wte', 'WTE', 'Staff it takes.'], ask.OPTIONAL),
      ask.pounds(['money', 'Money a year', 'Cash-terms pounds.']),
    ],
  },
];
