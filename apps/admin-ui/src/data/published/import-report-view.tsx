import { monthsText, publishedKindText } from '#views/lists';
import type { ImportReport } from '../../api/data-types';
import { Listing } from '../../listings/listing';
import { formatQuantity } from '../../words/numbers';
import { qualityLines } from './import-words';

/** The quality report of a published file: each rule with its count and examples. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { fileName, kind, rowsRead, rowsKept, sha256 } = report;
  return (
    <>
      <p>
        {publishedKindText(kind)}, {monthsText(report)}: {formatQuantity(rowsKept, 'row')} kept of{' '}
        {formatQuantity(rowsRead, 'row')} read.
      </p>
      <p className="wt-secondary">
        SHA-256 <code className="wt-code">{sha256}</code>
      </p>
      <Listing
        title={`Quality of ${fileName}`}
        columns={[
          { heading: 'Rule', kind: 'words', cell: ({ rule }) => rule, value: ({ rule }) => rule },
          {
            heading: 'Count',
            kind: 'number',
            cell: ({ count }) => count.toLocaleString('en-GB'),
            value: ({ count }) => count,
          },
          {
            heading: 'What it means',
            kind: 'wide',
            cell: ({ explanation }) => explanation,
            value: ({ explanation }) => explanation,
          },
          {
            heading: 'Where',
            kind: 'wide',
            cell: ({ examples }) => examples,
            value: ({ examples }) => examples,
          },
        ]}
        rows={qualityLines(report)}
        rowKey={({ rule }) => rule}
        empty=""
      />
    </>
  );
}
