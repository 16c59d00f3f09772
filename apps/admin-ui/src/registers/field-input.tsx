import type { RegisterField } from '../api/analysis-types';
import { financialYear } from '../words/dates';
import { fieldUnit, yearName, type EntryTexts } from './entry-texts';

/** A code to choose, with its name. */
export interface Option {
  readonly code: string;
  readonly label: string;
}

export interface FieldInputProps {
  readonly id: string;
  readonly field: RegisterField;
  readonly texts: EntryTexts;
  readonly years: readonly number[];
  readonly staffGroups: readonly Option[];
  readonly bands: readonly Option[];
  readonly problem: string | null;
  readonly onChange: (name: string, text: string) => void;
}

const HINTS: Readonly<Partial<Record<RegisterField['kind'], string>>> = {
  month: 'For example 2026-09.',
  'number-by-year': 'A number holds until the next year given.',
};

type Choices = Pick<FieldInputProps, 'staffGroups' | 'bands'>;

function optionsOf(field: RegisterField, { staffGroups, bands }: Choices): readonly Option[] | null {
  if (field.kind === 'choice') return field.choices;
  if (field.kind === 'band') return bands;
  return field.kind === 'staff-group' ? staffGroups : null;
}

function describedBy(id: string, problem: string | null): string {
  return problem === null ? `${id}-hint` : `${id}-hint ${id}-error`;
}

function Control({ id, field, texts, problem, onChange, ...choices }: FieldInputProps) {
  const shared = {
    id,
    value: texts[field.key] ?? '',
    'aria-describedby': describedBy(id, problem),
    'aria-invalid': problem !== null,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange(field.key, target.value),
  };
  const options = optionsOf(field, choices);
  if (options !== null) {
    return (
      <select className="nhsuk-select wt-select" {...shared}>
        <option value="" />
        {options.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  const isShort = field.kind !== 'text';
  return (
    <input
      className={isShort ? 'nhsuk-input wt-input nhsuk-input--width-10' : 'nhsuk-input wt-input'}
      autoComplete="off"
      inputMode={field.kind === 'number' ? 'decimal' : 'text'}
      maxLength={500}
      {...shared}
    />
  );
}

function Years({ id, field, texts, years, onChange }: FieldInputProps) {
  return (
    <div className="wt-years">
      {years.map((year, index) => {
        const name = yearName(field.key, year);
        const inputId = index === 0 ? id : `${id}-${year}`;
        return (
          <div key={year} className="wt-years__year">
            <label className="nhsuk-label wt-years__label" htmlFor={inputId}>
              {financialYear(year)}
            </label>
            <input
              id={inputId}
              className="nhsuk-input wt-input"
              inputMode="decimal"
              autoComplete="off"
              value={texts[name] ?? ''}
              onChange={(event) => onChange(name, event.target.value)}
            />
          </div>
        );
      })}
    </div>
  );
}

function labelOf(field: RegisterField): string {
  const unit = fieldUnit(field);
  return `${field.label}${unit === '' ? '' : `, ${unit}`}${field.isRequired ? '' : ' (optional)'}`;
}

/** One field of a register: its label with unit, what it means, what is wrong with it, and its input. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, problem } = props;
  const hasExample = /\d{4}-\d{2}/.test(field.description);
  const hint = [field.description, hasExample ? undefined : HINTS[field.kind]]
    .filter((text) => text !== undefined && text !== '')
    .join(' ');
  const group =
    problem === null
      ? 'nhsuk-form-group wt-form-group'
      : 'nhsuk-form-group nhsuk-form-group--error wt-form-group';
  const error =
    problem === null ? null : (
      <p className="nhsuk-error-message wt-form-error" id={`${id}-error`}>
        <span className="nhsuk-u-visually-hidden">Error: </span>
        {problem}
      </p>
    );
  const hintLine = (
    <p className="nhsuk-hint wt-form-hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
  if (field.kind === 'number-by-year') {
    return (
      <fieldset className={group} aria-describedby={describedBy(id, problem)}>
        <legend className="nhsuk-label wt-field__label">{labelOf(field)}</legend>
        {hintLine}
        {error}
        <Years {...props} />
      </fieldset>
    );
  }
  return (
    <div className={group}>
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {labelOf(field)}
      </label>
      {hintLine}
      {error}
      <Control {...props} />
    </div>
  );
}
