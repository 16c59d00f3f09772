import { useId } from 'react';
import type { SelectGroup } from '../forms/fields';

interface SelectFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly groups: readonly SelectGroup[];
  /** Said for no choice. */
  readonly none?: string;
}

/** Chooses one of many, in groups, or none. */
export function SelectFilter({ label, value, onChange, groups, none = 'Anywhere' }: SelectFilterProps) {
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
        <option value="">{none}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label ?? ''}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
