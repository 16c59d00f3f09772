import { useQuery } from '@tanstack/react-query';
import { MONTHLY_FILE_COLUMNS, monthlyStateText } from '#views/lists';
import type { ListedMonthlyReport, MonthlyKind } from '../../api/monthly-types';
import { Listing, type ListingColumn } from '../../listings/listing';
import { ListingFilesProvider } from '../../listings/listing-files';
import { shownColumns } from '../../listings/shown-columns';
import { SelectFilter } from '../../listings/select-filter';
import { useAddress } from '../../listings/use-address';
import { employerChoices, useLatestTree } from '../../organisations/use-latest-tree';
import { useMay } from '../../session/use-may';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatMoment } from '../../words/dates';
import { MonthlyImportCard } from './monthly-import-card';
import { monthlyReportsQuery, monthlyVocabularyQuery, type MonthlySubject } from './monthly-queries';
import { MonthlyReportView } from './monthly-report';
import { KIND_WORDS } from './monthly-words';
import { UnmappedSourcesForm } from './unmapped-sources-form';

const stateOf = (report: ListedMonthlyReport) =>
  ({
    text: monthlyStateText(report),
    colour: report.blockedBy.length === 0 ? 'green' : 'red',
  }) as const;

function columnsOf(onOpen: (id: string) => void): readonly ListingColumn<ListedMonthlyReport>[] {
  const { file, from, to, rows, state, imported } = MONTHLY_FILE_COLUMNS;
  return [
    {
      ...file,
      kind: 'wide',
      cell: (report) => (
        <button type="button" className="wt-link-button" onClick={() => onOpen(report.id)}>
          {report.file.fileName}
          <span className="nhsuk-u-visually-hidden">: report</span>
        </button>
      ),
    },
    ...shownColumns({ from, to, rows }, { from: 'short', to: 'short' }),
    { ...state, kind: 'short', cell: (row) => <Tag word={stateOf(row)} /> },
    {
      ...imported,
      kind: 'short',
      cell: ({ importedAt, importedBy }) => (
        <>
          {formatMoment(importedAt)}
          <span className="wt-cell-note">{importedBy ?? 'Command line'}</span>
        </>
      ),
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
          table="files"
          columns={columnsOf((report) => set({ report, month: '' }))}
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
          onChange={(organisation) => set({ organisation, report: '', month: '' })}
          groups={choices}
          none="Choose an organisation"
        />
      </div>
      {organisationId === '' ? null : (
        <ListingFilesProvider value={{ organisation: organisationId }}>
          <Imports key={`${kind} ${organisationId}`} subject={{ kind, organisationId }} />
        </ListingFilesProvider>
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
