import { memo } from 'react';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { BridgeCard } from '../overview/bridge-card';
import { overviewSentence } from '../overview/overview-sentence';
import { SupplyCard } from '../overview/supply-card';

interface ChartsProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
}

/** The published figures drawn: again only when they or the staff group change, not with each entry. */
const ProjectionCharts = memo(function ProjectionCharts({ overview, group }: ChartsProps) {
  const sentence = overviewSentence(overview, group);
  const bridge = overview.bridges[group.code] ?? null;
  return (
    <>
      <SupplyCard title={group.name} years={overview.years} group={group} sentence={sentence} height={280} />
      <p className="wt-card__sentence wt-projection__sentence">{sentence}</p>
      {bridge === null ? null : (
        <details className="nhsuk-details wt-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">What moves staff in post</span>
          </summary>
          <div className="wt-projection__bridge">
            <BridgeCard bridge={bridge} />
          </div>
        </details>
      )}
    </>
  );
});

export default ProjectionCharts;
