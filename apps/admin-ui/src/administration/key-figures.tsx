interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** Figures at a glance, large. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  return (
    <dl className="wt-key-figures">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="wt-key-figure">
          <dt className="wt-key-figure__label">{label}</dt>
          <dd className="wt-key-figure__value">{value}</dd>
          {note === undefined ? null : <dd className="wt-key-figure__note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
