import type { EsrReconciliation } from '../../api/esr-types';
import { Listing } from '../../listings/listing';

const LINES: readonly (readonly [keyof EsrReconciliation, string])[] = [
  ['listed', 'On the list, between the extracts'],
  ['outsidePeriod', 'On the list, with another day'],
  ['fromExtracts', 'From the extracts'],
  ['matched', 'In both'],
  ['atBothEnds', 'Listed, in post at both ends: left and came back'],
  ['withinPeriod', 'Listed, came and went in between'],
  ['listedApart', 'Listed, counted apart or left out'],
  ['fromOrToApart', 'From the extracts, to or from a line counted apart'],
  ['listedOnly', 'On the list only'],
  ['extractsOnly', 'From the extracts only'],
  ['residual', 'Residual: not explained'],
];

/** The lists of starters and leavers beside what the extracts show; the residual is what nothing explains. */
export function ReconciliationTable({
  reconciliation,
}: {
  readonly reconciliation: readonly EsrReconciliation[];
}) {
  const rows = LINES.map(([key, label]) => ({ key, label }));
  return (
    <Listing
      title="Lists of starters and leavers against the extracts"
      columns={[
        { heading: 'People', kind: 'wide', cell: ({ label }) => label, value: ({ label }) => label },
        ...reconciliation.map((list) => ({
          heading: list.list === 'starters' ? 'Starters' : 'Leavers',
          kind: 'number' as const,
          cell: ({ key }: { readonly key: keyof EsrReconciliation }) => list[key],
          value: ({ key }: { readonly key: keyof EsrReconciliation }) => list[key],
        })),
      ]}
      rows={reconciliation.length === 0 ? [] : rows}
      rowKey={({ key }) => key}
      empty="No list of starters or leavers was given: nothing to reconcile."
    />
  );
}
