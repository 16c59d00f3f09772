import type { Actor, Command, DocumentStanding, Refusal, RefusalCode } from './decision';
import { stepsOfVersion } from './settled-slots';
import type { StepNeed, Transition, Workflow } from './workflow';

/** Everything a check looks at. */
export interface Question {
  readonly workflow: Workflow;
  readonly document: DocumentStanding;
  readonly actor: Actor;
  readonly command: Command;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** How a person may take a step: on whose behalf, or by themselves. */
export interface Holder {
  readonly onBehalfOf: string | null;
}

export const refusalOf = (code: RefusalCode, message: string, fix: string): Refusal => ({
  code,
  message,
  fix,
  faults: [],
});

/** Refuses a second part in the same version to someone who must look at it afresh. */
export function ownWork(
  { document, actor }: Question,
  { apartFrom, label }: Transition,
  holder: Holder,
): Refusal | null {
  const people = [actor.personId, holder.onBehalfOf];
  const own = stepsOfVersion(document).find(
    ({ action, personId, onBehalfOf }) =>
      apartFrom.includes(action) && (people.includes(personId) || people.includes(onBehalfOf ?? personId)),
  );
  if (own === undefined) return null;
  return refusalOf(
    'own-work',
    `"${label}" is for someone who took no earlier part in this version.`,
    'Ask another holder of the role, or delegate it.',
  );
}

const LONGEST_REASON = 4_000;

/** Refuses a step without what it must say. */
export function needs(question: Question, { needs: needed }: Transition): Refusal | null {
  const checks: Readonly<Record<StepNeed, (question: Question) => Refusal | null>> = {
    reason: reasonProblem,
    date: dateProblem,
  };
  for (const need of needed) {
    const problem = checks[need](question);
    if (problem !== null) return problem;
  }
  return null;
}

function reasonProblem({ command }: Question): Refusal | null {
  const length = command.reason?.trim().length ?? 0;
  if (length > 0 && length <= LONGEST_REASON) return null;
  const fix = `Say why, in 1 to ${LONGEST_REASON} characters.`;
  return refusalOf('reason-missing', 'This step needs a reason.', fix);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dateProblem({ command, today, document }: Question): Refusal | null {
  const { date } = command;
  if (date === null || date === '') {
    return refusalOf('date-missing', 'This step needs the date of the decision.', 'Give it as YYYY-MM-DD.');
  }
  const isDay = DAY.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date;
  if (isDay && date <= today && date >= (document.frozenOn ?? date)) return null;
  return refusalOf(
    'date-impossible',
    `${date} cannot be the date of the decision.`,
    `Give a day from ${document.frozenOn ?? 'the start'}, when this version was frozen, to ${today}.`,
  );
}

/** Refuses a step while something is missing from the document. */
export function conditions({ document }: Question, { requires, label }: Transition): Refusal | null {
  const faults = requires.flatMap((condition) => document.shortfalls[condition] ?? []);
  if (faults.length === 0) return null;
  return {
    code: 'condition',
    message: `"${label}" waits for what is listed.`,
    fix: 'Complete what is listed, then try again.',
    faults,
  };
}
