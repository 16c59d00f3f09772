import type { OfferedChoice, OfferedChoices } from '#modules/report-layout';
import { LabelledSelect } from '../controls/labelled-select';

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
  if (offered.figures.length + offered.groups.length + offered.times.length === 0) return null;
  const label = (
    <>
      Show<span className="nhsuk-u-visually-hidden"> of {title}</span>
    </>
  );
  return (
    <LabelledSelect label={label} value={chosen.code} onChoose={onChoose} className="wt-choice">
      <Options label="One line for everyone" choices={offered.figures} />
      <Options label="All lines of" choices={offered.groups} />
      <Options label="Everything at" choices={offered.times} />
      <option value={offered.all.code}>{offered.all.label}</option>
    </LabelledSelect>
  );
}
