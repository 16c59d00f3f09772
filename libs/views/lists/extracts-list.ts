import type { ListColumns } from './list';

/** What a list shows of an imported ESR extract. */
export interface ListedExtract {
  readonly asAt: string;
  readonly position: { readonly fte: number; readonly headcount: number };
  readonly change: {
    readonly flows: {
      readonly all: Readonly<Record<'joiners' | 'leavers', { readonly headcount: number }>>;
    };
    readonly reconciliation: readonly { readonly residual: number }[];
  } | null;
  readonly blockedBy: readonly unknown[];
  readonly importedAt: string;
}

/** People whom starters and leavers don't explain; null without an earlier extract or lists. */
function residual({ change }: ListedExtract): number | null {
  if (change === null || change.reconciliation.length === 0) return null;
  return change.reconciliation.reduce((sum, list) => sum + list.residual, 0);
}

/** Whether an extract can be a baseline, in words. */
export function extractStateText({ blockedBy }: ListedExtract): string {
  return blockedBy.length === 0 ? 'Can be the baseline' : `${blockedBy.length} not mapped`;
}

/** Imported ESR extracts of an employer. */
export const EXTRACT_COLUMNS = {
  asAt: { heading: 'As at', value: ({ asAt }) => asAt },
  wte: { heading: 'WTE', unit: 'fte', value: ({ position }) => position.fte },
  headcount: { heading: 'Headcount', unit: 'headcount', value: ({ position }) => position.headcount },
  joiners: {
    heading: 'Joiners',
    unit: 'headcount',
    value: ({ change }) => change?.flows.all.joiners.headcount ?? null,
  },
  leavers: {
    heading: 'Leavers',
    unit: 'headcount',
    value: ({ change }) => change?.flows.all.leavers.headcount ?? null,
  },
  residual: { heading: 'Residual', unit: 'headcount', value: residual },
  state: { heading: 'State', value: extractStateText },
  imported: { heading: 'Imported', value: ({ importedAt }) => importedAt },
} satisfies ListColumns<ListedExtract>;
