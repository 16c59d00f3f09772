import { useId, useState, type FormEvent } from 'react';
import type { EsrMapping, EsrPosition, EsrUnmapped, EsrVocabulary } from '../../api/esr-types';
import { ErrorSummary } from '../../forms/error-summary';
import { problemsOf } from '../../forms/problems';
import { formatCount, formatQuantity } from '../../words/numbers';
import { effectText, type MappingEntry } from '#views/lists';
import { FIELDS, unmappedText } from './extract-words';
import { withEntry } from './mapping-entries';
import { useMapping } from './use-mapping';

interface UnmappedFormProps {
  readonly organisationId: string;
  readonly position: EsrPosition;
  readonly vocabulary: EsrVocabulary;
  readonly mayEdit: boolean;
  /** What is to be done once the mapping is saved; null where the files are not at hand. */
  readonly onSaved: (() => void) | null;
}

const keyOf = ({ field, value }: EsrUnmapped): string => `${field}|${value ?? ''}`;
const isMappable = ({ value }: EsrUnmapped): boolean => value !== null && value !== '';

function optionsFor({ field }: EsrUnmapped, { staffGroups, rules }: EsrVocabulary) {
  return field === 'occupation-code'
    ? staffGroups.map(({ code, name }) => ({ value: code, label: name }))
    : rules.map(({ code, label, effect }) => ({
        value: code,
        label: `${label}: ${effectText(effect).toLowerCase()}`,
      }));
}

function entryOf({ field, value }: EsrUnmapped, to: string): MappingEntry {
  const from = value ?? '';
  return field === 'occupation-code'
    ? { part: 'occupationCodes', from, to }
    : { part: 'rules', from, to, field };
}

function adviceFor(unmapped: EsrUnmapped): string {
  return unmapped.value === ''
    ? 'Fill it in the ESR and export again.'
    : 'Too few have it to show it: look at the lines in the file.';
}

interface RowProps {
  readonly id: string;
  readonly unmapped: EsrUnmapped;
  readonly vocabulary: EsrVocabulary;
  readonly mayEdit: boolean;
  readonly chosen: string;
  readonly onChoose: (to: string) => void;
}

function Row({ id, unmapped, vocabulary, mayEdit, chosen, onChoose }: RowProps) {
  const { field, assignments, fte, lines } = unmapped;
  const name = `${FIELDS[field]} ${unmappedText(unmapped)}`;
  return (
    <tr>
      <th scope="row">{FIELDS[field]}</th>
      <td>{unmappedText(unmapped)}</td>
      <td className="wt-number">{assignments}</td>
      <td className="wt-number">{formatCount(fte)}</td>
      <td>{lines.join(', ')}</td>
      <td className="wt-wide-cell">
        {isMappable(unmapped) && mayEdit ? (
          <select
            id={id}
            className="nhsuk-select wt-select"
            aria-label={`${name} is read as`}
            value={chosen}
            onChange={(event) => onChoose(event.target.value)}
          >
            <option value="">Not mapped</option>
            {optionsFor(unmapped, vocabulary).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          adviceFor(unmapped)
        )}
      </td>
    </tr>
  );
}

type Chosen = Readonly<Record<string, string>>;

interface UnmappedTableProps extends Pick<UnmappedFormProps, 'position' | 'vocabulary' | 'mayEdit'> {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function UnmappedTable({ position, vocabulary, mayEdit, chosen, onChoose }: UnmappedTableProps) {
  const id = useId();
  return (
    <div className="wt-scroll" role="region" aria-label="Values that are not mapped, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col" className="wt-number">
              Assignments
            </th>
            <th scope="col" className="wt-number">
              WTE
            </th>
            <th scope="col">Lines, for instance</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {position.unmapped.map((one, index) => (
            <Row
              key={keyOf(one)}
              id={`${id}-${index}`}
              unmapped={one}
              vocabulary={vocabulary}
              mayEdit={mayEdit}
              chosen={chosen[keyOf(one)] ?? ''}
              onChoose={(to) => onChoose({ ...chosen, [keyOf(one)]: to })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The values that keep an extract from being a baseline, each to be mapped at once. */
export function UnmappedForm(props: UnmappedFormProps) {
  const { organisationId, position, mayEdit, onSaved } = props;
  const id = useId();
  const [chosen, setChosen] = useState<Chosen>({});
  const { save } = useMapping(organisationId, () => onSaved?.());
  const { unmapped } = position;
  const entries = unmapped.flatMap((one) => {
    const to = chosen[keyOf(one)] ?? '';
    return to === '' ? [] : [entryOf(one, to)];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entries.length > 0) save.mutate((mapping: EsrMapping) => entries.reduce(withEntry, mapping));
  };
  if (unmapped.length === 0) return null;
  return (
    <form className="wt-attention" onSubmit={submit} aria-label="Values that are not mapped">
      <ErrorSummary id={id} problems={problemsOf(save.error)} fields={[]} />
      <p>
        <strong>
          {formatQuantity(unmapped.length, 'value')} {unmapped.length === 1 ? 'is' : 'are'} not mapped: the
          extract cannot serve as a baseline yet.
        </strong>{' '}
        The planning line comes from the occupation code alone.
      </p>
      <UnmappedTable {...props} chosen={chosen} onChoose={setChosen} />
      {mayEdit ? (
        <p className="wt-attention__actions">
          <button
            type="submit"
            className="nhsuk-button nhsuk-button--small wt-button"
            disabled={entries.length === 0 || save.isPending}
          >
            {onSaved === null ? 'Save in the mapping' : 'Save in the mapping and check again'}
          </button>
          {onSaved === null ? (
            <span className="wt-secondary">Then import the extract again: its rows are not kept here.</span>
          ) : null}
        </p>
      ) : null}
    </form>
  );
}
