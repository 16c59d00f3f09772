import { useState } from 'react';
import type { MonthlyFigures, MonthlyLine, MonthlyReport, MonthlyVocabulary } from '../../api/monthly-types';
import { LabelledSelect } from '../../controls/labelled-select';
import { Listing, type ListingColumn } from '../../listings/listing';
import { formatMonth } from '../../words/dates';
import { formatCount, formatPounds, formatQuantity } from '../../words/numbers';
import { EMPLOYMENTS, staffGroupText } from './monthly-words';

interface MonthlyReportProps {
  readonly report: MonthlyReport;
  readonly vocabulary: MonthlyVocabulary | undefined;
}

const FIGURES: Readonly<Record<keyof MonthlyFigures, readonly [string, (value: number) => string]>> = {
  budgetedWte: ['Budgeted WTE', formatCount],
  workedWte: ['Worked WTE', formatCount],
  contractedWte: ['Contracted WTE', formatCount],
  hours: ['Hours', formatCount],
  budget: ['Budget', formatPounds],
  actual: ['Actual', formatPounds],
};

/** The figures that the file has any of. */
function figureColumns(lines: readonly MonthlyLine[]): ListingColumn<MonthlyLine>[] {
  const keys = Object.keys(FIGURES) as (keyof MonthlyFigures)[];
  return keys
    .filter((key) => lines.some(({ figures }) => figures[key] !== null))
    .map((key) => {
      const [heading, format] = FIGURES[key];
      return {
        heading,
        kind: 'number',
        cell: ({ figures }) => (figures[key] === null ? '–' : format(figures[key])),
        value: ({ figures }) => figures[key],
      };
    });
}

function LinesTable({ report, vocabulary }: MonthlyReportProps) {
  const { months, lines } = report;
  const [month, setMonth] = useState(months.at(-1) ?? '');
  const group = ({ staffGroup }: MonthlyLine) => staffGroupText(vocabulary, staffGroup);
  const employment = (line: MonthlyLine) =>
    line.employment === null ? 'Not mapped' : EMPLOYMENTS[line.employment];
  return (
    <>
      <LabelledSelect label="Month" value={month} onChoose={setMonth}>
        {months.map((each) => (
          <option key={each} value={each}>
            {formatMonth(each)}
          </option>
        ))}
      </LabelledSelect>
      <Listing
        title={`Figures of ${formatMonth(month)}`}
        columns={[
          { heading: 'Staff group', kind: 'wide', cell: group, value: group },
          { heading: 'Employment', cell: employment, value: employment },
          ...figureColumns(lines),
        ]}
        rows={lines.filter((line) => line.month === month)}
        rowKey={(line) => `${group(line)} ${employment(line)}`}
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
        columns={[
          { heading: 'What', kind: 'wide', cell: ({ message }) => message, value: ({ message }) => message },
          { heading: 'Count', kind: 'number', cell: ({ count }) => count, value: ({ count }) => count },
          {
            heading: 'Lines, for instance',
            cell: ({ lines }) => lines.join(', '),
            value: ({ lines }) => lines.join(', '),
          },
        ]}
        rows={issues}
        rowKey={({ rule }) => rule}
        empty="Nothing stands out."
      />
      <Listing
        title="Columns that are not used"
        columns={[
          { heading: 'Column', kind: 'wide', cell: ({ header }) => header, value: ({ header }) => header },
          {
            heading: 'Looks like',
            cell: ({ looksLike }) => looksLike ?? '–',
            value: ({ looksLike }) => looksLike,
          },
        ]}
        rows={file.columnsNotUsed}
        rowKey={({ header }) => header}
        empty="Every column is used, or dropped as personal."
      />
    </>
  );
}
