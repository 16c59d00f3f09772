import type { Freshness } from '../api/types';

/** In place of figures that were never calculated: why there are none, and whether they are on their way. */
export function NotProjected({ freshness }: { readonly freshness: Freshness }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">No figures yet</h2>
      <p>
        {freshness.state === 'recalculating'
          ? 'The first calculation is under way. The figures appear here as soon as it is done.'
          : 'Nothing has been calculated here in this scenario.'}
      </p>
      {freshness.message === null ? null : <p>{freshness.message}</p>}
    </>
  );
}
