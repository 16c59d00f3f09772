import { useQuery } from '@tanstack/react-query';
import { attentionQuery } from '../api/attention-queries';
import { statusQuery, type Unit } from '../api/queries';
import { AttentionList } from '../home/attention-list';

/** What needs the person at this organisation, or at one of those that it sums. */
export function ProblemsCard({ unit }: { readonly unit: Unit }) {
  const { data: items } = useQuery(attentionQuery);
  const { data: status } = useQuery(statusQuery(unit));
  if (items === undefined) return null;
  const here = new Set([
    unit.organisationId,
    ...(status?.units ?? []).map(({ organisation }) => organisation.id),
  ]);
  const own = items.filter(
    ({ scenario, organisation }) =>
      organisation !== null &&
      here.has(organisation.id) &&
      (scenario === null || scenario.id === unit.scenarioId),
  );
  return (
    <section className="wt-card" aria-labelledby="problems">
      <h2 className="nhsuk-heading-m wt-card__heading" id="problems">
        Problems
      </h2>
      {own.length === 0 ? (
        <p>None that you can see to: no errors, no missing reasons, no failed recalculation.</p>
      ) : (
        <AttentionList items={own} />
      )}
    </section>
  );
}
