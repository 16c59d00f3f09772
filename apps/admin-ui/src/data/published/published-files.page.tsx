import { useQuery } from '@tanstack/react-query';
import {
  monthsText,
  PUBLISHED_FILE_COLUMNS,
  PUBLISHED_KINDS,
  publishedFilesFound,
  publishedKindText,
} from '#views/lists';
import { importsQuery } from '../../api/data-queries';
import type { ListedImport } from '../../api/data-types';
import { Chooser } from '../../controls/chooser';
import { TextFilter } from '../../listings/filters';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { useMayNationally } from '../../session/use-may';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { formatMoment } from '../../words/dates';
import { ImportForm } from './import-form';
import { ImportReportView } from './import-report-view';

const KINDS = PUBLISHED_KINDS.map((value) => ({ value, label: publishedKindText(value) }));

const count = (value: number) => value.toLocaleString('en-GB');

function columnsOf(onOpen: (id: string) => void): readonly ListingColumn<ListedImport>[] {
  return [
    {
      ...PUBLISHED_FILE_COLUMNS.file,
      kind: 'wide',
      cell: ({ id, fileName }) => (
        <button type="button" className="wt-link-button" onClick={() => onOpen(id)}>
          {fileName}
          <span className="nhsuk-u-visually-hidden">: quality report</span>
        </button>
      ),
    },
    { ...PUBLISHED_FILE_COLUMNS.kind, kind: 'words', cell: PUBLISHED_FILE_COLUMNS.kind.value },
    { ...PUBLISHED_FILE_COLUMNS.months, kind: 'short', cell: monthsText },
    { ...PUBLISHED_FILE_COLUMNS.read, kind: 'number', cell: ({ rowsRead }) => count(rowsRead) },
    { ...PUBLISHED_FILE_COLUMNS.kept, kind: 'number', cell: ({ rowsKept }) => count(rowsKept) },
    {
      ...PUBLISHED_FILE_COLUMNS.suppressed,
      kind: 'number',
      cell: ({ suppressedCells }) => count(suppressedCells),
    },
    { ...PUBLISHED_FILE_COLUMNS.jumps, kind: 'number', cell: ({ jumps }) => count(jumps.length) },
    {
      ...PUBLISHED_FILE_COLUMNS.imported,
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

function Imports({ imports }: { readonly imports: readonly ListedImport[] }) {
  const { get, set } = useAddress();
  const opened = imports.find(({ id }) => id === get('report'));
  const rows = publishedFilesFound(imports, { kind: get('kind'), find: get('find') });
  return (
    <>
      {opened === undefined ? null : (
        <section className="wt-card" aria-labelledby="report">
          <h2 className="nhsuk-heading-m wt-card__heading" id="report">
            {opened.fileName}
          </h2>
          <ImportReportView report={opened} />
          <button type="button" className="wt-link-button" onClick={() => set({ report: '' })}>
            Close
          </button>
        </section>
      )}
      <section className="wt-card">
        <div className="wt-toolbar">
          <TextFilter label="File or month" value={get('find')} onChange={(find) => set({ find })} />
          <Chooser
            label="Kind"
            value={get('kind')}
            onChoose={(kind) => set({ kind })}
            options={[{ value: '', label: 'Any' }, ...KINDS]}
          />
        </div>
        <Listing
          title="Published files"
          isTitled
          table="published-files"
          columns={columnsOf((report) => set({ report }))}
          rows={rows}
          rowKey={({ id }) => id}
          empty={imports.length === 0 ? 'No published file is imported yet.' : 'No file fits this.'}
        />
      </section>
    </>
  );
}

/** Published NHS files: what was imported, how good it is, and importing more. */
export function PublishedFilesPage() {
  const imports = useQuery(importsQuery);
  const mayImport = useMayNationally('imports:write');
  return (
    <>
      <PageTitle parts={['Published files', 'Data']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Published files</h1>
      <p className="wt-secondary">
        Sickness absence, turnover, workforce statistics and ethnicity by band, read as they are published.
        They serve every organisation.
      </p>
      {mayImport ? <ImportForm /> : null}
      {imports.isPending ? <Loading what="the imports" rows={6} /> : null}
      {imports.isError && imports.data === undefined ? (
        <Failure error={imports.error} what="the imports" onRetry={() => void imports.refetch()} />
      ) : null}
      {imports.data === undefined ? null : <Imports imports={imports.data} />}
    </>
  );
}
