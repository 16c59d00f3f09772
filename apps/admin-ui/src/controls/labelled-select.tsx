import { useId, type ReactNode } from 'react';

interface LabelledSelectProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** Options, in groups or not. */
  readonly children: ReactNode;
  /** Class beside that of every field. */
  readonly className?: string;
}

/** A list to choose one from, with its label above it. */
export function LabelledSelect({ label, value, onChoose, children, className }: LabelledSelectProps) {
  const id = useId();
  return (
    <div className={className === undefined ? 'wt-field' : `wt-field ${className}`}>
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="nhsuk-select wt-select"
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {children}
      </select>
    </div>
  );
}
