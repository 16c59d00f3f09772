import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { warningsOf, withHighlights } from '#modules/report-layout';
import type { ModuleReport, ReportTable } from '../api/analysis-types';
import { reportQuery } from '../api/analysis-queries';
import { kindOf } from '../api/api-error';
import type { Unit } from '../api/queries';
import type { Overview, OverviewResult } from '../api/types';
import { FigureSourceProvider } from '../plan/figure-source';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { RecalculateButton } from '../overview/recalculate-button';
import { FigureLink } from '../explanation/figure-link';
import { questionOfCell } from './explained-figures';
import { useModuleView } from './module-view';
import { ReportFigures } from './report-figures';
import { ReportNotes } from './report-notes';
import type { CellLink } from './report-table';
import { TableCard } from './table-card';

function UnusedTables({ tables }: { readonly tables: readonly ReportTable[] }) {
  if (tables.length === 0) return null;
  return (
    <section className="wt-card" aria-labelledby="unused-tables">
      <h2 className="nhsuk-heading-m wt-card__heading" id="unused-tables">
        Nothing to show yet
      </h2>
      <p>These tables fill when the plan has entries or assumptions for them.</p>
      <ul className="nhsuk-list nhsuk-list--bullet wt-notes">
        {tables.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
    </section>
  );
}

/** What falls short of a limit that is safe: below a floor. */
function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className="wt-banner wt-banner--error" aria-labelledby="report-warnings">
      <h2 className="nhsuk-heading-s" id="report-warnings">
        {warnings.length === 1 ? 'Warning' : `${warnings.length} warnings`}
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet wt-notes">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}

interface ReportProps {
  readonly report: ModuleReport;
  readonly unit: Unit;
  readonly overview: Overview;
}

/** A report from its key figures to its tables. */
function Report({ report: published, unit, overview }: ReportProps) {
  const report = useMemo(() => withHighlights(published), [published]);
  const view = useModuleView();
  const linkOf =
    (table: string): CellLink =>
    (cell, text) => {
      const question = questionOfCell(`${report.module} ${table}`, cell, overview.staffGroups);
      return question === null ? null : (
        <FigureLink unit={unit} question={question}>
          {text}
        </FigureLink>
      );
    };
  return (
    <>
      <ReportFigures figures={report.figures} />
      <Warnings warnings={warningsOf(published)} />
      <ReportNotes notes={report.notes} />
      {report.tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <TableCard
            key={`${report.module} ${table.key}`}
            module={report.module}
            table={table}
            view={view}
            linkOf={linkOf(table.key)}
          />
        ))}
      <UnusedTables tables={report.tables.filter(({ rows }) => rows.length === 0)} />
    </>
  );
}

function NoReport({ unit, detail }: { readonly unit: Unit; readonly detail: string }) {
  return (
    <section className="wt-card">
      <h2 className="nhsuk-heading-m wt-card__heading">No report of this module</h2>
      <p>{detail}</p>
      <RecalculateButton unit={unit} />
    </section>
  );
}

interface ReportSectionProps {
  readonly unit: Unit;
  readonly module: string;
  readonly overview: Overview;
  readonly result: OverviewResult;
}

/** What a module says about the published run; the last report stays, dimmed, until the new one is there. */
export function ReportSection({ unit, module, overview, result }: ReportSectionProps) {
  const report = useQuery(reportQuery(unit, module, result.id));
  if (report.isError && kindOf(report.error) === 'not-found') {
    return <NoReport unit={unit} detail={report.error.message} />;
  }
  if (report.isError) {
    return <Failure error={report.error} what="this report" onRetry={() => void report.refetch()} />;
  }
  if (report.isPending || report.data.answer.module !== module) {
    return <Loading what="the report" rows={12} />;
  }
  const isStale = report.isPlaceholderData || overview.freshness.state === 'recalculating';
  const source = {
    organisation: overview.organisation,
    scenario: overview.scenario.name,
    runId: report.data.runId,
    engineVersion: report.data.engineVersion,
    calculatedAt: result.publishedAt,
  };
  return (
    <FigureSourceProvider value={source}>
      <div className={isStale ? 'wt-figures wt-stale' : 'wt-figures'} aria-busy={isStale}>
        <Report report={report.data.answer} unit={unit} overview={overview} />
      </div>
    </FigureSourceProvider>
  );
}
