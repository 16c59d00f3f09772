import type { Overview } from '../api/types';

/** Says that the figures shown are the last ones that succeeded, where the newest calculation failed. */
export function FailedRun({ overview }: { readonly overview: Overview }) {
  if (overview.freshness.state !== 'failed') return null;
  return (
    <section className="wt-banner wt-banner--error" role="alert">
      <p>
        <strong>The last recalculation failed.</strong> The figures below are the last ones that succeeded.{' '}
        {overview.freshness.message}
      </p>
    </section>
  );
}
