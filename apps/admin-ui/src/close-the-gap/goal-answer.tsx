import { formatCount, formatPercent } from '../words/numbers';
import { ProposedLinesCard } from './proposed-lines-card';
import type { ProposalDetail, SolvedGoal } from './proposal-types';

interface GoalAnswerProps {
  readonly proposal: ProposalDetail;
  readonly goal: SolvedGoal;
  readonly canEdit: boolean;
}

function sentenceOf({ outcome, label, unit, targetLabel, answer }: SolvedGoal): string {
  const { current, best, missing } = answer;
  const text = (value: number) => (unit.startsWith('share') ? formatPercent(value) : formatCount(value));
  const figure = `${targetLabel} is then ${formatCount(best.figure)}, against ${formatCount(current.figure)} at present`;
  switch (outcome) {
    case 'met-already':
      return `The target is met already, with ${label} at ${text(current.value)}.`;
    case 'solved':
      return `${label} of ${text(best.value)} reaches it, instead of ${text(current.value)}. ${figure}.`;
    case 'not-reachable':
      return `No value within the bounds reaches it. ${text(best.value)} comes closest and leaves ${formatCount(Math.abs(missing))} to the target. ${figure}.`;
    case 'without-effect':
      return `${label} changes nothing in ${targetLabel}.`;
  }
}

/** The value that reaches a target, or how close one comes. */
export function GoalAnswer({ proposal, goal, canEdit }: GoalAnswerProps) {
  return (
    <>
      <section className="wt-card" aria-label="The value">
        <p className="wt-sentence">{sentenceOf(goal)}</p>
      </section>
      <ProposedLinesCard key={proposal.id} proposal={proposal} canEdit={canEdit} />
    </>
  );
}
