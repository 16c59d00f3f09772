import { ROLES } from '#access';
import type { Actor } from './decision';
import { ORGANISATION_RETURN, RETURN_SLOTS } from './organisation-return.workflow';
import type { ExpectedRights } from './sign-off.model.fixture';
import { planSlots, SYSTEM_PLAN } from './system-plan.workflow';
import type { Slot, Workflow } from './workflow';

type Grants = Actor['roles'];

/** A person for each role, some roles also from above; two who hold two roles; one who holds none. */
export const PEOPLE: Readonly<Record<string, Grants>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, [{ role, place: 'there' }]])),
  'system-planner-above': [{ role: 'system-planner', place: 'above' }],
  'regional-reviewer-above': [{ role: 'regional-reviewer', place: 'above' }],
  'finance-and-approver': [
    { role: 'finance-lead', place: 'there' },
    { role: 'approver', place: 'there' },
  ],
  'planner-and-reviewer': [
    { role: 'system-planner', place: 'above' },
    { role: 'regional-reviewer', place: 'above' },
    { role: 'approver', place: 'above' },
  ],
  'lead-of-cancer': [{ role: 'clinical-lead', place: 'there' }],
  'lead-of-prevention': [{ role: 'clinical-lead', place: 'there' }],
  'lead-of-plan': [{ role: 'clinical-lead', place: 'there' }],
  deputy: [{ role: 'education-lead', place: 'there' }],
};

const RETURN_RIGHTS: ExpectedRights = {
  may: {
    send: { draft: ['workforce-lead'] },
    confirm: { 'in-confirmation': ['own'] },
    'state-nil': { 'in-confirmation': ['workforce-lead'] },
    approve: { confirmed: ['own'] },
    receive: { approved: ['system-planner-above', 'planner-and-reviewer'] },
    return: {
      'in-confirmation': ['any:workforce,finance,nursing,medical'],
      confirmed: ['any:workforce,finance,nursing,medical,approval'],
      approved: ['any:approval', 'system-planner-above', 'planner-and-reviewer'],
      received: ['system-planner-above', 'planner-and-reviewer'],
    },
    withdraw: {
      'in-confirmation': ['workforce-lead'],
      confirmed: ['workforce-lead'],
      approved: ['workforce-lead'],
    },
    change: { received: ['workforce-lead'] },
  },
  holders: {
    workforce: ['workforce-lead'],
    finance: ['finance-lead', 'finance-and-approver'],
    nursing: ['nursing-lead'],
    medical: ['medical-lead'],
    approval: ['approver', 'finance-and-approver', 'planner-and-reviewer'],
  },
  signatures: {
    confirm: { slots: ['workforce', 'finance', 'nursing', 'medical'], then: 'confirmed' },
    'state-nil': { slots: ['workforce', 'finance', 'nursing', 'medical'], then: 'confirmed' },
    approve: { slots: ['approval'], then: 'approved' },
  },
  moves: { send: 'in-confirmation', receive: 'received' },
  reasoned: ['state-nil', 'return', 'withdraw', 'change'],
  dated: ['approve'],
  alwaysSigned: ['workforce'],
  apart: { approve: ['confirm'], receive: ['approve'] },
  waiting: {
    send: ['round-open', 'content-complete', 'projections-current'],
    confirm: ['round-open'],
    'state-nil': ['round-open'],
    approve: ['round-open'],
    receive: ['round-open'],
    return: ['not-in-submitted-plan'],
    change: ['round-open', 'not-in-submitted-plan'],
  },
  backwards: ['return', 'withdraw', 'change'],
};

const PLANNERS = ['system-planner', 'system-planner-above', 'planner-and-reviewer'];
const REVIEWERS = ['regional-reviewer-above', 'planner-and-reviewer'];
const CLINICAL = ['commitment:cancer', 'commitment:prevention', 'plan'];

const PLAN_RIGHTS: ExpectedRights = {
  may: {
    submit: { draft: PLANNERS },
    sign: { submitted: ['own'] },
    'state-nil': { submitted: ['own'] },
    agree: { 'clinically-signed': ['own'] },
    publish: { 'regionally-agreed': PLANNERS },
    return: {
      submitted: [`any:${CLINICAL.join(',')}`, ...REVIEWERS],
      'clinically-signed': [`any:${CLINICAL.join(',')},agreement`, ...REVIEWERS],
    },
    withdraw: { submitted: PLANNERS, 'clinically-signed': PLANNERS },
    change: { 'regionally-agreed': PLANNERS, published: PLANNERS },
  },
  holders: {
    'commitment:cancer': ['lead-of-cancer'],
    'commitment:prevention': ['lead-of-prevention'],
    plan: ['lead-of-plan'],
    agreement: REVIEWERS,
  },
  signatures: {
    sign: { slots: CLINICAL, then: 'clinically-signed' },
    'state-nil': { slots: CLINICAL, then: 'clinically-signed' },
    agree: { slots: ['agreement'], then: 'regionally-agreed' },
  },
  moves: { submit: 'submitted', publish: 'published' },
  reasoned: ['state-nil', 'return', 'withdraw', 'change'],
  dated: [],
  alwaysSigned: ['plan'],
  apart: { agree: ['submit', 'sign'] },
  waiting: {
    submit: ['round-open', 'content-complete', 'clinical-leads-named', 'projections-current'],
    sign: ['round-open'],
    'state-nil': ['round-open'],
    agree: ['round-open'],
    change: ['round-open'],
  },
  backwards: ['return', 'withdraw', 'change'],
};

export const PLAN_SLOTS = planSlots(
  [
    { commitment: 'cancer', label: 'Cancer', personId: 'lead-of-cancer' },
    { commitment: 'prevention', label: 'Prevention', personId: 'lead-of-prevention' },
  ],
  'lead-of-plan',
);

/** A workflow with what is expected of it. */
export interface Case {
  readonly workflow: Workflow;
  readonly slots: readonly Slot[];
  readonly rights: ExpectedRights;
}

export const CASES: readonly Case[] = [
  { workflow: ORGANISATION_RETURN, slots: RETURN_SLOTS, rights: RETURN_RIGHTS },
  { workflow: SYSTEM_PLAN, slots: PLAN_SLOTS, rights: PLAN_RIGHTS },
];
