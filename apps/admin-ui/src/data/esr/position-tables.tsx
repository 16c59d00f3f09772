import type { EsrFile, EsrPosition, EsrVocabulary } from '../../api/esr-types';
import { Listing } from '../../listings/listing';
import { formatCount } from '../../words/numbers';
import { effectText, groupName } from './extract-words';

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
        columns={[
          { heading: 'Rule', kind: 'wide', cell: ({ label }) => label, value: ({ label }) => label },
          {
            heading: 'What it does',
            kind: 'words',
            cell: ({ effect }) => effectText(effect),
            value: ({ effect }) => effectText(effect),
          },
          {
            heading: 'Assignments',
            kind: 'number',
            cell: ({ assignments }) => assignments.toLocaleString('en-GB'),
            value: ({ assignments }) => assignments,
          },
          {
            heading: 'People',
            kind: 'number',
            cell: ({ people }) => people.toLocaleString('en-GB'),
            value: ({ people }) => people,
          },
          { heading: 'WTE', kind: 'number', cell: ({ fte }) => formatCount(fte), value: ({ fte }) => fte },
        ]}
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
  const name = ({ staffGroupCode }: { readonly staffGroupCode: string }) =>
    groupName(vocabulary, staffGroupCode);
  return (
    <Listing
      title="Staff in post by staff group"
      columns={[
        { heading: 'Staff group', kind: 'wide', cell: name, value: name },
        { heading: 'WTE', kind: 'number', cell: ({ fte }) => formatCount(fte), value: ({ fte }) => fte },
        {
          heading: 'Headcount',
          kind: 'number',
          cell: ({ headcount }) => headcount.toLocaleString('en-GB'),
          value: ({ headcount }) => headcount,
        },
      ]}
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
      columns={[
        { heading: 'What', kind: 'wide', cell: ({ message }) => message, value: ({ message }) => message },
        { heading: 'Rule', cell: ({ rule }) => rule, value: ({ rule }) => rule },
        {
          heading: 'Count',
          kind: 'number',
          cell: ({ count }) => count.toLocaleString('en-GB'),
          value: ({ count }) => count,
        },
        {
          heading: 'Lines, for instance',
          cell: ({ lines }) => lines.join(', '),
          value: ({ lines }) => lines.join(', '),
        },
      ]}
      rows={position.issues}
      rowKey={({ rule, message }) => `${rule} ${message}`}
      empty="No rule on the data is broken."
    />
  );
}

const FOUND = { 'saved-mapping': 'Saved mapping', name: 'Its name', alias: 'Another known name' } as const;

/** How the columns of a file were found, and what was not used. */
export function ColumnsTable({
  file,
  vocabulary,
}: {
  readonly file: EsrFile;
  readonly vocabulary: EsrVocabulary | undefined;
}) {
  const nameOf = (field: string) =>
    vocabulary?.columns.find((column) => column.field === field)?.name ?? field;
  const unused = file.columnsNotUsed.map(({ header, looksLike }) =>
    looksLike === null ? header : `${header} (looks like ${looksLike})`,
  );
  return (
    <>
      <Listing
        title={`Columns of ${file.fileName}`}
        columns={[
          { heading: 'In the file', cell: ({ header }) => header, value: ({ header }) => header },
          { heading: 'Read as', cell: ({ field }) => nameOf(field), value: ({ field }) => nameOf(field) },
          { heading: 'Found by', cell: ({ found }) => FOUND[found], value: ({ found }) => FOUND[found] },
        ]}
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
