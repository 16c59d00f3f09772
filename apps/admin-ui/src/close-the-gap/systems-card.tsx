import { ViewLinks } from '../downloads/view-links';
import { formatCount, formatPounds } from '../words/numbers';
import { FigureTable } from './figure-card';
import type { SolvedPlan } from './proposal-types';

interface SystemsCardProps {
  readonly plan: SolvedPlan;
  readonly isCost: boolean;
}

/** Systems planned together: what each does of the shared aim, at what cost, and what it would do by itself. */
export function SystemsCard({ plan: { nation, aim }, isCost }: SystemsCardProps) {
  if (nation === null) return null;
  const { systems, gap } = nation;
  const text = (value: number): string => (isCost ? formatPounds(value) : `${formatCount(value)} WTE`);
  const percent = Math.max(0.1, 100 * gap.share).toFixed(1);
  const figureOf = (system: (typeof systems)[number], of: 'asPlanned' | 'confirmed'): string => {
    const shared = system.shared.find(({ label }) => label === aim?.label);
    return shared === undefined ? '–' : formatCount(shared[of]);
  };
  return (
    <section className="wt-card" aria-labelledby="systems">
      <h2 className="nhsuk-heading-m wt-card__heading" id="systems">
        System by system
      </h2>
      <p className="wt-card__sentence">
        What all share is given to the systems by one price for all. The plan is within {percent}% of the best
        that is known to be possible.
      </p>
      <div className="wt-scroll" role="region" aria-label="System by system, table" tabIndex={0}>
        <FigureTable
          heads={[
            'System',
            'Missing as planned',
            'Missing with the proposal',
            'Cost',
            'By itself, with an even part',
          ]}
          rows={systems.map((system) => ({
            key: system.code,
            name: system.name,
            figures: [
              figureOf(system, 'asPlanned'),
              figureOf(system, 'confirmed'),
              formatPounds(system.cost),
              system.onItsOwn === null ? 'cannot' : text(system.onItsOwn),
            ],
          }))}
        />
      </div>
      <ViewLinks title="table System by system" table="systems" />
    </section>
  );
}
