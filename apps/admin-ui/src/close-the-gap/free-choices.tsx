import type { SolvedPlan } from './proposal-types';

interface FreeChoicesProps {
  readonly plan: Pick<SolvedPlan, 'freeChoices'>;
  readonly isCost: boolean;
}

/** Says that the proposal is one of several that are as good, and by which levers they differ. */
export function FreeChoices({ plan: { freeChoices }, isCost }: FreeChoicesProps) {
  if (freeChoices.length === 0) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>
        {isCost ? 'Other plans cost the same.' : 'Other plans reach as much.'} There can be more of one of
        these and less of another:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {freeChoices.map(({ lever, label }) => (
          <li key={`${lever} ${label}`}>{label}</li>
        ))}
      </ul>
    </div>
  );
}
