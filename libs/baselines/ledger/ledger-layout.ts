import { readMonthlyColumns } from '../monthly/monthly-columns';
import type { FileLayout } from '../reading/read-header';

/** The columns that are read from a ledger. */
export const LEDGER_FIELDS = [
  'cost-centre',
  'cost-centre-name',
  'subjective-code',
  'subjective-name',
  'month',
  'budgeted-wte',
  'worked-wte',
  'contracted-wte',
  'budget',
  'actual',
  'person',
] as const;
export type LedgerField = (typeof LEDGER_FIELDS)[number];

/** A ledger: a row for each cost centre, subjective code and month. */
export function ledgerLayout(): FileLayout<LedgerField> {
  return {
    what: 'a ledger',
    documentation: 'docs/ledger-and-roster.md',
    columns: readMonthlyColumns('ledger', LEDGER_FIELDS),
    needed: [
      ['cost-centre'],
      ['subjective-code'],
      ['month'],
      ['budgeted-wte', 'worked-wte', 'contracted-wte', 'budget', 'actual'],
    ],
  };
}
