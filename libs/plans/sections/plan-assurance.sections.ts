import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

const PLAN = 'system-plan';

/** Those whom a plan is made with; the gaps of the log are told by them. */
export const STAKEHOLDER_TYPES = [
  { code: 'staff', label: 'Staff and trade unions' },
  { code: 'patients', label: 'Patients and the public' },
  { code: 'local-authority', label: 'Local authorities' },
  { code: 'public-health', label: 'Directors of public health' },
  { code: 'primary-care', label: 'Primary care' },
  { code: 'social-care', label: 'Social care' },
  { code: 'voluntary', label: 'Voluntary and community sector' },
  { code: 'governors', label: 'Governors' },
  { code: 'education', label: 'Universities and colleges' },
];

/** Engagement and risk. */
export const PLAN_ASSURANCE_SECTIONS: readonly SectionDefinition[] = [
  {
    key: 'stakeholder-log',
    document: PLAN,
    part: 'assurance',
    label: 'Stakeholder log',
    description: 'Who was heard, when, and what changed for it.',
    requirements: ['SR19', 'SR20', 'SR22'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.choice(['type', 'Stakeholders', 'Of which kind.'], STAKEHOLDER_TYPES),
      ask.text(['who', 'Who', 'Body or group; no names of people.']),
      ask.day(['on', 'On', 'Day.']),
      ask.text(['event', 'Event', 'Meeting, consultation, survey.']),
      ask.paragraphs(['outcome', 'What came of it', 'What they said, and what changed.']),
      ask.text(['evidence', 'Evidence', 'Minutes or report.'], ask.OPTIONAL),
    ],
  },
  {
    key: 'risks',
    document: PLAN,
    part: 'assurance',
    label: 'Risks',
    description: 'What could keep the plan from coming true.',
    requirements: ['SR02'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.text(['risk', 'Risk', 'Cause, event, effect.']),
      ask.score(['likelihood', 'Likelihood', '1 (rare) to 5 (almost certain).']),
      ask.score(['impact', 'Impact', '1 (slight) to 5 (severe).']),
      ask.paragraphs(['mitigation', 'Mitigation', 'What is done about it.']),
      ask.text(['owner', 'Owner', 'Role that answers for it.']),
    ],
  },
];
