import { back, forward, type Slot, type Workflow } from './workflow';

const SYSTEM_PLANNER = { role: 'system-planner', place: 'reaching' } as const;
const REGIONAL_REVIEWER = { role: 'regional-reviewer', place: 'above' } as const;

/** A commitment with the person who leads it clinically. */
export interface CommitmentLead {
  readonly commitment: string;
  readonly label: string;
  readonly personId: string;
}

/** Code of the signature for a service commitment. */
export const commitmentSlot = (commitment: string): string => `commitment:${commitment}`;

/**
 * The signatures that a version of a system plan needs: the lead of each commitment, the clinical lead of
 * the plan as a whole, then the region.
 *
 * @param leads as named in the version
 * @param planLeadId clinical lead of the plan; null where none is named, which keeps a plan from submission
 */
export function planSlots(leads: readonly CommitmentLead[], planLeadId: string | null): readonly Slot[] {
  const commitments = leads.map(({ commitment, label, personId }): Slot => ({
    code: commitmentSlot(commitment),
    label,
    group: 'clinical',
    holder: { personId },
    mayBeNotApplicable: true,
  }));
  const whole: readonly Slot[] =
    planLeadId === null
      ? []
      : [
          {
            code: 'plan',
            label: 'The plan as a whole',
            group: 'clinical',
            holder: { personId: planLeadId },
            mayBeNotApplicable: false,
          },
        ];
  const agreement: Slot = {
    code: 'agreement',
    label: 'Region',
    group: 'agreement',
    holder: REGIONAL_REVIEWER,
    mayBeNotApplicable: false,
  };
  return [...commitments, ...whole, agreement];
}

/** A system's plan: drafted, submitted as a frozen version, clinically signed, regionally agreed, published. */
export const SYSTEM_PLAN: Workflow = {
  kind: 'system-plan',
  label: 'System plan',
  initial: 'draft',
  states: [
    {
      code: 'draft',
      label: 'Draft',
      meaning: 'The system is still working on it.',
      isEditable: true,
      isShared: false,
    },
    {
      code: 'submitted',
      label: 'Submitted',
      meaning: 'Frozen under its hash; the clinical leads sign it.',
      isEditable: false,
      isShared: true,
    },
    {
      code: 'clinically-signed',
      label: 'Clinically signed',
      meaning: 'Every clinical lead has signed it; the region agrees it.',
      isEditable: false,
      isShared: true,
    },
    {
      code: 'regionally-agreed',
      label: 'Regionally agreed',
      meaning: 'The region has agreed this version; it can be published.',
      isEditable: false,
      isShared: true,
    },
    {
      code: 'published',
      label: 'Published',
      meaning: 'The agreed version is public; a change is a new version.',
      isEditable: false,
      isShared: true,
    },
  ],
  transitions: [
    forward(
      { action: 'submit', label: 'Submit', from: ['draft'], to: 'submitted' },
      {
        byRoles: [SYSTEM_PLANNER],
        requires: ['round-open', 'content-complete', 'clinical-leads-named', 'projections-current'],
      },
      'freezes-version',
    ),
    forward(
      { action: 'sign', label: 'Sign', from: ['submitted'], to: 'clinically-signed' },
      { settles: 'clinical', bySlots: ['clinical'], requires: ['round-open'] },
    ),
    forward(
      { action: 'state-nil', label: 'Not applicable', from: ['submitted'], to: 'clinically-signed' },
      {
        settles: 'clinical',
        settlesAs: 'not-applicable',
        bySlots: ['clinical'],
        needs: ['reason'],
        requires: ['round-open'],
      },
    ),
    forward(
      { action: 'agree', label: 'Agree', from: ['clinically-signed'], to: 'regionally-agreed' },
      {
        settles: 'agreement',
        bySlots: ['agreement'],
        requires: ['round-open'],
        apartFrom: ['submit', 'sign'],
      },
    ),
    forward(
      { action: 'publish', label: 'Publish', from: ['regionally-agreed'], to: 'published' },
      { byRoles: [SYSTEM_PLANNER] },
    ),
    back(
      { action: 'return', label: 'Return for changes', from: ['submitted'] },
      { byRoles: [REGIONAL_REVIEWER], bySlots: ['clinical'] },
    ),
    back(
      { action: 'return', label: 'Return for changes', from: ['clinically-signed'] },
      { byRoles: [REGIONAL_REVIEWER], bySlots: ['clinical', 'agreement'] },
    ),
    back(
      { action: 'withdraw', label: 'Take back', from: ['submitted', 'clinically-signed'] },
      { byRoles: [SYSTEM_PLANNER] },
    ),
    back(
      { action: 'change', label: 'Change by change control', from: ['regionally-agreed', 'published'] },
      { byRoles: [SYSTEM_PLANNER], requires: ['round-open'] },
    ),
  ],
};
