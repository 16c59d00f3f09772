import { useId } from 'react';

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function InputFilter({ label, value, onChange, type }: FilterProps & { readonly type: 'search' | 'date' }) {
  const id = useId();
  return (
    <div className="wt-field">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        className="nhsuk-input wt-input wt-filter"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Finds rows by a text. */
export function TextFilter(props: FilterProps) {
  return <InputFilter {...props} type="search" />;
}

/** Finds rows from a day, or up to one. */
export function DayFilter(props: FilterProps) {
  return <InputFilter {...props} type="date" />;
}
