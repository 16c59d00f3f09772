import type { Ranges } from '../api/analysis-types';
import type { LikelyRange } from '#modules/report-layout';

interface RangeStateProps {
  readonly ranges: Ranges | undefined;
  readonly range: LikelyRange | null;
  /** True while newer figures are being calculated: there is no range of them yet. */
  readonly isStale: boolean;
}

/** How far the likely range is; once it is shown, what it says. */
export function RangeState({ ranges, range, isStale }: RangeStateProps) {
  if (range !== null)
    return 'The line of staff in post is the central case; the shaded band is its likely range (8 in 10).';
  if (isStale) return 'The likely range follows the new figures.';
  switch (ranges?.state) {
    case 'drawing':
      return (
        <span role="status">The likely range is being worked out: {Math.floor(ranges.progress * 100)}%.</span>
      );
    case 'failed':
      return 'The likely range couldn’t be worked out for these figures.';
    case 'ready':
      return 'The likely range of these figures is on its way.';
    case 'none':
    case undefined:
      return null;
  }
}
