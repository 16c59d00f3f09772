import type { EntityManager } from 'typeorm';
import { WORKFLOWS } from '../documents/document-context';
import { readDocuments, readSteps, type DocumentRow } from '../documents/document-rows.repository';
import { readMilestones } from '../documents/milestone.repository';
import { milestoneStandings } from '../sign-off';

/** A return or a plan whose next day is near or past, with what is expected of it. */
export interface DueDocument {
  readonly document: DocumentRow;
  readonly message: string;
}

/** A day is told of so long before it comes. */
const SOON_DAYS = 30;

/** The returns and plans of some organisations that are due soon, or late. */
export async function dueDocuments(
  manager: EntityManager,
  roundId: string,
  organisationIds: ReadonlySet<string>,
  now: Date,
): Promise<readonly DueDocument[]> {
  const milestones = await readMilestones(manager, roundId);
  if (milestones.length === 0 || organisationIds.size === 0) return [];
  const documents = await readDocuments(manager, roundId);
  const due: DueDocument[] = [];
  for (const document of documents.filter(({ organisationId }) => organisationIds.has(organisationId))) {
    const steps = (await readSteps(manager, document.id)).map(({ to, at }) => ({ to, on: dayOf(at) }));
    const workflow = WORKFLOWS[document.kind];
    const next = milestoneStandings(workflow, milestones, steps, dayOf(now)).find(
      ({ reachedOn }) => reachedOn === null,
    );
    const daysLeft = next?.daysLeft ?? null;
    if (next === undefined || daysLeft === null || daysLeft > SOON_DAYS) continue;
    const label = (code: string) =>
      (workflow.states.find((state) => state.code === code)?.label ?? code).toLowerCase();
    const late = daysLeft < 0 ? 'was to be' : 'is to be';
    const message = `${workflow.label} ${late} ${label(next.state)} by ${next.dueOn}; its state is ${label(document.state)}.`;
    due.push({ document, message });
  }
  return due;
}

const dayOf = (at: Date): string => new Date(at).toISOString().slice(0, 10);
