interface AmountInputProps {
  readonly id: string;
  /** Said to a screen reader; row and column say it to the eye. */
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A number in a cell of a form's table. */
export function AmountInput({ id, label, text, onChange }: AmountInputProps) {
  return (
    <input
      id={id}
      className="nhsuk-input wt-input wt-input--number"
      aria-label={label}
      autoComplete="off"
      size={7}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
