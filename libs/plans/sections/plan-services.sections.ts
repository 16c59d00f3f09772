import { COMMITMENTS_TO_ANSWER, SERVICE_COMMITMENTS } from '#modules/growth';
import * as ask from './fields';
import type { SectionDefinition } from './section-definition';

const PLAN = 'system-plan';

const REGISTRATION_BODIES = [
  { code: 'gmc', label: 'General Medical Council' },
  { code: 'nmc', label: 'Nursing and Midwifery Council' },
  { code: 'hcpc', label: 'Health and Care Professions Council' },
  { code: 'gphc', label: 'General Pharmaceutical Council' },
  { code: 'gdc', label: 'General Dental Council' },
  { code: 'other', label: 'Another regulator' },
];

const registration = [
  ask.choice(
    ['registrationBody', 'Regulator', 'With which the clinical lead is registered.'],
    REGISTRATION_BODIES,
  ),
  ask.text(['registrationNumber', 'Registration number', 'As on the public register.']),
];

/** What the plan covers, who leads it clinically, and what each service commitment means for staff. */
export const PLAN_SERVICES_SECTIONS: readonly SectionDefinition[] = [
  {
    key: 'summary',
    document: PLAN,
    part: 'summary',
    label: 'Summary',
    description: 'The plan in brief, and who leads it clinically as a whole.',
    requirements: ['SR17', 'SR18', 'SR33', 'SR100'],
    shape: 'record',
    fewest: 1,
    fields: [
      ask.paragraphs([
        'summary',
        'Summary',
        'What changes for patients and staff over the years of the plan.',
      ]),
      ask.paragraphs(['publicSummary', 'Summary for the public', 'The same in plain English.']),
      ask.clinicalLead([
        'clinicalLead',
        'Clinical lead of the plan',
        'The senior clinician who signs the plan as a whole.',
      ]),
      ...registration,
    ],
  },
  {
    key: 'organisations',
    document: PLAN,
    part: 'summary',
    label: 'Organisations in the plan',
    description:
      'Only where an organisation is not taken as it stands in the scenario of the plan: another scenario of the same family, or left out. An organisation whose return the system has not received counts as partial.',
    requirements: ['SR04', 'SR21', 'SR31'],
    shape: 'list',
    fewest: 0,
    fields: [
      ask.organisation(['organisation', 'Organisation', 'An organisation of the system.']),
      ask.choice(
        ['inclusion', 'In the plan', 'Whether its figures are part of the totals.'],
        [
          { code: 'included', label: 'Included' },
          { code: 'left-out', label: 'Left out' },
        ],
      ),
      ask.scenario(['scenario', 'Scenario', "The plan's own, or one made from it."], ask.OPTIONAL),
      ask.text(['reason', 'Reason', 'Why it is not taken as it stands.']),
    ],
  },
  {
    key: 'service-commitments',
    document: PLAN,
    part: 'services',
    label: 'Service commitments',
    description:
      'Each commitment has a workforce line in the assumptions or a stated nil, and a clinical lead who signs it.',
    requirements: ['SR08', 'SR17', 'SR18', 'SR34', 'SR37', 'SR40', 'SR97', 'SR98', 'SR99'],
    shape: 'list',
    fixedRows: { field: 'commitment', codes: COMMITMENTS_TO_ANSWER.map(({ code }) => code) },
    fewest: COMMITMENTS_TO_ANSWER.length,
    fields: [
      ask.choice(['commitment', 'Commitment', 'The commitment of the long-term plan.'], SERVICE_COMMITMENTS),
      ask.choice(
        ['statement', 'Workforce line or nil', 'A line is in the assumptions of the organisations.'],
        [
          { code: 'workforce-line', label: 'Workforce line' },
          { code: 'stated-nil', label: 'Stated nil' },
        ],
      ),
      ask.text(
        ['nilReason', 'Reason for the nil', 'Why no workforce change is needed.'],
        ask.when('statement', 'stated-nil'),
      ),
      ask.clinicalLead(['clinicalLead', 'Clinical lead', 'Signs this commitment.']),
      ...registration,
      ask.paragraphs(['pace', 'Pace', 'How fast, and why at this pace here.'], ask.OPTIONAL),
      ask.text(['dependsOn', 'Depends on', 'A decision elsewhere that it is contingent on.'], ask.OPTIONAL),
      ask.text(
        ['partners', 'Partners', 'For instance the Cancer Alliance or a provider collaborative.'],
        ask.OPTIONAL,
      ),
    ],
  },
];
