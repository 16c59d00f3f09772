import { useId } from 'react';

interface ChooserProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** One choice out of a list, with its label above it. */
export function Chooser({ label, value, options, onChoose }: ChooserProps) {
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
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
