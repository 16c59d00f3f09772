import type { ReportFigure } from '../api/analysis-types';
import { figureText } from './report-value';

/** A module's key figures, large, each with its unit and what must be known about it. */
export function ReportFigures({ figures }: { readonly figures: readonly ReportFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <section className="wt-card" aria-labelledby="key-figures">
      <h2 className="nhsuk-heading-m wt-card__heading" id="key-figures">
        Key figures
      </h2>
      <dl className="wt-key-figures">
        {figures.map(({ key, label, unit, value, note }) => (
          <div key={key} className="wt-key-figure">
            <dt className="wt-key-figure__label">{label}</dt>
            <dd className={value === null ? 'wt-key-figure__value wt-not-loaded' : 'wt-key-figure__value'}>
              {figureText(value, unit)}
            </dd>
            {note === undefined ? null : <dd className="wt-key-figure__note">{note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
