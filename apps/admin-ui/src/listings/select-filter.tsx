import { LabelledSelect } from '../controls/labelled-select';
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
  return (
    <LabelledSelect label={label} value={value} onChoose={onChange}>
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
    </LabelledSelect>
  );
}
