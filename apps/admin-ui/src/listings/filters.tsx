import { useId } from 'react';

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Finds rows by a text. */
export function TextFilter({ label, value, onChange }: FilterProps) {
  const id = useId();
  return (
    <div className="wt-field">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="nhsuk-input wt-input wt-filter"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Finds rows from a day, or up to one. */
export function DayFilter({ label, value, onChange }: FilterProps) {
  const id = useId();
  return (
    <div className="wt-field">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="nhsuk-input wt-input wt-filter"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** Chooses among a few values; the first choice is all of them where its value is empty. */
export function ChoiceFilter({
  label,
  value,
  onChange,
  choices,
}: FilterProps & { readonly choices: readonly FilterChoice[] }) {
  const id = useId();
  return (
    <div className="wt-field">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="nhsuk-select wt-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
