import { useMemo } from 'react';
import type { ChartData } from '../charts/chart-data';
import { formatCount } from '../words/numbers';
import { FigureCard, FigureTable } from './figure-card';
import type { DrawnOutcome, SolvedPlan } from './proposal-types';

const reachedIn = ({ draws, shareReached }: DrawnOutcome): number => Math.round(draws * shareReached);

function findingOf(
  { asPlanned, proposed }: NonNullable<SolvedPlan['drawn']>,
  aim: SolvedPlan['aim'],
): string {
  const asked =
    aim === null || aim.bound === null
      ? 'what the proposal leaves as assumed'
      : `the ${formatCount(aim.bound)} WTE asked`;
  return `In ${reachedIn(proposed)} of ${proposed.draws} possible futures no more is missing than ${asked}; as planned in ${reachedIn(asPlanned)}. In 8 of 10 between ${formatCount(proposed.p10)} and ${formatCount(proposed.p90)} WTE are missing.`;
}

/** How sure the plan is: what is missing over random futures, with the proposal and without it. */
export function DrawnCard({ plan: { drawn, aim } }: { readonly plan: SolvedPlan }) {
  const rows = useMemo(
    () =>
      drawn === null
        ? []
        : ([
            { name: 'As planned', outcome: drawn.asPlanned },
            { name: 'Proposal', outcome: drawn.proposed },
          ] as const),
    [drawn],
  );
  const data = useMemo((): ChartData => {
    const series = [
      { key: 'p10', label: 'Low end of the likely range' },
      { key: 'p50', label: 'Central' },
      { key: 'p90', label: 'High end of the likely range' },
    ] as const;
    const bound = aim?.bound ?? null;
    return {
      kind: 'bars',
      unit: 'fte',
      categories: rows.map(({ name }) => name),
      series: series.map(({ key, label }) => ({
        key,
        label,
        values: rows.map(({ outcome }) => outcome[key]),
      })),
      ...(bound === null ? {} : { reference: { value: bound, label: `asked: ${formatCount(bound)}` } }),
    };
  }, [rows, aim]);
  if (drawn === null) return null;
  return (
    <FigureCard
      name="drawn"
      title="How sure it is"
      finding={findingOf(drawn, aim)}
      caption="WTE missing where every uncertain assumption varies within its range. Likely range: 8 in 10."
      data={data}
      table={
        <FigureTable
          heads={['Plan', 'Low', 'Central', 'High', 'Futures in which it is reached']}
          rows={rows.map(({ name, outcome }) => ({
            key: name,
            name,
            figures: [
              formatCount(outcome.p10),
              formatCount(outcome.p50),
              formatCount(outcome.p90),
              `${reachedIn(outcome)} of ${outcome.draws}`,
            ],
          }))}
        />
      }
    />
  );
}
