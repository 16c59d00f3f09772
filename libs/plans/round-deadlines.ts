import type { EntityManager } from 'typeorm';
import { WORKFLOWS } from './documents/document-context';
import { readMilestones } from './documents/milestone.repository';
import type { RoundDeadline } from './round';

/** The milestones of a round in words, by day. */
export async function readDeadlines(
  manager: EntityManager,
  roundId: string,
): Promise<readonly RoundDeadline[]> {
  const milestones = await readMilestones(manager, roundId);
  return milestones.map(({ kind, state, dueOn }) => {
    const { label, states } = WORKFLOWS[kind];
    const reached = states.find(({ code }) => code === state)?.label ?? state;
    return { label: `${label} ${reached.toLowerCase()}`, dueOn };
  });
}
