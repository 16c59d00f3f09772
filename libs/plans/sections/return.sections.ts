import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

const RETURN = 'organisation-return';

/** What an organisation says beside its projection. */
export const RETURN_SECTIONS: readonly SectionDefinition[] = [
  {
    key: 'statement',
    document: RETURN,
    part: 'summary',
    label: 'Statement',
    description: 'What the organisation plans, in brief.',
    requirements: ['SR02', 'SR21'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.paragraphs(['summary', 'Summary', 'What changes for staff over the years of the plan.']),
      ask.paragraphs(['realism', 'Why it is realistic', 'What the assumptions rest on.']),
    ],
  },
  {
    key: 'financial-position',
    document: RETURN,
    part: 'efficiency',
    label: 'Financial position',
    description: 'Balance or deficit, and the control total of pay, by year.',
    requirements: ['SR09', 'SR10'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.financialYear(['year', 'Year', 'Financial year.']),
      ask.choice(
        ['position', 'Position', 'Financial state in the year.'],
        [
          { code: 'balance', label: 'Balance or surplus' },
          { code: 'deficit', label: 'Deficit' },
        ],
      ),
      ask.pounds(['controlTotal', 'Control total of pay', 'Cash-terms pounds in the year.'], ask.OPTIONAL),
    ],
  },
  {
    key: 'return-risks',
    document: RETURN,
    part: 'assurance',
    label: 'Risks',
    description: "What could keep the organisation's plan from coming true.",
    requirements: ['SR02'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.text(['risk', 'Risk', 'Cause, event, effect.']),
      ask.score(['likelihood', 'Likelihood', '1 (rare) to 5 (almost certain).']),
      ask.score(['impact', 'Impact', '1 (slight) to 5 (severe).']),
      ask.paragraphs(['mitigation', 'Mitigation', 'What is done about it.']),
    ],
  },
];
