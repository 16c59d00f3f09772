import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LINE_NAMES, UNIT_NAMES } from '#views/lists';
import { apiChange } from '../api/api-client';
import type { ComparedLine, MonitoredYear, YearComparison } from '../api/monitoring-types';
import { overviewQuery, type Unit } from '../api/queries';
import type { Overview } from '../api/types';
import { Chooser } from '../controls/chooser';
import { PageFiles } from '../downloads/view-links';
import { FigureSourceProvider, type FigureSource } from '../plan/figure-source';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit } from '../plan/use-unit';
import { useAddressView } from '../shell/use-address-view';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { financialYear, formatDay, formatMonth } from '../words/dates';
import { ActualsPanel, faultInWords } from './actuals-panel';
import { ComparisonChart, ComparisonTable } from './comparison-card';
import { exactChange, exactFigure } from './comparison-words';
import { FlaggedCard } from './flagged-card';
import { comparisonQuery, monitoredYearsQuery } from './in-the-year-queries';
import { OutturnTable } from './outturn-card';
import { ReasonsCard } from './reasons-card';
import { ReforecastCard } from './reforecast-card';
import { ThresholdsCard } from './thresholds-card';

const SUBJECT = 'in the year';
const ALL_STAFF = 'all-staff';

/** The latest closed month of a line in a sentence. */
function comparisonSentence({ months, closedMonths }: YearComparison, line: ComparedLine): string {
  const name = LINE_NAMES[line.line] ?? line.line;
  const last = line.months.at(-1)?.variance ?? null;
  if (closedMonths === 0) return 'No actual figures are loaded yet.';
  const month = formatMonth(months[closedMonths - 1] ?? '');
  if (last === null) return `${name} of ${month} is not loaded for every staff group of the plan.`;
  const unit = UNIT_NAMES[line.unit];
  const end =
    line.outturn.forecast === null
      ? ''
      : ` The forecast outturn is ${exactFigure(line.outturn.forecast, line)} ${unit}, the plan ${exactFigure(line.outturn.plan, line)} ${unit}.`;
  return `${name} in ${month}: ${exactFigure(last.actual, line)} ${unit}, ${exactChange(last.variance, line)} ${unit} against plan.${end}`;
}

interface ComparisonProps {
  readonly year: MonitoredYear;
  readonly unit: Unit;
  readonly overview: Overview;
}

/** The source of what is held against a frozen plan. */
function sourceOf(year: MonitoredYear, { organisation }: Overview): FigureSource {
  const { name, code } = organisation;
  return {
    organisation,
    scenario: year.scenario.name,
    runId: year.runId,
    engineVersion: '',
    calculatedAt: year.frozenAt,
    statement: `Source: Wholetime, plan of ${name} (${code}), ${year.scenario.name}, frozen ${formatDay(year.frozenAt)}, and actual figures loaded.\nRun ${year.runId}.`,
  };
}

function PlanLine({ year }: { readonly year: MonitoredYear }) {
  return (
    <p className="wt-meta">
      The plan of {financialYear(year.firstYear)} is “{year.scenario.name}” (run {year.runId}), frozen by{' '}
      {year.frozenBy} on {formatDay(year.frozenAt)}.
    </p>
  );
}

interface ClosedMonthsProps {
  readonly organisationId: string;
  readonly comparison: YearComparison;
  readonly line: YearComparison['lines'][number];
  readonly nameOf: (staffGroup: string) => string;
  readonly show: (place: Readonly<Record<string, string>>) => void;
}

/** The months that are over: plan beside actual, thresholds, reasons, and what is flagged. */
function ClosedMonths({ organisationId, comparison, line, nameOf, show }: ClosedMonthsProps) {
  return (
    <>
      <section className="wt-card" aria-label="Plan against actual">
        <h2 className="nhsuk-heading-m wt-card__heading">Plan against actual</h2>
        <ComparisonChart comparison={comparison} line={line} />
        <ComparisonTable organisationId={organisationId} comparison={comparison} line={line} />
        <ThresholdsCard organisationId={organisationId} comparison={comparison} />
      </section>
      <ReasonsCard
        key={`${comparison.staffGroup} ${line.line}`}
        organisationId={organisationId}
        comparison={comparison}
        line={line}
      />
      <FlaggedCard
        comparison={comparison}
        nameOf={nameOf}
        onShow={(group, flagged) => show({ group, line: flagged })}
      />
    </>
  );
}

function Comparison({ year, unit, overview }: ComparisonProps) {
  const { search, change } = useAddressView();
  const staffGroup = search.get('group') ?? ALL_STAFF;
  const lineCode = search.get('line') ?? 'substantive';
  const comparison = useQuery(comparisonQuery(unit.organisationId, year.firstYear, staffGroup));
  if (comparison.isError) {
    return (
      <Failure
        error={comparison.error}
        what="plan against actual"
        onRetry={() => void comparison.refetch()}
      />
    );
  }
  const data = comparison.data;
  const line = data?.lines.find((each) => each.line === lineCode) ?? data?.lines[0];
  if (data === undefined || line === undefined) return <Loading what="plan against actual" rows={10} />;
  const nameOf = (code: string) => overview.staffGroups.find((group) => group.code === code)?.name ?? code;
  const lines = data.lines.map(({ line: value }) => ({ value, label: LINE_NAMES[value] ?? value }));
  return (
    <FigureSourceProvider value={sourceOf(year, overview)}>
      <PageFiles />
      <div className="wt-figures">
        <p className="nhsuk-lede-text wt-sentence">{comparisonSentence(data, line)}</p>
        <div className="wt-toolbar">
          <Chooser
            label="Staff group"
            value={staffGroup}
            options={[
              { value: ALL_STAFF, label: 'All staff' },
              ...data.staffGroups.map(({ code }) => ({ value: code, label: nameOf(code) })),
            ]}
            onChoose={(group) => change({ group })}
          />
          <Chooser
            label="Line"
            value={line.line}
            options={lines}
            onChoose={(chosen) => change({ line: chosen })}
          />
        </div>
        {data.closedMonths === 0 ? null : (
          <ClosedMonths
            organisationId={unit.organisationId}
            comparison={data}
            line={line}
            nameOf={nameOf}
            show={change}
          />
        )}
        <section className="wt-card" aria-label="The end of the year">
          <h2 className="nhsuk-heading-m wt-card__heading">The end of the year</h2>
          <OutturnTable organisationId={unit.organisationId} comparison={data} />
        </section>
        <ReforecastCard organisationId={unit.organisationId} comparison={data} />
        <PlanLine year={year} />
      </div>
    </FigureSourceProvider>
  );
}

function FreezePlan({ unit, firstYear }: { readonly unit: Unit; readonly firstYear: number }) {
  const client = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const freeze = async () => {
    setFault(null);
    try {
      await apiChange('POST', '/monitored-years', { ...unit, firstYear });
      await client.invalidateQueries({ queryKey: ['monitored-years', unit.organisationId] });
    } catch (error) {
      setFault(faultInWords(error));
    }
  };
  return (
    <section className="wt-card" aria-label="Plan of the year">
      <p>
        No plan is frozen for {financialYear(firstYear)}. Frozen figures stay as they are, whatever becomes of
        the scenario.
      </p>
      {fault === null ? null : (
        <p className="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small wt-button"
        onClick={() => void freeze()}
      >
        Freeze the figures of this scenario
      </button>
    </section>
  );
}

function Content({
  unit,
  overview,
  firstYear,
}: Omit<ComparisonProps, 'year'> & { readonly firstYear: number }) {
  const years = useQuery(monitoredYearsQuery(unit.organisationId));
  if (years.isError) {
    return <Failure error={years.error} what="plan against actual" onRetry={() => void years.refetch()} />;
  }
  if (years.data === undefined) return <Loading what="plan against actual" rows={10} />;
  const year = years.data.find((each) => each.firstYear === firstYear);
  return (
    <>
      {year === undefined ? (
        <FreezePlan unit={unit} firstYear={firstYear} />
      ) : (
        <Comparison year={year} unit={unit} overview={overview} />
      )}
      <ActualsPanel organisationId={unit.organisationId} />
    </>
  );
}

/** Plan against actual of an organisation in the first year of its round. */
export default function InTheYearPage() {
  const place = useUnit();
  const overview = useQuery(overviewQuery(place.unit));
  const organisation = overview.data?.organisation ?? place.organisation;
  const firstYear = place.context?.round.firstYear;
  return (
    <>
      <PageTitle parts={[`${organisation?.name ?? 'Plan'}: ${SUBJECT}`]} />
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">In the year</h1>
      ) : (
        <UnitHeading
          scenarioId={place.unit.scenarioId}
          ancestors={place.ancestors}
          organisation={organisation}
          subject={SUBJECT}
          context={place.context}
          freshness={null}
        />
      )}
      {overview.isError ? (
        <Failure error={overview.error} what="this page" onRetry={() => void overview.refetch()} />
      ) : null}
      {overview.data === undefined || firstYear === undefined ? null : (
        <Content unit={place.unit} overview={overview.data} firstYear={firstYear} />
      )}
    </>
  );
}
