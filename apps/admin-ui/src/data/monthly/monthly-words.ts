import type { MonthlyKind, UnmappedSource } from '../../api/monthly-types';

export const SOURCES: Readonly<Record<UnmappedSource['field'], string>> = {
  'cost-centre': 'Cost centre',
  'subjective-code': 'Subjective code',
  'staff-group': 'Staff group',
};

interface KindWords {
  readonly title: string;
  readonly file: string;
  readonly lede: string;
}

export const KIND_WORDS: Readonly<Record<MonthlyKind, KindWords>> = {
  ledger: {
    title: 'Ledger',
    file: 'ledger',
    lede: 'Budgeted WTE, worked WTE and money by cost centre, subjective code and month. A baseline taken afterwards has the ledger’s funded establishment.',
  },
  roster: {
    title: 'Roster',
    file: 'roster',
    lede: 'Hours of overtime, bank and agency by staff group and month. WTE are hours / 37.5 × 7 / days in the month.',
  },
};
