interface FormActionsProps {
  readonly label: string;
  readonly isPending: boolean;
  readonly isWarning?: boolean;
  readonly onCancel: () => void;
}

/** The button that sends a form, and the way out of it. */
export function FormActions({ label, isPending, isWarning = false, onCancel }: FormActionsProps) {
  const warning = isWarning ? ' nhsuk-button--warning' : '';
  return (
    <p className="wt-attention__actions">
      <button
        type="submit"
        className={`nhsuk-button nhsuk-button--small wt-button${warning}`}
        disabled={isPending}
      >
        {label}
      </button>
      <button type="button" className="wt-link-button" onClick={onCancel}>
        Cancel
      </button>
    </p>
  );
}
