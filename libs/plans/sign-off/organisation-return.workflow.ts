import type { Role } from '#access';
import { back, forward, type Slot, type Workflow } from './workflow';

const reaching = (role: Role) => ({ role, place: 'reaching' }) as const;
const SYSTEM_PLANNER = { role: 'system-planner', place: 'above' } as const;

/** The signatures that a return needs: its four leads, then the chief executive or the board. */
export const RETURN_SLOTS: readonly Slot[] = [
  {
    code: 'workforce',
    label: 'Workforce lead',
    group: 'confirmation',
    holder: reaching('workforce-lead'),
    mayBeNotApplicable: false,
  },
  {
    code: 'finance',
    label: 'Finance lead',
    group: 'confirmation',
    holder: reaching('finance-lead'),
    mayBeNotApplicable: true,
  },
  {
    code: 'nursing',
    label: 'Nursing lead',
    group: 'confirmation',
    holder: reaching('nursing-lead'),
    mayBeNotApplicable: true,
  },
  {
    code: 'medical',
    label: 'Medical lead',
    group: 'confirmation',
    holder: reaching('medical-lead'),
    mayBeNotApplicable: true,
  },
  {
    code: 'approval',
    label: 'Chief executive or board',
    group: 'approval',
    holder: reaching('approver'),
    mayBeNotApplicable: false,
  },
];

/** An organisation's return: drafted, confirmed by its leads, approved, received by the system. */
export const ORGANISATION_RETURN: Workflow = {
  kind: 'organisation-return',
  label: 'Organisation return',
  initial: 'draft',
  states: [
    {
      code: 'draft',
      label: 'Draft',
      meaning: 'The organisation is still working on it.',
      isEditable: true,
      isShared: false,
    },
    {
      code: 'in-confirmation',
      label: 'With its leads',
      meaning: 'Frozen; the workforce, finance, nursing and medical leads confirm it.',
      isEditable: false,
      isShared: false,
    },
    {
      code: 'confirmed',
      label: 'Confirmed',
      meaning: 'All leads have confirmed it; the chief executive or board approves it.',
      isEditable: false,
      isShared: false,
    },
    {
      code: 'approved',
      label: 'Approved',
      meaning: 'The chief executive or board has approved it; the system receives it.',
      isEditable: false,
      isShared: false,
    },
    {
      code: 'received',
      label: 'Received',
      meaning: "The system has received it; its figures are those of the system's plan.",
      isEditable: false,
      isShared: true,
    },
  ],
  transitions: [
    forward(
      { action: 'send', label: 'Send to the leads', from: ['draft'], to: 'in-confirmation' },
      {
        byRoles: [reaching('workforce-lead')],
        requires: ['round-open', 'content-complete', 'projections-current'],
      },
      'freezes-version',
    ),
    forward(
      { action: 'confirm', label: 'Confirm', from: ['in-confirmation'], to: 'confirmed' },
      { settles: 'confirmation', bySlots: ['confirmation'], requires: ['round-open'] },
    ),
    forward(
      { action: 'state-nil', label: 'Not applicable', from: ['in-confirmation'], to: 'confirmed' },
      {
        settles: 'confirmation',
        settlesAs: 'not-applicable',
        byRoles: [reaching('workforce-lead')],
        needs: ['reason'],
        requires: ['round-open'],
      },
    ),
    forward(
      { action: 'approve', label: 'Approve', from: ['confirmed'], to: 'approved' },
      {
        settles: 'approval',
        bySlots: ['approval'],
        needs: ['date'],
        requires: ['round-open'],
        apartFrom: ['confirm'],
      },
    ),
    forward(
      { action: 'receive', label: 'Receive', from: ['approved'], to: 'received' },
      { byRoles: [SYSTEM_PLANNER], requires: ['round-open'], apartFrom: ['approve'] },
    ),
    back(
      { action: 'return', label: 'Return for changes', from: ['in-confirmation'] },
      { bySlots: ['confirmation'] },
    ),
    back(
      { action: 'return', label: 'Return for changes', from: ['confirmed'] },
      { bySlots: ['confirmation', 'approval'] },
    ),
    back(
      { action: 'return', label: 'Return for changes', from: ['approved'] },
      { byRoles: [SYSTEM_PLANNER], bySlots: ['approval'] },
    ),
    back(
      { action: 'return', label: 'Return for changes', from: ['received'] },
      { byRoles: [SYSTEM_PLANNER], requires: ['not-in-submitted-plan'] },
    ),
    back(
      { action: 'withdraw', label: 'Take back', from: ['in-confirmation', 'confirmed', 'approved'] },
      { byRoles: [reaching('workforce-lead')] },
    ),
    back(
      { action: 'change', label: 'Change by change control', from: ['received'] },
      {
        byRoles: [reaching('workforce-lead')],
        requires: ['round-open', 'not-in-submitted-plan'],
      },
    ),
  ],
};
