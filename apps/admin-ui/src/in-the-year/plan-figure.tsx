import type { ReactNode } from 'react';
import type { NumberQuestion } from '../api/analysis-types';
import type { YearComparison } from '../api/monitoring-types';
import { FigureLink } from '../explanation/figure-link';

const ALL_STAFF = 'all-staff';

/** The measure of the projection that a line's plan is, or is a share of. */
const MEASURES: Readonly<Record<string, string>> = {
  establishment: 'establishment',
  substantive: 'fte',
  joiners: 'fte-joiners',
  leavers: 'fte-exits',
  bank: 'bank-fte',
  agency: 'agency-fte',
  pay: 'pay-bill',
  'substantive-pay': 'pay-bill',
  'bank-pay': 'pay-bill-bank',
  'agency-pay': 'pay-bill-agency',
  sickness: 'sickness-fte',
  turnover: 'fte-exits',
};

interface PlanFigureProps {
  readonly organisationId: string;
  readonly comparison: YearComparison;
  readonly line: string;
  /** Place in the year, from 0. */
  readonly month: number;
  readonly span?: NumberQuestion['span'];
  /** The figure as text. */
  readonly children: ReactNode;
}

/** A planned figure of one staff group: it leads to how the frozen plan came to it. */
export function PlanFigure({
  organisationId,
  comparison,
  line,
  month,
  span = 'month',
  children,
}: PlanFigureProps) {
  const { year, staffGroup, months } = comparison;
  const measure = MEASURES[line];
  if (staffGroup === ALL_STAFF || measure === undefined) return children;
  const question = { staffGroup, measure, month: months[month] ?? '', span, run: year.runId };
  return (
    <FigureLink unit={{ scenarioId: year.scenario.id, organisationId }} question={question}>
      {children}
    </FigureLink>
  );
}

/** How the figures of all staff lead on. */
export function PlanFigureHint({ staffGroup }: Pick<YearComparison, 'staffGroup'>) {
  return staffGroup === ALL_STAFF ? (
    <p className="wt-caption">
      Choose a staff group: each figure of its plan then leads to how it came about.
    </p>
  ) : null;
}
