import type { SectionChoice, SectionChoices, SectionField } from '../api/sign-off-types';
import { financialYear } from '../words/dates';
import { isAsked, type EntryText } from './section-texts';

interface SectionFieldProps {
  readonly id: string;
  readonly field: SectionField;
  readonly entry: EntryText;
  readonly choices: SectionChoices;
  readonly problem: string | null;
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
}

type Named = { readonly id: string; readonly name: string };

const named = (list: readonly Named[]): readonly SectionChoice[] =>
  list.map(({ id, name }) => ({ code: id, label: name }));

function leadsFor({ texts }: EntryText, { clinicalLeads }: SectionChoices): readonly SectionChoice[] {
  const commitment = texts['commitment'] ?? null;
  const able = clinicalLeads.filter((lead) => lead.commitment === null || lead.commitment === commitment);
  return named([...new Map(able.map((lead) => [lead.id, lead])).values()]);
}

/** What a field chooses from; null for one that is typed. */
function optionsOf(
  field: SectionField,
  entry: EntryText,
  choices: SectionChoices,
): readonly SectionChoice[] | null {
  const lists: Readonly<Partial<Record<SectionField['kind'], readonly SectionChoice[]>>> = {
    choice: field.choices ?? [],
    organisation: named(choices.organisations),
    'staff-group': choices.staffGroups,
    scenario: named(choices.scenarios),
    year: choices.years.map((year) => ({ code: String(year), label: financialYear(year) })),
    'clinical-lead': leadsFor(entry, choices),
  };
  return lists[field.kind] ?? null;
}

function Control({ id, field, entry, choices, problem, isReadOnly, onChange }: SectionFieldProps) {
  const options = optionsOf(field, entry, choices);
  const shared = {
    id,
    value: entry.texts[field.key] ?? '',
    'aria-describedby': problem === null ? `${id}-hint` : `${id}-hint ${id}-error`,
    'aria-invalid': problem !== null,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  if (options !== null) {
    return (
      <select className="nhsuk-select wt-select" disabled={isReadOnly} {...shared}>
        <option value="" />
        {options.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === 'long-text') {
    return (
      <textarea
        className="nhsuk-textarea wt-textarea"
        rows={4}
        maxLength={20_000}
        readOnly={isReadOnly}
        {...shared}
      />
    );
  }
  const isShort = field.kind !== 'text';
  return (
    <input
      type={field.kind === 'date' ? 'date' : 'text'}
      className={isShort ? 'nhsuk-input wt-input nhsuk-input--width-10' : 'nhsuk-input wt-input'}
      autoComplete="off"
      inputMode={field.kind === 'number' ? 'decimal' : 'text'}
      maxLength={500}
      readOnly={isReadOnly}
      {...shared}
    />
  );
}

/** One field of a section: label, what is asked for, what is wrong with it, and its input. */
export function SectionFieldInput(props: SectionFieldProps) {
  const { id, field, entry, problem } = props;
  const unit = field.kind === 'number' && field.unit !== 'number' ? `, ${field.unit ?? ''}` : '';
  const isWide = field.kind === 'long-text' ? ' wt-section-field--wide' : '';
  const error = problem === null ? '' : ' nhsuk-form-group--error';
  return (
    <div className={`nhsuk-form-group wt-form-group${isWide}${error}`}>
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {field.label}
        {unit}
        {isAsked(field, entry.texts) ? '' : ' (optional)'}
      </label>
      <p className="nhsuk-hint wt-form-hint" id={`${id}-hint`}>
        {field.hint}
      </p>
      {problem === null ? null : (
        <p className="nhsuk-error-message wt-form-error" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      <Control {...props} />
    </div>
  );
}
