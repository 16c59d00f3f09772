import type { ListColumns } from './list';

const LINES = {
  listed: 'On the list, between the extracts',
  outsidePeriod: 'On the list, with another day',
  fromExtracts: 'From the extracts',
  matched: 'In both',
  atBothEnds: 'Listed, in post at both ends: left and came back',
  withinPeriod: 'Listed, came and went in between',
  listedApart: 'Listed, counted apart or left out',
  fromOrToApart: 'From the extracts, to or from a line counted apart',
  listedOnly: 'On the list only',
  extractsOnly: 'From the extracts only',
  residual: 'Residual: not explained',
} as const;
type ReconciledLine = keyof typeof LINES;

/** A list of starters or leavers beside what two extracts show. */
export type Reconciliation = Readonly<Record<ReconciledLine, number>> & {
  readonly list: 'starters' | 'leavers';
};

/** The lines of a reconciliation, in order. */
export const RECONCILED_LINES = Object.keys(LINES) as readonly ReconciledLine[];

/** The lists of starters and leavers beside what the extracts show; the residual is what nothing explains. */
export function reconciliationColumns(lists: readonly Reconciliation[]): ListColumns<ReconciledLine> {
  const columns = lists.map((each) => [
    each.list,
    {
      heading: each.list === 'starters' ? 'Starters' : 'Leavers',
      unit: 'headcount' as const,
      value: (line: ReconciledLine) => each[line],
    },
  ]);
  return {
    line: { heading: 'People', value: (line) => LINES[line] },
    ...(Object.fromEntries(columns) as ListColumns<ReconciledLine>),
  };
}
