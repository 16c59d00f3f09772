import { readTextFor } from '#modules/registry';
import { useId, useState, type FormEvent } from 'react';
import type { ParameterDefinition } from '#modules/registry';
import { plainValue, type OwnContent } from './grid/cell-content';
import { exactText, UNIT_WORDS } from './grid/cell-text';
import type { EditingSession } from './grid/editing-session';
import { contentOf, type CellView } from './grid/grid-model';

type Field = 'value' | 'low' | 'high' | 'basis' | 'note';
type Texts = Readonly<Record<Field, string>>;

const LABELS: Readonly<Record<Field, string>> = {
  value: 'Value',
  low: 'Low',
  high: 'High',
  basis: 'Source or basis',
  note: 'Reason or note',
};

const NUMBERS: readonly Field[] = ['value', 'low', 'high'];

function startOf(view: CellView, definition: ParameterDefinition): OwnContent {
  const content = contentOf(view);
  if (content.kind === 'own' && content.operation === 'set') return content;
  const { value, low, high } = view.cell;
  return { ...plainValue(value ?? definition.default.value), low, high };
}

function textsOf(content: OwnContent, definition: ParameterDefinition): Texts {
  return {
    value: exactText(content.value, definition),
    low: exactText(content.low, definition),
    high: exactText(content.high, definition),
    basis: content.basis ?? '',
    note: content.note ?? '',
  };
}

/** The content that the fields make; null where a number can't be read. */
function contentOfTexts(texts: Texts, definition: ParameterDefinition): OwnContent | null {
  const [value, low, high] = NUMBERS.map((field) => readTextFor(texts[field], definition));
  if (value?.kind !== 'number' || low?.kind === 'unreadable' || high?.kind === 'unreadable') return null;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    kind: 'own',
    operation: 'set',
    value: value.value,
    low: low?.kind === 'number' ? low.value : null,
    high: high?.kind === 'number' ? high.value : null,
    basis: orNull(texts.basis),
    note: orNull(texts.note),
  };
}

/** A choice has no range. */
function fieldsOf({ choices }: ParameterDefinition): readonly Field[] {
  const fields = Object.keys(LABELS) as Field[];
  return choices === undefined ? fields : fields.filter((field) => field !== 'low' && field !== 'high');
}

function unitOf({ unit, choices }: ParameterDefinition): string {
  return choices === undefined ? `, ${UNIT_WORDS[unit]}` : '';
}

interface FieldControlProps {
  readonly id: string;
  readonly field: Field;
  readonly text: string;
  /** The answers of a choice; undefined for what is written. */
  readonly choices: ParameterDefinition['choices'];
  readonly onText: (text: string) => void;
}

function FieldControl({ id, field, text, choices, onText }: FieldControlProps) {
  if (choices !== undefined) {
    return (
      <select
        id={id}
        className="nhsuk-select wt-select"
        value={text}
        onChange={(event) => onText(event.target.value)}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={label}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      className="nhsuk-input wt-input"
      value={text}
      autoComplete="off"
      maxLength={field === 'basis' ? 255 : 4000}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

interface CellDetailsProps {
  readonly view: CellView;
  readonly definition: ParameterDefinition;
  readonly session: EditingSession;
  readonly label: string;
}

/** Value, likely range, source and reason of one cell, entered in a form. */
export function CellDetails({ view, definition, session, label }: CellDetailsProps) {
  const id = useId();
  const [texts, setTexts] = useState(() => textsOf(startOf(view, definition), definition));
  const [isUnreadable, setUnreadable] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const content = contentOfTexts(texts, definition);
    setUnreadable(content === null);
    if (content !== null) session.enter([{ address: view.address, content }], label);
  };
  return (
    <form className="wt-details-form" onSubmit={save}>
      <div className="wt-details-form__fields">
        {fieldsOf(definition).map((field) => (
          <div key={field} className={NUMBERS.includes(field) ? 'wt-field--number' : 'wt-field--text'}>
            <label className="nhsuk-label wt-field__label" htmlFor={`${id}-${field}`}>
              {LABELS[field]}
              {NUMBERS.includes(field) ? unitOf(definition) : null}
            </label>
            <FieldControl
              id={`${id}-${field}`}
              field={field}
              text={texts[field]}
              choices={field === 'value' ? definition.choices : undefined}
              onText={(text) => setTexts({ ...texts, [field]: text })}
            />
          </div>
        ))}
      </div>
      {isUnreadable ? (
        <p className="nhsuk-error-message" role="alert">
          Enter value, low and high as numbers; low and high may be left blank.
        </p>
      ) : null}
      <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button">
        Save this cell
      </button>
    </form>
  );
}
