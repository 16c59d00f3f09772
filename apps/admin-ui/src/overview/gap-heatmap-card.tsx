import { gapShares } from '#modules/report-layout';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { ViewLinks } from '../downloads/view-links';
import { formatPercent } from '../words/numbers';

/** Shares of the requirement from which a gap is shown darker. */
const STEPS = [0.01, 0.03, 0.06, 0.1, 0.15] as const;

/** How dark a share is shown, 0 to 5, and on which side. */
export function shadeOf(share: number | null): string {
  if (share === null) return 'none';
  const step = STEPS.filter((from) => Math.abs(share) >= from).length;
  return step === 0 ? 'even' : `${share < 0 ? 'short' : 'over'}-${step}`;
}

const signed = (share: number): string => {
  const text = formatPercent(share);
  return share > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

function Legend() {
  return (
    <p className="wt-caption">
      Staff in post against requirement, as a share of the requirement. Brown is below it, amber above it;
      darker at 1%, 3%, 6%, 10% and 15%.
    </p>
  );
}

interface GapHeatmapCardProps {
  readonly overview: Overview;
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}

interface HeatmapTableProps extends GapHeatmapCardProps {
  readonly rows: readonly OverviewStaffGroup[];
}

function HeatmapTable({ overview, rows, chosen, onChoose }: HeatmapTableProps) {
  return (
    <table className="wt-table wt-heatmap">
      <thead>
        <tr>
          <th scope="col" className="wt-sticky">
            Staff group, at 31 March
          </th>
          {overview.years.map(({ year, label }) => (
            <th key={year} scope="col" className="wt-number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <tr key={group.code}>
            <th scope="row" className="wt-sticky">
              <button
                type="button"
                className="wt-link-button"
                aria-pressed={group.code === chosen}
                onClick={() => onChoose(group.code)}
              >
                {group.name}
              </button>
            </th>
            {gapShares(group).map((share, index) => (
              <td
                key={overview.years[index]?.year ?? index}
                className={`wt-number wt-shade wt-shade--${shadeOf(share)}`}
              >
                {share === null ? 'not loaded' : signed(share)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where staff in post falls short of the requirement: staff groups down, years across, darker where it is more. */
export function GapHeatmapCard({ overview, chosen, onChoose }: GapHeatmapCardProps) {
  const rows = overview.staffGroups.filter(({ isLeaf, code }) => isLeaf || code === 'all-staff');
  const title = 'Gap between staff in post and requirement';
  return (
    <section className="wt-card" aria-labelledby="gap-heatmap">
      <h2 className="nhsuk-heading-m wt-card__heading" id="gap-heatmap">
        {title}
      </h2>
      <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
        <HeatmapTable overview={overview} rows={rows} chosen={chosen} onChoose={onChoose} />
      </div>
      <div className="wt-table-foot">
        <Legend />
        <ViewLinks title={`table ${title}`} table="gap" />
      </div>
    </section>
  );
}
