import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { EXTRACT_COLUMNS, extractStateText } from '#views/lists';
import { esrReportsQuery, esrVocabularyQuery } from '../../api/data-queries';
import type { EsrVocabulary, ListedEsrReport } from '../../api/esr-types';
import { Listing, type ListingColumn } from '../../listings/listing';
import { ListingFilesProvider } from '../../listings/listing-files';
import { SelectFilter } from '../../listings/select-filter';
import { useAddress } from '../../listings/use-address';
import { employerChoices, useLatestTree } from '../../organisations/use-latest-tree';
import { useMay } from '../../session/use-may';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatMoment } from '../../words/dates';
import { formatCount } from '../../words/numbers';
import { dayText } from '../day-words';
import { ExtractReport } from './extract-report';
import { ImportCard } from './import-card';
import { MappingCard } from './mapping-card';
import { UnmappedForm } from './unmapped-form';

const stateWord = (report: ListedEsrReport) => ({
  text: extractStateText(report),
  colour: report.blockedBy.length === 0 ? ('green' as const) : ('red' as const),
});

function columnsOf(onOpen: (id: string) => void): readonly ListingColumn<ListedEsrReport>[] {
  return [
    {
      ...EXTRACT_COLUMNS.asAt,
      kind: 'short',
      cell: ({ id, asAt }) => (
        <button type="button" className="wt-link-button" onClick={() => onOpen(id)}>
          {dayText(asAt)}
          <span className="nhsuk-u-visually-hidden">: report</span>
        </button>
      ),
    },
    { ...EXTRACT_COLUMNS.wte, kind: 'number', cell: ({ position }) => formatCount(position.fte) },
    {
      ...EXTRACT_COLUMNS.headcount,
      kind: 'number',
      cell: ({ position }) => position.headcount.toLocaleString('en-GB'),
    },
    { ...EXTRACT_COLUMNS.joiners, kind: 'number', cell: EXTRACT_COLUMNS.joiners.value },
    { ...EXTRACT_COLUMNS.leavers, kind: 'number', cell: EXTRACT_COLUMNS.leavers.value },
    { ...EXTRACT_COLUMNS.residual, kind: 'number', cell: EXTRACT_COLUMNS.residual.value },
    { ...EXTRACT_COLUMNS.state, kind: 'short', cell: (row) => <Tag word={stateWord(row)} /> },
    {
      ...EXTRACT_COLUMNS.imported,
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

interface OpenReportProps {
  readonly report: ListedEsrReport;
  readonly vocabulary: EsrVocabulary | undefined;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

function OpenReport({ report, vocabulary, mayEdit, onClose }: OpenReportProps) {
  const { organisationId, asAt, position, blockedBy } = report;
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section className="wt-card" aria-labelledby="extract" tabIndex={-1} ref={section}>
      <h2 className="nhsuk-heading-m wt-card__heading" id="extract">
        Extract of {dayText(asAt)}
      </h2>
      {vocabulary === undefined ? null : (
        <UnmappedForm
          organisationId={organisationId}
          position={position}
          vocabulary={vocabulary}
          mayEdit={mayEdit}
          onSaved={null}
        />
      )}
      {blockedBy.length === 0 ? (
        <p>
          <Link to={`/data/baselines?change=${organisationId}`}>Use it as the baseline</Link>
        </p>
      ) : null}
      <ExtractReport report={report} vocabulary={vocabulary} />
      <button type="button" className="wt-link-button" onClick={onClose}>
        Close
      </button>
    </section>
  );
}

function Extracts({ organisationId }: { readonly organisationId: string }) {
  const { get, set } = useAddress();
  const reports = useQuery(esrReportsQuery(organisationId));
  const { data: vocabulary } = useQuery(esrVocabularyQuery);
  const mayEdit = useMay('extracts:write');
  if (reports.isPending) return <Loading what="the extracts" rows={5} />;
  if (reports.isError) {
    return <Failure error={reports.error} what="the extracts" onRetry={() => void reports.refetch()} />;
  }
  const opened = reports.data.find(({ id }) => id === get('report'));
  return (
    <>
      <section className="wt-card" aria-labelledby="imported">
        <h2 className="nhsuk-heading-m wt-card__heading" id="imported">
          Imported extracts
        </h2>
        <Listing
          title="Imported extracts"
          isTitled
          table="extracts"
          columns={columnsOf((report) => set({ report }))}
          rows={reports.data}
          rowKey={({ id }) => id}
          empty="No extract of this organisation is imported yet: its baseline comes from published files."
        />
      </section>
      {opened === undefined ? null : (
        <OpenReport
          key={opened.id}
          report={opened}
          vocabulary={vocabulary}
          mayEdit={mayEdit}
          onClose={() => set({ report: '' })}
        />
      )}
      {mayEdit ? (
        <ImportCard
          organisationId={organisationId}
          vocabulary={vocabulary}
          isReportOpen={opened !== undefined}
          onSaved={(report) => set({ report })}
        />
      ) : null}
      {vocabulary === undefined ? null : (
        <MappingCard organisationId={organisationId} vocabulary={vocabulary} mayEdit={mayEdit} />
      )}
    </>
  );
}

/** An employer's own ESR extracts: imported, read, and what two of them say of the time between. */
export function EsrPage() {
  const { get, set } = useAddress();
  const tree = useLatestTree();
  const choices = employerChoices(tree);
  const [first] = choices.flatMap(({ options }) => options);
  const isOnlyOne = choices.flatMap(({ options }) => options).length === 1;
  const organisationId = get('organisation') || (isOnlyOne ? (first?.value ?? '') : '');
  return (
    <>
      <PageTitle parts={['ESR extracts', 'Data']} />
      <h1 className="nhsuk-heading-l wt-page-heading">ESR extracts</h1>
      <p className="wt-secondary">
        An employer’s own extract makes a baseline with its own bands, ages and ethnicity in place of
        published figures. With one of an earlier day it gives joiners, leavers, moves and turnover.
      </p>
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
        <ListingFilesProvider value={{ organisation: organisationId }}>
          <Extracts key={organisationId} organisationId={organisationId} />
        </ListingFilesProvider>
      )}
    </>
  );
}
