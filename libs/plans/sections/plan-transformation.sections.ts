import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

const PLAN = 'system-plan';

const READINESS = [
  { code: 'ready', label: 'Ready' },
  { code: 'partly', label: 'Partly ready' },
  { code: 'not-ready', label: 'Not ready' },
];

const MATURITY_LEVELS = [
  { code: 'emerging', label: 'Emerging' },
  { code: 'developing', label: 'Developing' },
  { code: 'maturing', label: 'Maturing' },
  { code: 'thriving', label: 'Thriving' },
];

/** The five domains of the maturity matrix. */
export const MATURITY_DOMAINS = [
  { code: 'leadership', label: 'System leadership and partnerships, with an independent chair' },
  { code: 'integration', label: 'Integrated care, primary care networks and population health management' },
  { code: 'architecture', label: 'System architecture and strong financial management' },
  { code: 'delivery', label: 'Track record of delivery' },
  { code: 'footprint', label: 'Coherent and defined population' },
];

/** Transformation of the workforce, devolution readiness and maturity. */
export const PLAN_TRANSFORMATION_SECTIONS: readonly SectionDefinition[] = [
  {
    key: 'transformation',
    document: PLAN,
    part: 'transformation',
    label: 'Workforce transformation',
    description: 'How supply, roles and technology change the workforce.',
    requirements: ['SR56', 'SR57', 'SR63', 'SR64', 'SR65', 'SR66', 'SR87'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.paragraphs(['supply', 'Supply', 'Growth, retention, international recruitment, apprenticeships.']),
      ask.paragraphs(['roles', 'New roles and skill mix', 'Which work moves to whom.']),
      ask.paragraphs(['technology', 'Technology', 'What it frees, with its digital strategy.']),
      ask.paragraphs(
        ['sectors', 'All care sectors', 'Primary care, social care and partners.'],
        ask.OPTIONAL,
      ),
    ],
  },
  {
    key: 'pharmacy-role',
    document: PLAN,
    part: 'transformation',
    label: "Pharmacy staff's patient-facing share",
    description: 'Share of the time of pharmacy staff that they spend with patients.',
    requirements: ['SR81'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.percent(['shareNow', 'Share now', 'Of working time.']),
      ask.percent(['shareTarget', 'Share aimed for', 'Of working time.']),
      ask.financialYear(['by', 'By the end of', 'Financial year.']),
      ask.text(['basis', 'Basis', 'Where the shares come from.']),
    ],
  },
  {
    key: 'devolution',
    document: PLAN,
    part: 'devolution',
    label: 'Workforce devolution',
    description: 'Which workforce activity moves to the system, and how the system gets ready.',
    requirements: ['SR68', 'SR69'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.paragraphs(['approach', 'Approach', 'Capacity, capability, governance and ways of working.']),
      ask.paragraphs(['dataSharing', 'Data sharing', 'What is shared with whom, and on what legal basis.']),
    ],
  },
  {
    key: 'devolution-readiness',
    document: PLAN,
    part: 'devolution',
    label: 'Readiness by activity',
    description: 'Each activity on the four heads; it is ready where all four are.',
    requirements: ['SR68'],
    shape: 'list',
    fewest: 1,
    fields: [
      ask.text(['activity', 'Activity', 'For instance workforce planning, education commissioning.']),
      ask.text(['fromLevel', 'From', 'Who does it now.']),
      ask.text(['toLevel', 'To', 'Who will do it.']),
      ask.day(['on', 'On', 'Day of the move.']),
      ask.choice(['capacity', 'Capacity', 'Enough people and time.'], READINESS),
      ask.choice(['capability', 'Capability', 'The skills it takes.'], READINESS),
      ask.choice(['governance', 'Governance', 'Who decides, and answers for it.'], READINESS),
      ask.choice(['waysOfWorking', 'Ways of working', 'Agreed between the partners.'], READINESS),
    ],
  },
  {
    key: 'maturity',
    document: PLAN,
    part: 'devolution',
    label: 'Maturity self-assessment',
    description:
      'Level of each domain now and aimed for, with evidence. The system is as mature as its lowest domain. A round can do without it; once begun, all five domains are answered.',
    requirements: ['SR23', 'SR24', 'SR25', 'SR26', 'SR27', 'SR28', 'SR29', 'SR33'],
    shape: 'list',
    fixedRows: { field: 'domain', codes: MATURITY_DOMAINS.map(({ code }) => code) },
    fewest: 0,
    fields: [
      ask.choice(['domain', 'Domain', 'Of the maturity matrix.'], MATURITY_DOMAINS),
      ask.choice(['level', 'Level now', 'As the matrix describes it.'], MATURITY_LEVELS),
      ask.choice(['target', 'Level aimed for', 'Not below the level now.'], MATURITY_LEVELS),
      ask.day(['by', 'By', 'Day.']),
      ask.paragraphs(['evidence', 'Evidence', 'What shows it, for instance the independent chair.']),
    ],
  },
  {
    key: 'maturity-overall',
    document: PLAN,
    part: 'devolution',
    label: 'Maturity overall',
    description: 'Only where the system is not as mature as its lowest domain, with the reason.',
    requirements: ['SR24'],
    shape: 'record',
    fewest: 0,
    fields: [
      ask.choice(['level', 'Level overall', 'Instead of that of the lowest domain.'], MATURITY_LEVELS),
      ask.paragraphs(['reason', 'Reason', 'Why.']),
    ],
  },
];
