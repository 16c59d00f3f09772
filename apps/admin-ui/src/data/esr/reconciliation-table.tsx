import { RECONCILED_LINES, reconciliationColumns } from '#views/lists';
import type { EsrReconciliation } from '../../api/esr-types';
import { Listing } from '../../listings/listing';
import { shownColumns } from '../../listings/shown-columns';

/** The lists of starters and leavers beside what the extracts show; the residual is what nothing explains. */
export function ReconciliationTable({
  reconciliation,
}: {
  readonly reconciliation: readonly EsrReconciliation[];
}) {
  return (
    <Listing
      title="Lists of starters and leavers against the extracts"
      table="reconciliation"
      columns={shownColumns(reconciliationColumns(reconciliation), { line: 'wide' })}
      rows={reconciliation.length === 0 ? [] : RECONCILED_LINES}
      rowKey={(line) => line}
      empty="No list of starters or leavers was given: nothing to reconcile."
    />
  );
}
