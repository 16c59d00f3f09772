import { useId, useState, type FormEvent } from 'react';
import {
  LEAVING_PLACES,
  MAPPED_PARTS,
  mappingColumns,
  mappingEntries,
  MAPPING_PARTS,
  type MappingEntry,
} from '#views/lists';
import type { EsrMapping, EsrVocabulary } from '../../api/esr-types';
import { ErrorSummary } from '../../forms/error-summary';
import { SelectField, TextField } from '../../forms/fields';
import { messageAt, problemsOf, type FormProblem } from '../../forms/problems';
import { Listing, type ListingColumn } from '../../listings/listing';
import { shownColumns } from '../../listings/shown-columns';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { withEntry, withoutEntry } from './mapping-entries';
import { useMapping } from './use-mapping';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a text can be read as, by part. */
function targets(
  part: string,
  { columns, staffGroups, bands, rules, places }: EsrVocabulary,
): readonly Option[] {
  const named = (items: readonly { readonly code: string; readonly name: string }[]) =>
    items.map(({ code, name }) => ({ value: code, label: name }));
  switch (part) {
    case 'columns':
      return columns
        .filter(({ use }) => use !== 'personal')
        .map(({ field, name }) => ({ value: field, label: name }));
    case 'occupationCodes':
      return named(staffGroups);
    case 'payGrades':
      return named(bands);
    case 'rules':
      return rules.map(({ code, label }) => ({ value: code, label }));
    case 'destinations':
      return places.map((place) => ({ value: place, label: LEAVING_PLACES[place] ?? place }));
    default:
      return [];
  }
}

const EMPTY = { part: 'occupationCodes', from: '', to: '', field: '' };

interface AddEntryProps {
  readonly vocabulary: EsrVocabulary;
  readonly isPending: boolean;
  readonly onAdd: (entry: MappingEntry) => void;
}

function AddEntry({ vocabulary, isPending, onAdd }: AddEntryProps) {
  const id = useId();
  const [texts, setTexts] = useState(EMPTY);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const field = (name: keyof typeof EMPTY) => ({
    id: `${id}-${name}`,
    value: texts[name],
    problem: messageAt(problems, name),
    onChange: (value: string) =>
      setTexts({ ...texts, [name]: value, ...(name === 'part' ? { to: '' } : {}) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { part, from, to, field: inField } = texts;
    const known = MAPPING_PARTS.find((one) => one === part);
    const found = [
      known === undefined ? [{ field: 'part', message: 'Choose what is mapped.' }] : [],
      from.trim() === '' ? [{ field: 'from', message: 'Enter the text as it is in the extract.' }] : [],
      to === '' ? [{ field: 'to', message: 'Choose what it is read as.' }] : [],
      part === 'rules' && inField === '' ? [{ field: 'field', message: 'Choose the column.' }] : [],
    ].flat();
    setProblems(found);
    if (found.length > 0 || known === undefined) return;
    onAdd({ part: known, from: from.trim(), to, ...(known === 'rules' ? { field: inField } : {}) });
    setTexts({ ...EMPTY, part });
  };
  const one = (options: readonly Option[]) => [{ label: null, options }];
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label="Add to the mapping">
      <ErrorSummary id={id} problems={problems} />
      <div className="wt-entry-form__fields">
        <SelectField
          {...field('part')}
          label="What is mapped"
          groups={one(MAPPING_PARTS.map((part) => ({ value: part, label: MAPPED_PARTS[part] })))}
        />
        <TextField
          {...field('from')}
          label="In the extract"
          hint={texts.part === 'columns' ? 'The header.' : '* stands for any text, ? for one sign.'}
          maxLength={200}
        />
        {texts.part === 'rules' ? (
          <SelectField
            {...field('field')}
            label="In the column"
            groups={one(targets('columns', vocabulary))}
          />
        ) : null}
        <SelectField {...field('to')} label="Read as" groups={one(targets(texts.part, vocabulary))} />
      </div>
      <button type="submit" className="nhsuk-button nhsuk-button--small wt-button" disabled={isPending}>
        Add to the mapping
      </button>
    </form>
  );
}

function columnsOf(
  vocabulary: EsrVocabulary,
  onRemove: ((entry: MappingEntry) => void) | null,
): readonly ListingColumn<MappingEntry>[] {
  const columns = shownColumns(mappingColumns(vocabulary), { from: 'words', to: 'wide' });
  const act: ListingColumn<MappingEntry> = {
    heading: 'Change',
    kind: 'short',
    cell: (entry) => (
      <button type="button" className="wt-link-button" onClick={() => onRemove?.(entry)}>
        Remove<span className="nhsuk-u-visually-hidden"> {entry.from}</span>
      </button>
    ),
  };
  return onRemove === null ? columns : [...columns, act];
}

interface MappingCardProps {
  readonly organisationId: string;
  readonly vocabulary: EsrVocabulary;
  readonly mayEdit: boolean;
}

/** How the extracts of an organisation are read beyond the shipped tables; each change is a new version. */
export function MappingCard({ organisationId, vocabulary, mayEdit }: MappingCardProps) {
  const id = useId();
  const { saved, save } = useMapping(organisationId);
  const edit = (change: (mapping: EsrMapping) => EsrMapping) => save.mutate(change);
  const onRemove = mayEdit ? (entry: MappingEntry) => edit((mapping) => withoutEntry(mapping, entry)) : null;
  return (
    <section className="wt-card" aria-labelledby={`${id}-mapping`}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={`${id}-mapping`}>
        How its extracts are read
      </h2>
      <p className="wt-secondary">
        Known names and codes are read by themselves; this is what the organisation adds.
        {saved.data === undefined || saved.data.version === 0 ? '' : ` Version ${saved.data.version}.`}
      </p>
      {saved.isPending ? <Loading what="the mapping" rows={3} /> : null}
      {saved.isError ? (
        <Failure error={saved.error} what="the mapping" onRetry={() => void saved.refetch()} />
      ) : null}
      <ErrorSummary id={id} problems={problemsOf(save.error)} fields={[]} />
      {saved.data === undefined ? null : (
        <Listing
          title="Mapping"
          isTitled
          table="mapping"
          columns={columnsOf(vocabulary, onRemove)}
          rows={mappingEntries(saved.data.mapping)}
          rowKey={({ part, from, to, field }) => `${part} ${field ?? ''} ${from} ${to}`}
          empty="Nothing is added yet."
        />
      )}
      {mayEdit ? (
        <AddEntry
          vocabulary={vocabulary}
          isPending={save.isPending}
          onAdd={(entry) => edit((mapping) => withEntry(mapping, entry))}
        />
      ) : null}
    </section>
  );
}
