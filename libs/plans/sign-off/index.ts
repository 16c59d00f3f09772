export { decide, holdsSlot } from './decide';
export type * from './decision';
export { settledSlots, stepsOfVersion } from './settled-slots';
export { ORGANISATION_RETURN, RETURN_SLOTS } from './organisation-return.workflow';
export { SYSTEM_PLAN, commitmentSlot, planSlots, type CommitmentLead } from './system-plan.workflow';
export { milestoneStandings, type Milestone, type MilestoneStanding } from './milestones';
export * from './workflow';
