import type { EsrReport, EsrVocabulary } from '../../api/esr-types';
import { formatQuantity } from '../../words/numbers';
import { dayText } from '../day-words';
import { FlowsTable, LeaversTables, MovesTable, TurnoverTable } from './change-tables';
import { reportSentence } from './extract-words';
import { ColumnsTable, GroupsTable, IssuesTable, RulesTable } from './position-tables';
import { ReconciliationTable } from './reconciliation-table';

interface ExtractReportProps {
  readonly report: EsrReport;
  readonly vocabulary: EsrVocabulary | undefined;
}

function Change({ report, vocabulary }: ExtractReportProps) {
  const { change } = report;
  if (change === null) {
    return (
      <p className="wt-secondary">
        Joiners, leavers, moves and turnover need an extract of an earlier day beside this one.
      </p>
    );
  }
  return (
    <>
      <h3 className="nhsuk-heading-m wt-card__heading">Since {dayText(change.earlierAsAt)}</h3>
      <p className="wt-secondary">
        Matched person by person while the files were read; nothing that says who was kept.{' '}
        {formatQuantity(change.flows.rehired, 'person', 'people')} left and came back in between. The four
        measures of turnover are never compared with one another.
      </p>
      <FlowsTable change={change} vocabulary={vocabulary} />
      <TurnoverTable change={change} vocabulary={vocabulary} />
      <ReconciliationTable reconciliation={change.reconciliation} />
      <LeaversTables change={change} />
      <MovesTable change={change} vocabulary={vocabulary} />
    </>
  );
}

/** What an extract comes to: position, rules, quality, and the change since an earlier one. */
export function ExtractReport({ report, vocabulary }: ExtractReportProps) {
  const { position, files, coverage, mappingVersion, sha256 } = report;
  return (
    <>
      <p className="wt-card__sentence">{reportSentence(report)}</p>
      <p className="wt-secondary">
        {coverage} Read by{' '}
        {mappingVersion === 0 ? 'the shipped tables' : `version ${mappingVersion} of the mapping`}. SHA-256{' '}
        <code className="wt-code">{sha256}</code>
      </p>
      <RulesTable position={position} />
      <IssuesTable position={position} />
      <GroupsTable position={position} vocabulary={vocabulary} />
      <Change report={report} vocabulary={vocabulary} />
      {files.map((file) => (
        <ColumnsTable key={file.role} file={file} vocabulary={vocabulary} />
      ))}
    </>
  );
}
