import { useId, useState } from 'react';
import type { DocumentSections, Section, SectionDefinition } from '../api/sign-off-types';
import { formatMoment } from '../words/dates';
import { SectionFieldInput } from './section-field';
import { entriesOf, isReadable, textsOf, type EntryText } from './section-texts';
import { useSectionSave, type SaveState } from './use-section-save';

interface SectionFormProps {
  readonly document: DocumentSections;
  readonly definition: SectionDefinition;
  readonly section: Section;
  readonly canEdit: boolean;
}

function savedWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? 'Nothing entered yet' : `Saved ${formatMoment(state.at)}`;
    case 'waiting':
    case 'saving':
      return 'Saving';
    case 'refused':
      return 'Not saved: see what is wrong below';
    case 'conflict':
      return 'Not saved: someone else changed this section';
    case 'failed':
      return `Not saved: ${state.message}`;
  }
}

function SaveLine({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  return (
    <p className="wt-secondary wt-save-line" role="status" data-state={state.kind}>
      {savedWords(state)}
      {state.kind === 'failed' ? (
        <button type="button" className="wt-link-button" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </p>
  );
}

interface ConflictProps {
  readonly theirs: Section;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

function Conflict({ theirs, onMine, onTheirs }: ConflictProps) {
  return (
    <div className="wt-attention" role="alert">
      <p>
        <strong>{theirs.author ?? 'Someone else'} changed this section after you opened it.</strong> Yours
        isn’t saved yet. Their version stays in the history whichever you keep.
      </p>
      <p className="wt-attention__actions">
        <button type="button" className="nhsuk-button nhsuk-button--small wt-button" onClick={onMine}>
          Save mine
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary wt-button"
          onClick={onTheirs}
        >
          Take theirs
        </button>
      </p>
    </div>
  );
}

/** What is wrong with a field: what can't be read here, or what the server says of it. */
function problemOf(
  state: SaveState,
  definition: SectionDefinition,
  { index, key, text }: { readonly index: number; readonly key: string; readonly text: string },
): string | null {
  const field = definition.fields.find((one) => one.key === key);
  if (field !== undefined && !isReadable(field, text)) return 'Enter a number.';
  if (state.kind !== 'refused') return null;
  const fault = state.faults.find(({ pointer }) => pointer.endsWith(`/entries/${index}/values/${key}`));
  return fault === undefined ? null : `${fault.message} ${fault.fix}`;
}

function entryTitle(definition: SectionDefinition, { texts }: EntryText, index: number): string {
  const { fixedRows, fields, shape, label } = definition;
  if (fixedRows !== undefined) {
    const choices = fields.find(({ key }) => key === fixedRows.field)?.choices ?? [];
    return choices.find(({ code }) => code === texts[fixedRows.field])?.label ?? `Entry ${index + 1}`;
  }
  return shape === 'record' ? label : `Entry ${index + 1}`;
}

interface EntryProps {
  readonly form: ReturnType<typeof useSectionForm>;
  readonly props: SectionFormProps;
  readonly entry: EntryText;
  readonly index: number;
}

function Entry({ form, props, entry, index }: EntryProps) {
  const id = useId();
  const { definition, document, canEdit } = props;
  const { fixedRows, shape } = definition;
  const isFixed = fixedRows?.codes.includes(entry.texts[fixedRows.field] ?? '') === true;
  const title = entryTitle(definition, entry, index);
  const saved = form.savedIndexOf(entry.id);
  return (
    <fieldset className="wt-section-entry">
      <legend className={shape === 'record' ? 'nhsuk-u-visually-hidden' : 'wt-section-entry__title'}>
        {title}
      </legend>
      <div className="wt-entry-form__fields">
        {definition.fields
          .filter(({ key }) => !(isFixed && key === fixedRows?.field))
          .map((field) => (
            <SectionFieldInput
              key={field.key}
              id={`${id}-${field.key}`}
              field={field}
              entry={entry}
              choices={document.choices}
              isReadOnly={!canEdit}
              problem={problemOf(form.state, definition, {
                index: saved,
                key: field.key,
                text: entry.texts[field.key] ?? '',
              })}
              onChange={(text) => form.edit(entry.id, field.key, text)}
            />
          ))}
      </div>
      {canEdit && shape === 'list' && !isFixed ? (
        <button type="button" className="wt-link-button" onClick={() => form.remove(entry.id)}>
          Remove<span className="nhsuk-u-visually-hidden"> {title.toLowerCase()}</span>
        </button>
      ) : null}
    </fieldset>
  );
}

function useSectionForm({ document, definition, section }: SectionFormProps) {
  const [entries, setEntries] = useState(() => textsOf(definition, section.entries));
  const { state, change, hold, overwrite, adopt, flush } = useSectionSave(document.documentId, section);
  const apply = (next: readonly EntryText[]) => {
    setEntries(next);
    const isAllReadable = next.every(({ texts }) =>
      definition.fields.every((field) => isReadable(field, texts[field.key] ?? '')),
    );
    if (isAllReadable) change(entriesOf(definition, next));
    else hold();
  };
  return {
    entries,
    state,
    flush,
    savedIndexOf: (id: string) => entriesOf(definition, entries).findIndex((entry) => entry.id === id),
    edit: (id: string, key: string, text: string) =>
      apply(
        entries.map((entry) =>
          entry.id === id ? { ...entry, texts: { ...entry.texts, [key]: text } } : entry,
        ),
      ),
    add: () => apply([...entries, { id: crypto.randomUUID(), texts: {} }]),
    remove: (id: string) => apply(entries.filter((entry) => entry.id !== id)),
    takeMine: (theirs: Section) => overwrite(theirs, entriesOf(definition, entries)),
    takeTheirs: (theirs: Section) => {
      setEntries(textsOf(definition, theirs.entries));
      adopt(theirs);
    },
  };
}

/** A section as a form that saves itself; read only once the document is frozen. */
export function SectionForm(props: SectionFormProps) {
  const { definition, canEdit } = props;
  const form = useSectionForm(props);
  const { state, entries } = form;
  const canAdd = canEdit && definition.shape === 'list';
  return (
    <section className="wt-card" aria-label={definition.label}>
      <h2 className="nhsuk-heading-m">{definition.label}</h2>
      <p className="wt-secondary">{definition.description}</p>
      {canEdit ? <SaveLine state={state} onRetry={() => void form.flush()} /> : null}
      {state.kind === 'conflict' ? (
        <Conflict
          theirs={state.theirs}
          onMine={() => form.takeMine(state.theirs)}
          onTheirs={() => form.takeTheirs(state.theirs)}
        />
      ) : null}
      <div onBlur={() => void form.flush()}>
        {entries.map((entry, index) => (
          <Entry key={entry.id} form={form} props={props} entry={entry} index={index} />
        ))}
      </div>
      {entries.length === 0 ? <p>Nothing is entered here.</p> : null}
      {canAdd ? (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary wt-button"
          onClick={form.add}
        >
          Add an entry
        </button>
      ) : null}
    </section>
  );
}
