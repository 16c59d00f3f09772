import { LabelledSelect } from './labelled-select';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChooserProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

/** One choice out of a list, with its label above it. */
export function Chooser({ label, value, options, onChoose }: ChooserProps) {
  return (
    <LabelledSelect label={label} value={value} onChoose={onChoose}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </LabelledSelect>
  );
}
