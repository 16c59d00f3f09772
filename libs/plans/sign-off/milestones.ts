import type { DocumentKind, Workflow } from './workflow';

/** The day by which documents of a kind should have come to a state. */
export interface Milestone {
  readonly kind: DocumentKind;
  readonly state: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** How a document stands against a milestone. */
export interface MilestoneStanding {
  readonly state: string;
  readonly dueOn: string;
  /** The day on which the state was first reached; null while it was not. */
  readonly reachedOn: string | null;
  /** Reached after its day, or not reached and the day is past. */
  readonly isLate: boolean;
  /** Whole days left, negative once past; null where it was reached. */
  readonly daysLeft: number | null;
}

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * A document against its round's milestones, in the order of the workflow.
 *
 * @param steps every step, of earlier versions too: what was reached in time stays in time
 * @param today `YYYY-MM-DD`
 */
export function milestoneStandings(
  workflow: Workflow,
  milestones: readonly Milestone[],
  steps: readonly { readonly to: string; readonly on: string }[],
  today: string,
): readonly MilestoneStanding[] {
  return workflow.states.flatMap(({ code }) => {
    const milestone = milestones.find(({ kind, state }) => kind === workflow.kind && state === code);
    if (milestone === undefined) return [];
    const { dueOn } = milestone;
    const reachedOn = steps.find(({ to }) => to === code)?.on ?? null;
    return [
      {
        state: code,
        dueOn,
        reachedOn,
        isLate: (reachedOn ?? today) > dueOn,
        daysLeft: reachedOn === null ? (Date.parse(dueOn) - Date.parse(today)) / MILLISECONDS_A_DAY : null,
      },
    ];
  });
}
