import { useId } from 'react';
import type { OfferedChoice, OfferedChoices } from '#modules/report-layout';

interface ChoicePickerProps {
  readonly title: string;
  readonly offered: OfferedChoices;
  readonly chosen: OfferedChoice;
  readonly onChoose: (code: string) => void;
}

function Options({ label, choices }: { readonly label: string; readonly choices: readonly OfferedChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <optgroup label={label}>
      {choices.map(({ code, label: words }) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </optgroup>
  );
}

/** Chooses one figure of every group, or every figure of one group. */
export function ChoicePicker({ title, offered, chosen, onChoose }: ChoicePickerProps) {
  const id = useId();
  if (offered.figures.length + offered.groups.length + offered.times.length === 0) return null;
  return (
    <div className="wt-field wt-choice">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        Show<span className="nhsuk-u-visually-hidden"> of {title}</span>
      </label>
      <select
        id={id}
        className="nhsuk-select wt-select"
        value={chosen.code}
        onChange={(event) => onChoose(event.target.value)}
      >
        <Options label="One line for everyone" choices={offered.figures} />
        <Options label="All lines of" choices={offered.groups} />
        <Options label="Everything at" choices={offered.times} />
        <option value={offered.all.code}>{offered.all.label}</option>
      </select>
    </div>
  );
}
