import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { apiChange } from '../api/api-client';
import { overviewQuery, type Unit } from '../api/queries';
import type { Freshness } from '../api/types';
import { useAnnounce } from '../shell/announcer';
import { formatQuantity } from '../words/numbers';

/** Says aloud when the figures on the page start and stop being recalculated. */
export function useFreshnessAnnouncements(freshness: Freshness | undefined): void {
  const announce = useAnnounce();
  const previous = useRef(freshness?.state);
  useEffect(() => {
    const before = previous.current;
    previous.current = freshness?.state;
    if (before === undefined || before === freshness?.state) return;
    if (freshness?.state === 'recalculating') announce('Recalculating. The figures shown are the last ones.');
    if (freshness?.state === 'up-to-date') announce('The figures are up to date.');
    if (freshness?.state === 'failed') announce('Recalculation failed. The figures shown are the last ones.');
  }, [announce, freshness?.state]);
}

/** Asks for the unit to be calculated again. */
export function RecalculateButton({ unit }: { readonly unit: Unit }) {
  const announce = useAnnounce();
  const queries = useQueryClient();
  const request = useMutation({
    mutationFn: () => apiChange<{ requested: number }>('POST', '/projections/runs', unit),
    onSuccess: ({ requested }) => {
      announce(`Recalculation of ${formatQuantity(requested, 'organisation')} requested.`);
      void queries.invalidateQueries({ queryKey: overviewQuery(unit).queryKey });
    },
  });
  return (
    <div className="wt-field">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        disabled={request.isPending}
        onClick={() => request.mutate()}
      >
        Recalculate
      </button>
      {request.isError ? (
        <p className="nhsuk-error-message" role="alert">
          Recalculation couldn’t be requested: {request.error.message}
        </p>
      ) : null}
      {request.isSuccess && request.data.requested === 0 ? (
        <p className="wt-secondary">Already up to date.</p>
      ) : null}
    </div>
  );
}
