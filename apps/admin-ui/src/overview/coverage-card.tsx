import { Details } from '../controls/details';
import type { Coverage } from '../api/types';
import { sentenceCase } from '#views/lists';
import { formatCount, formatQuantity } from '../words/numbers';

function Missing({ missing }: { readonly missing: Coverage['missing'] }) {
  if (missing.length === 0) return null;
  return (
    <Details summary={`${formatQuantity(missing.length, 'organisation')} not in the total`}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {missing.map((organisation) => (
          <li key={`${organisation.code} ${organisation.name}`}>
            {organisation.name} ({organisation.code})
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** What a total covers: which organisations, and on which basis their baselines stand. */
export function CoverageCard({ coverage }: { readonly coverage: Coverage }) {
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">What this total covers</h2>
      <p>{coverage.statement}</p>
      <p>
        {coverage.organisationsIncluded} of {formatQuantity(coverage.organisationsExpected, 'organisation')}{' '}
        {coverage.organisationsIncluded === 1 ? 'is' : 'are'} included.
      </p>
      {coverage.bases.length === 0 ? null : (
        <dl className="wt-pairs">
          {coverage.bases.map((basis) => (
            <div key={`${basis.basis} ${basis.label}`} className="wt-pairs__pair">
              <dt>{sentenceCase(basis.label)}</dt>
              <dd>{formatCount(basis.fte)} WTE</dd>
            </div>
          ))}
        </dl>
      )}
      <Missing missing={coverage.missing} />
    </>
  );
}
