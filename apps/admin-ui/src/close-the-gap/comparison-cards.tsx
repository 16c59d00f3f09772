import { useCallback, useMemo, type ReactNode } from 'react';
import type { ChartData } from '../charts/chart-data';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { reportChartHeight, reportChartOption } from '../charts/report-chart-option';
import { formatCount, formatPounds } from '../words/numbers';
import type { SolvedPlan } from './proposal-types';

interface FigureCardProps {
  /** Name of the table, in the address and in files. */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly data: ChartData;
  readonly table: ReactNode;
}

function FigureCard({ name, title, caption, data, table }: FigureCardProps) {
  const optionAt = useCallback((width: number) => reportChartOption(data, width), [data]);
  const height = reportChartHeight(data);
  return (
    <section className="wt-card" aria-labelledby={name}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={name}>
        {title}
      </h2>
      <ChartOrTable
        name={name}
        title={title}
        chart={
          <figure className="wt-figure">
            <LazyChart optionAt={optionAt} height={height} label={`Chart of ${title}.`} />
            <figcaption className="wt-caption">{caption}</figcaption>
          </figure>
        }
        table={
          <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
            {table}
          </div>
        }
        picture={{ height, optionAt }}
      />
    </section>
  );
}

type Regret = NonNullable<SolvedPlan['regret']>;

/** The least cost of each shortfall. */
export function FrontierCard({ plan: { frontier } }: { readonly plan: SolvedPlan }) {
  const data = useMemo((): ChartData => {
    const points = [...frontier].sort((left, right) => left.shortfall - right.shortfall);
    return {
      kind: 'lines',
      unit: 'pounds',
      categories: points.map(({ shortfall }) => `${formatCount(shortfall)} WTE`),
      series: [
        { key: 'cost', label: 'Least cost over the round', values: points.map(({ cost }) => cost.total) },
      ],
    };
  }, [frontier]);
  if (frontier.length === 0) return null;
  return (
    <FigureCard
      name="frontier"
      title="Cost against shortfall"
      caption="The least cost over the round for what is left missing, the other limits as they are."
      data={data}
      table={
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Left missing, WTE</th>
              <th scope="col" className="wt-number">
                Least cost
              </th>
              <th scope="col">Remark</th>
            </tr>
          </thead>
          <tbody>
            {frontier.map(({ shortfall, cost, isReached }, index) => (
              <tr key={index}>
                <th scope="row">{formatCount(shortfall)}</th>
                <td className="wt-number">{formatPounds(cost.total)}</td>
                <td>{isReached ? '' : 'Other limits leave no less'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}

function RegretTable({ regret, names }: { readonly regret: Regret; readonly names: readonly string[] }) {
  const regretOf = (future: string, plan: string): number =>
    regret.outturns.find((each) => each.future === future && each.plan === plan)?.regret ?? 0;
  return (
    <table className="wt-table">
      <thead>
        <tr>
          <th scope="col">Future</th>
          {names.map((name) => (
            <th key={name} scope="col" className="wt-number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {regret.futures.map(({ key, label }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {names.map((name) => (
              <td key={name} className="wt-number">
                {formatCount(regretOf(key, name))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What each plan would leave missing beyond the best of them, in each future. */
export function RegretCard({ plan: { regret, failures } }: { readonly plan: SolvedPlan }) {
  const names = useMemo(() => [...new Set(regret?.outturns.map(({ plan }) => plan) ?? [])], [regret]);
  const data = useMemo(
    (): ChartData => ({
      kind: 'columns',
      unit: 'fte',
      categories: regret?.futures.map(({ label }) => label) ?? [],
      series: names.map((plan) => ({
        key: plan,
        label: plan,
        values:
          regret?.outturns.filter((outturn) => outturn.plan === plan).map((outturn) => outturn.regret) ?? [],
      })),
    }),
    [regret, names],
  );
  if (regret === null) return null;
  const [worst] = failures;
  return (
    <>
      <FigureCard
        name="regret"
        title="Regret in other futures"
        caption="WTE more missing than under the plan that does best in the same future."
        data={data}
        table={<RegretTable regret={regret} names={names} />}
      />
      {worst === undefined ? null : (
        <p className="wt-card">
          The failure that hurts most: {worst.label}, {formatCount(worst.asAssumed)} WTE more missing as
          assumed, {formatCount(worst.atWorst)} in the worst future.
        </p>
      )}
    </>
  );
}
