import { useMemo } from 'react';
import type { ChartData } from '../charts/chart-data';
import { formatCount, formatPounds } from '../words/numbers';
import { FigureCard, FigureTable } from './figure-card';
import type { SolvedPlan } from './proposal-types';

interface CardProps {
  readonly plan: SolvedPlan;
}

/** The least cost of each shortfall. */
export function FrontierCard({ plan: { frontier } }: CardProps) {
  const points = useMemo(
    () => [...frontier].sort((left, right) => left.shortfall - right.shortfall),
    [frontier],
  );
  const data = useMemo(
    (): ChartData => ({
      kind: 'lines',
      unit: 'pounds',
      categories: points.map(({ shortfall }) => `${formatCount(shortfall)} WTE`),
      series: [
        { key: 'cost', label: 'Least cost over the round', values: points.map(({ cost }) => cost.total) },
      ],
    }),
    [points],
  );
  if (frontier.length === 0) return null;
  return (
    <FigureCard
      name="frontier"
      title="Cost against shortfall"
      caption="The least cost over the round, in pounds, for what is left missing; the other limits as they are."
      data={data}
      table={
        <FigureTable
          heads={['Left missing, WTE', 'Least cost', 'Remark']}
          rows={points.map(({ shortfall, cost, isReached }, index) => ({
            key: String(index),
            name: formatCount(shortfall),
            figures: [formatPounds(cost.total)],
            remark: isReached ? '' : 'Other limits leave no less',
          }))}
        />
      }
    />
  );
}

function regretFinding({ worst, futures }: NonNullable<SolvedPlan['regret']>): string | null {
  const [least] = worst;
  if (least === undefined) return null;
  const future = futures.find(({ key }) => key === least.future)?.label ?? least.future;
  const most =
    least.regret < 0.05
      ? 'no other does better in any of these futures'
      : `at worst ${formatCount(least.regret)} WTE more missing than under the best plan (${future})`;
  return `Least to regret: ${least.plan}, ${most}.`;
}

/** What each plan would leave missing beyond the best of them, in each future. */
export function RegretCard({ plan: { regret } }: CardProps) {
  const names = useMemo(() => [...new Set(regret?.outturns.map(({ plan }) => plan) ?? [])], [regret]);
  const rows = useMemo(
    () =>
      (regret?.futures ?? []).map(({ key, label }) => ({
        key,
        label,
        values: names.map(
          (name) =>
            regret?.outturns.find(({ future, plan }) => future === key && plan === name)?.regret ?? null,
        ),
      })),
    [regret, names],
  );
  const data = useMemo(
    (): ChartData => ({
      kind: 'bars',
      unit: 'fte',
      categories: rows.map(({ label }) => label),
      series: names.map((plan, index) => ({
        key: plan,
        label: plan,
        values: rows.map(({ values }) => values[index] ?? null),
      })),
    }),
    [rows, names],
  );
  if (regret === null) return null;
  return (
    <FigureCard
      name="regret"
      title="Regret in other futures"
      finding={regretFinding(regret)}
      caption="WTE more missing than under the plan that does best in the same future."
      data={data}
      table={
        <FigureTable
          heads={['Future', ...names]}
          rows={rows.map(({ key, label, values }) => ({
            key,
            name: label,
            figures: values.map((value) => (value === null ? '–' : formatCount(value))),
          }))}
        />
      }
    />
  );
}

/** What the failure of each lever alone would do; the one that hurts most first, and in a sentence. */
export function FailureCard({ plan: { failures, regret } }: CardProps) {
  const data = useMemo(
    (): ChartData => ({
      kind: 'bars',
      unit: 'fte',
      categories: failures.map(({ label }) => label),
      series: [
        { key: 'asAssumed', label: 'As assumed', values: failures.map(({ asAssumed }) => asAssumed) },
        { key: 'atWorst', label: 'In the worst future', values: failures.map(({ atWorst }) => atWorst) },
      ],
    }),
    [failures],
  );
  const [worst] = failures;
  if (worst === undefined) return null;
  const futureOf = (key: string): string =>
    regret?.futures.find((future) => future.key === key)?.label ?? key;
  const more =
    worst.atWorst - worst.asAssumed < 0.05
      ? 'and in none of the other futures more'
      : `${formatCount(worst.atWorst)} in the worst future (${futureOf(worst.worstFuture)})`;
  const finding = `The failure that hurts most: ${worst.label}. Without what it delivers ${formatCount(worst.asAssumed)} WTE more are missing as assumed, ${more}.`;
  return (
    <FigureCard
      name="failures"
      title="If one lever fails"
      finding={finding}
      caption="WTE more missing where a lever delivers nothing and all others what they should."
      data={data}
      table={
        <FigureTable
          heads={['Lever', 'As assumed', 'In the worst future', 'Worst future']}
          rows={failures.map(({ label, asAssumed, atWorst, worstFuture }) => ({
            key: label,
            name: label,
            figures: [formatCount(asAssumed), formatCount(atWorst)],
            remark: futureOf(worstFuture),
          }))}
        />
      }
    />
  );
}
