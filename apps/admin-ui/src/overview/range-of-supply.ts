import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rangesQuery } from '../api/analysis-queries';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { likelyRange } from '#modules/report-layout';

/** The likely range of a group's staff in post; never one of older figures than those shown. */
export function useRangeOfSupply(overview: Overview, group: OverviewStaffGroup) {
  const unit = { scenarioId: overview.scenario.id, organisationId: overview.organisation.id };
  const { data: ranges } = useQuery({
    ...rangesQuery(unit, group.code, overview.result?.id ?? ''),
    enabled: overview.result !== null,
  });
  const isStale = overview.freshness.state === 'recalculating';
  const range = useMemo(
    () => (isStale ? null : likelyRange(ranges, overview.years, group.lines.staffInPost)),
    [isStale, ranges, overview.years, group],
  );
  return { ranges, range, isStale };
}
