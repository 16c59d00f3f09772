import { foundColumns, groupColumns, ISSUE_COLUMNS, RULE_COLUMNS } from '#views/lists';
import type { EsrFile, EsrPosition, EsrVocabulary } from '../../api/esr-types';
import { Listing } from '../../listings/listing';
import { shownColumns } from '../../listings/shown-columns';

interface PositionProps {
  readonly position: EsrPosition;
  readonly vocabulary: EsrVocabulary | undefined;
}

/** Rules on assignments with what came under each; those under which nothing came are only named. */
export function RulesTable({ position }: Pick<PositionProps, 'position'>) {
  const idle = position.rules.filter(({ assignments }) => assignments === 0);
  return (
    <>
      <Listing
        title="Rules on assignments"
        table="rules"
        columns={shownColumns(RULE_COLUMNS, { rule: 'wide', effect: 'words' })}
        rows={position.rules.filter(({ assignments }) => assignments > 0)}
        rowKey={({ code }) => code}
        empty="No assignment was read."
      />
      {idle.length === 0 ? null : (
        <p className="wt-secondary wt-listing">
          Nothing in this extract came under: {idle.map(({ label }) => label).join('; ')}.
        </p>
      )}
    </>
  );
}

/** Contracted WTE and people by staff group. */
export function GroupsTable({ position, vocabulary }: PositionProps) {
  return (
    <Listing
      title="Staff in post by staff group"
      table="groups"
      columns={shownColumns(groupColumns(vocabulary), { group: 'wide' })}
      rows={position.byGroup}
      rowKey={({ staffGroupCode }) => staffGroupCode}
      empty="Nobody is counted."
    />
  );
}

/** What the data are like: each rule with how often it was broken, and where. */
export function IssuesTable({ position }: Pick<PositionProps, 'position'>) {
  return (
    <Listing
      title="Data quality"
      table="quality"
      columns={shownColumns(ISSUE_COLUMNS, { what: 'wide' })}
      rows={position.issues}
      rowKey={({ rule, message }) => `${rule} ${message}`}
      empty="No rule on the data is broken."
    />
  );
}

/** How the columns of a file were found, and what was not used. */
export function ColumnsTable({
  file,
  vocabulary,
}: {
  readonly file: EsrFile;
  readonly vocabulary: EsrVocabulary | undefined;
}) {
  const unused = file.columnsNotUsed.map(({ header, looksLike }) =>
    looksLike === null ? header : `${header} (looks like ${looksLike})`,
  );
  return (
    <>
      <Listing
        title={`Columns of ${file.fileName}`}
        table={`columns-${file.role}`}
        columns={shownColumns(foundColumns(vocabulary))}
        rows={file.columns}
        rowKey={({ field }) => field}
        empty=""
      />
      <p className="wt-secondary">
        {file.personalColumns.length === 0
          ? 'No personal column was in it.'
          : `Dropped as they were read, because they say who: ${file.personalColumns.join(', ')}.`}
        {unused.length === 0 ? '' : ` Not used: ${unused.join(', ')}.`}
      </p>
    </>
  );
}
