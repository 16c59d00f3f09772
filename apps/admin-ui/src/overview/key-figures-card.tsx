import { useQuery } from '@tanstack/react-query';
import { earlierQuery } from '../api/analysis-queries';
import { marchOf } from '#modules/report-layout';
import type { EarlierFigures, NumberQuestion } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { FigureLink } from '../explanation/figure-link';
import { formatMoment } from '../words/dates';
import { formatChange, formatCount, formatPercent, formatPounds } from '../words/numbers';
import { yearEnd } from '../words/dates';

interface KeyFigure {
  readonly label: string;
  readonly value: number | null;
  readonly before: number | null;
  readonly text: (value: number) => string;
  readonly change: (value: number) => string;
  /** The measure that it is; left out for differences and shares of two. */
  readonly measure?: string;
}

const MINUS = '−';
const signed = (value: number, text: string): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

function lastOf(values: readonly (number | null)[] | undefined): number | null {
  return values?.at(-1) ?? null;
}

/** The figures of a group at the end of the plan, and what they were before. */
export function keyFigures(group: OverviewStaffGroup, earlier: OverviewStaffGroup | undefined): KeyFigure[] {
  const people = { text: formatCount, change: formatChange };
  const figures: KeyFigure[] = [
    {
      label: 'Staff in post, WTE',
      measure: 'fte',
      value: lastOf(group.lines.staffInPost),
      before: lastOf(earlier?.lines.staffInPost),
      ...people,
    },
    {
      label: 'Headcount',
      measure: 'headcount',
      value: lastOf(group.lines.headcount),
      before: lastOf(earlier?.lines.headcount),
      ...people,
    },
    {
      label: 'Requirement, WTE',
      measure: 'requirement',
      value: lastOf(group.lines.requirement),
      before: lastOf(earlier?.lines.requirement),
      ...people,
    },
    {
      label: 'Requirement less staff in post, WTE',
      value: lastOf(group.gap),
      before: lastOf(earlier?.gap),
      ...people,
    },
    {
      label: 'Vacancy',
      value: lastOf(group.vacancyRate),
      before: lastOf(earlier?.vacancyRate),
      text: formatPercent,
      change: (value) => signed(value, `${formatPercent(value).replace('%', '')} points`),
    },
    {
      label: 'Pay bill of the last year',
      measure: 'pay-bill',
      value: lastOf(group.lines.payBill),
      before: lastOf(earlier?.lines.payBill),
      text: formatPounds,
      change: (value) => signed(value, formatPounds(value)),
    },
  ];
  return figures;
}

/** Changes below what the text shows are none. */
function changeText({ value, before, change }: KeyFigure): string | null {
  if (value === null || before === null) return null;
  const text = change(value - before);
  return /[1-9]/.test(text.replace(MINUS, '')) ? text : 'no change';
}

interface FigureProps {
  readonly figure: KeyFigure;
  readonly hasEarlier: boolean;
  readonly unit: Unit;
  /** Whose figure it is, at the end of which month. */
  readonly at: Pick<NumberQuestion, 'staffGroup' | 'month'> | null;
}

/** A figure as text; of one measure, as a link to how it came about. */
function FigureText({ figure: { value, text, measure }, unit, at }: FigureProps) {
  if (value === null) return 'Not loaded';
  if (measure === undefined || at === null) return text(value);
  return (
    <FigureLink unit={unit} question={{ ...at, measure, span: 'year' }}>
      {text(value)}
    </FigureLink>
  );
}

function Figure(props: FigureProps) {
  const { figure, hasEarlier } = props;
  const change = hasEarlier ? changeText(figure) : null;
  return (
    <div className="wt-key-figure">
      <dt className="wt-key-figure__label">
        {figure.label}
        {change === null ? null : <span className="wt-key-figure__change">{change}</span>}
      </dt>
      <dd className="wt-key-figure__value">
        <FigureText {...props} />
      </dd>
    </div>
  );
}

function comparedWith(earlier: EarlierFigures | null | undefined): string {
  if (earlier === undefined) return '';
  return earlier === null
    ? 'There are no earlier figures to compare with yet.'
    : `Below each: its change against the figures of ${formatMoment(earlier.result.publishedAt)}, before the last changes.`;
}

interface KeyFiguresCardProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
}

/** The figures that the plan ends with, each with its change against those shown before. */
export function KeyFiguresCard({ overview, group }: KeyFiguresCardProps) {
  const unit = { scenarioId: overview.scenario.id, organisationId: overview.organisation.id };
  const { data: earlier } = useQuery(earlierQuery(unit, overview.result?.id ?? ''));
  const last = overview.years.at(-1);
  const isSameYears = earlier?.years.at(-1)?.year === last?.year;
  const before = isSameYears ? earlier?.staffGroups.find(({ code }) => code === group.code) : undefined;
  return (
    <section className="wt-card" aria-labelledby="key-figures">
      <h2 className="nhsuk-heading-m wt-card__heading" id="key-figures">
        Key figures{last === undefined ? '' : ` at ${yearEnd(last.year)}`}
      </h2>
      <dl className="wt-key-figures">
        {keyFigures(group, before).map((figure) => (
          <Figure
            key={figure.label}
            figure={figure}
            hasEarlier={before !== undefined}
            unit={unit}
            at={last === undefined ? null : { staffGroup: group.code, month: marchOf(last.year) }}
          />
        ))}
      </dl>
      <p className="wt-caption wt-key-figures__note">{comparedWith(earlier)}</p>
    </section>
  );
}
