import { useQuery } from '@tanstack/react-query';
import { schedulesQuery } from '../api/attention-queries';
import type { PlanSummary, Round } from '../api/types';
import { formatDay, formatMoment } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { planStateWord } from '../words/states';

/** How many plans are in which state: `2 draft, 1 submitted`. */
export function planStates(plans: readonly PlanSummary[]): string {
  const counts = new Map<string, number>();
  for (const { state } of plans) {
    const word = planStateWord(state).text.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

function lastCalculated(plans: readonly PlanSummary[]): string | null {
  return plans
    .map(({ freshness }) => freshness.publishedAt)
    .reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null);
}

/** The next day to keep; the last one where all are past; null where there is none. */
export function nextDeadline(
  deadlines: Round['deadlines'],
  now: Date = new Date(),
): Round['deadlines'][number] | null {
  const today = now.toISOString().slice(0, 10);
  return deadlines.find(({ dueOn }) => dueOn >= today) ?? deadlines.at(-1) ?? null;
}

interface PairProps {
  readonly term: string;
  readonly children: string;
}

function Pair({ term, children }: PairProps) {
  return (
    <div className="wt-standing__pair">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where a round stands: its plans, its deadline, and when it was and will be recalculated. */
export function RoundStanding({ round }: { readonly round: Round }) {
  const { data: schedules = [] } = useQuery(schedulesQuery);
  const { plans } = round;
  const last = lastCalculated(plans);
  const deadline = nextDeadline(round.deadlines);
  const next = schedules
    .filter(({ roundId, isEnabled }) => roundId === round.id && isEnabled)
    .flatMap(({ nextDueAt }) => nextDueAt ?? [])
    .sort()[0];
  return (
    <dl className="wt-standing">
      {plans.length === 0 ? null : (
        <Pair term={formatQuantity(plans.length, 'plan')}>{planStates(plans)}</Pair>
      )}
      {deadline === null ? null : <Pair term={`${deadline.label} by`}>{formatDay(deadline.dueOn)}</Pair>}
      {plans.length === 0 ? null : (
        <Pair term="Last recalculated">{last === null ? 'Not yet' : formatMoment(last)}</Pair>
      )}
      {next === undefined ? null : <Pair term="Next by schedule">{formatMoment(next)}</Pair>}
    </dl>
  );
}
