import { Link } from 'react-router';
import { gapShares } from '#modules/report-layout';
import type { Unit } from '../api/queries';
import type { Overview, OverviewStaffGroup, OverviewYear } from '../api/types';
import { ViewLinks } from '../downloads/view-links';
import { closeTheGapAddress } from '../plan/addresses';
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
      darker at 1%, 3%, 6%, 10% and 15%. A gap leads to the page that closes it.
    </p>
  );
}

interface GapHeatmapCardProps {
  readonly unit: Unit;
  readonly overview: Overview;
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}

interface HeatmapTableProps extends GapHeatmapCardProps {
  readonly rows: readonly OverviewStaffGroup[];
}

interface GapProps extends Pick<GapHeatmapCardProps, 'unit'> {
  readonly group: OverviewStaffGroup;
  readonly year: OverviewYear | undefined;
  readonly share: number | null;
}

/** A gap in figures; where staff are short, a link to what closes it. */
function Gap({ unit, group, year, share }: GapProps) {
  if (share === null) return 'not loaded';
  if (share >= 0 || !group.isLeaf || year?.kind !== 'projected') return signed(share);
  return (
    <Link to={closeTheGapAddress(unit, { group: group.code, year: year.year })}>
      {signed(share)}
      <span className="nhsuk-u-visually-hidden">
        : close the gap of {group.name}, {year.label}
      </span>
    </Link>
  );
}

function HeatmapTable({ unit, overview, rows, chosen, onChoose }: HeatmapTableProps) {
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
                <Gap unit={unit} group={group} year={overview.years[index]} share={share} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where staff in post falls short of the requirement: staff groups down, years across, darker where it is more. */
export function GapHeatmapCard({ unit, overview, chosen, onChoose }: GapHeatmapCardProps) {
  const rows = overview.staffGroups.filter(({ isLeaf, code }) => isLeaf || code === 'all-staff');
  const title = 'Gap between staff in post and requirement';
  return (
    <section className="wt-card" aria-labelledby="gap-heatmap">
      <h2 className="nhsuk-heading-m wt-card__heading" id="gap-heatmap">
        {title}
      </h2>
      <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
        <HeatmapTable unit={unit} overview={overview} rows={rows} chosen={chosen} onChoose={onChoose} />
      </div>
      <div className="wt-table-foot">
        <Legend />
        <ViewLinks title={`table ${title}`} table="gap" />
      </div>
    </section>
  );
}
