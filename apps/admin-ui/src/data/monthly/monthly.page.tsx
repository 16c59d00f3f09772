import { useQuery } from '@tanstack/react-query';
import type { ListedMonthlyReport, MonthlyKind } from '../../api/monthly-types';
import { Listing, type ListingColumn } from '../../listings/listing';
import { SelectFilter } from '../../listings/select-filter';
import { useAddress } from '../../listings/use-address';
import { employerChoices, useLatestTree } from '../../organisations/use-latest-tree';
import { useMay } from '../../session/use-may';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatMoment, formatMonth } from '../../words/dates';
import { MonthlyImportCard } from './monthly-import-card';
import { monthlyReportsQuery, monthlyVocabularyQuery, type MonthlySubject } from './monthly-queries';
import { MonthlyReportView } from './monthly-report';
import { KIND_WORDS } from './monthly-words';
import { UnmappedSourcesForm } from './unmapped-sources-form';

const stateOf = ({ blockedBy }: ListedMonthlyReport) =>
  blockedBy.length === 0
    ? ({ text: 'In use', colour: 'green' } as const)
    : ({ text: `${blockedBy.length} not mapped`, colour: 'red' } as const);

const monthsText = ({ months }: ListedMonthlyReport): string =>
  `${formatMonth(months[0] ?? '')} to ${formatMonth(months.at(-1) ?? '')}`;

function columnsOf(onOpen: (id: string) => void): readonly ListingColumn<ListedMonthlyReport>[] {
  return [
    {
      heading: 'File',
      kind: 'wide',
      cell: ({ id, file }) => (
        <button type="button" className="wt-link-button" onClick={() => onOpen(id)}>
          {file.fileName}
          <span className="nhsuk-u-visually-hidden">: report</span>
        </button>
      ),
      value: ({ file }) => file.fileName,
    },
    { heading: 'Months', kind: 'short', cell: monthsText, value: monthsText },
    {
      heading: 'Rows',
      kind: 'number',
      cell: ({ file }) => file.rowsRead.toLocaleString('en-GB'),
      value: ({ file }) => file.rowsRead,
    },
    {
      heading: 'State',
      kind: 'short',
      cell: (row) => <Tag word={stateOf(row)} />,
      value: (row) => stateOf(row).text,
    },
    {
      heading: 'Imported',
      kind: 'short',
      cell: ({ importedAt, importedBy }) => (
        <>
          {formatMoment(importedAt)}
          <span className="wt-cell-note">{importedBy ?? 'Command line'}</span>
        </>
      ),
      value: ({ importedAt }) => importedAt,
    },
  ];
}

function Imports({ subject }: { readonly subject: MonthlySubject }) {
  const { get, set } = useAddress();
  const reports = useQuery(monthlyReportsQuery(subject));
  const { data: vocabulary } = useQuery(monthlyVocabularyQuery(subject.kind));
  const mayEdit = useMay('extracts:write');
  const { title, file } = KIND_WORDS[subject.kind];
  if (reports.isPending || vocabulary === undefined) return <Loading what="the imports" rows={5} />;
  if (reports.isError) {
    return <Failure error={reports.error} what="the imports" onRetry={() => void reports.refetch()} />;
  }
  const opened = reports.data.find(({ id }) => id === get('report'));
  return (
    <>
      <section className="wt-card" aria-labelledby="imported">
        <h2 className="nhsuk-heading-m wt-card__heading" id="imported">
          Imported files
        </h2>
        <Listing
          title={`${title} files`}
          isTitled
          columns={columnsOf((report) => set({ report }))}
          rows={reports.data}
          rowKey={({ id }) => id}
          empty={`No ${file} of this organisation is imported yet.`}
        />
      </section>
      {opened === undefined ? null : (
        <section className="wt-card" aria-labelledby="opened">
          <h2 className="nhsuk-heading-m wt-card__heading" id="opened">
            {opened.file.fileName}
          </h2>
          <UnmappedSourcesForm
            subject={subject}
            report={opened}
            vocabulary={vocabulary}
            mayEdit={mayEdit}
            onSaved={null}
          />
          <MonthlyReportView key={opened.id} report={opened} vocabulary={vocabulary} />
          <button type="button" className="wt-link-button" onClick={() => set({ report: '' })}>
            Close
          </button>
        </section>
      )}
      {mayEdit ? (
        <MonthlyImportCard subject={subject} vocabulary={vocabulary} onSaved={(report) => set({ report })} />
      ) : null}
    </>
  );
}

function MonthlyPage({ kind }: { readonly kind: MonthlyKind }) {
  const { get, set } = useAddress();
  const choices = employerChoices(useLatestTree());
  const employers = choices.flatMap(({ options }) => options);
  const organisationId = get('organisation') || (employers.length === 1 ? (employers[0]?.value ?? '') : '');
  const { title, lede } = KIND_WORDS[kind];
  return (
    <>
      <PageTitle parts={[title, 'Data']} />
      <h1 className="nhsuk-heading-l wt-page-heading">{title}</h1>
      <p className="wt-secondary">{lede}</p>
      <div className="wt-toolbar">
        <SelectFilter
          label="Organisation"
          value={organisationId}
          onChange={(organisation) => set({ organisation, report: '' })}
          groups={choices}
          none="Choose an organisation"
        />
      </div>
      {organisationId === '' ? null : (
        <Imports key={`${kind} ${organisationId}`} subject={{ kind, organisationId }} />
      )}
    </>
  );
}

/** An employer's finance ledgers: imported, read, mapped. */
export function LedgerPage() {
  return <MonthlyPage kind="ledger" />;
}

/** An employer's rosters: imported, read, mapped. */
export function RosterPage() {
  return <MonthlyPage kind="roster" />;
}
