import { MONTHLY_ISSUE_COLUMNS, monthlyLineColumns, UNUSED_COLUMNS } from '#views/lists';
import type { MonthlyReport, MonthlyVocabulary } from '../../api/monthly-types';
import { LabelledSelect } from '../../controls/labelled-select';
import { Listing } from '../../listings/listing';
import { shownColumns } from '../../listings/shown-columns';
import { useAddress } from '../../listings/use-address';
import { formatMonth } from '../../words/dates';
import { formatPounds, formatQuantity } from '../../words/numbers';

interface MonthlyReportProps {
  readonly report: MonthlyReport;
  readonly vocabulary: MonthlyVocabulary | undefined;
}

function LinesTable({ report, vocabulary }: MonthlyReportProps) {
  const { months, lines } = report;
  const { get, set } = useAddress();
  const month = months.find((each) => each === get('month')) ?? months.at(-1) ?? '';
  return (
    <>
      <LabelledSelect label="Month" value={month} onChoose={(chosen) => set({ month: chosen })}>
        {months.map((each) => (
          <option key={each} value={each}>
            {formatMonth(each)}
          </option>
        ))}
      </LabelledSelect>
      <Listing
        title={`Figures of ${formatMonth(month)}`}
        table="figures"
        columns={shownColumns(monthlyLineColumns(lines, vocabulary), { group: 'wide' })}
        rows={lines.filter((line) => line.month === month)}
        rowKey={({ staffGroup, employment }) => `${staffGroup} ${employment}`}
        empty="No figure of this month counts."
      />
    </>
  );
}

/** What a ledger or roster comes to: figures of a month, quality, and columns that nothing is read from. */
export function MonthlyReportView({ report, vocabulary }: MonthlyReportProps) {
  const { file, months, leftOut, issues, coverage, mappingVersion } = report;
  return (
    <>
      <p className="wt-card__sentence">
        {formatQuantity(file.rowsRead, 'row')} of {formatMonth(months[0] ?? '')} to{' '}
        {formatMonth(months.at(-1) ?? '')}. Left out by the mapping: {formatQuantity(leftOut.rows, 'row')},{' '}
        {formatPounds(leftOut.actual)}.
      </p>
      <p className="wt-secondary">
        {coverage} Read by{' '}
        {mappingVersion === 0 ? 'the shipped tables' : `version ${mappingVersion} of the mapping`}. SHA-256{' '}
        <code className="wt-code">{file.sha256}</code>
      </p>
      <LinesTable report={report} vocabulary={vocabulary} />
      <Listing
        title="Data quality"
        table="quality"
        columns={shownColumns(MONTHLY_ISSUE_COLUMNS, { what: 'wide' })}
        rows={issues}
        rowKey={({ rule }) => rule}
        empty="Nothing stands out."
      />
      <Listing
        title="Columns that are not used"
        table="unused"
        columns={shownColumns(UNUSED_COLUMNS, { header: 'wide' })}
        rows={file.columnsNotUsed}
        rowKey={({ header }) => header}
        empty="Every column is used, or dropped as personal."
      />
    </>
  );
}
