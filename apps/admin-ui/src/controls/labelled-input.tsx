import { useId } from 'react';

interface LabelledInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'search' | 'date';
  /** Characters that it is wide. */
  readonly size?: number;
  /** Class beside those of every field. */
  readonly className?: string;
}

/** A line to type in, with its label above it. */
export function LabelledInput({
  label,
  value,
  onChange,
  type = 'text',
  size,
  className = '',
}: LabelledInputProps) {
  const id = useId();
  return (
    <div className="wt-field">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type={type}
        className={`nhsuk-input wt-input ${className}`.trimEnd()}
        size={size}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
