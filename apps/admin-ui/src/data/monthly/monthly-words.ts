import type { Employment, MonthlyKind, MonthlyVocabulary, UnmappedSource } from '../../api/monthly-types';
import { sentenceCase } from '#views/lists';

export const EMPLOYMENTS: Readonly<Record<Employment, string>> = {
  substantive: 'Substantive',
  overtime: 'Overtime',
  bank: 'Bank',
  agency: 'Agency',
};

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

/** Name of a staff group; what is not mapped is said so. */
export function staffGroupText(vocabulary: MonthlyVocabulary | undefined, code: string | null): string {
  if (code === null) return 'Not mapped';
  return vocabulary?.staffGroups.find((group) => group.code === code)?.name ?? sentenceCase(code);
}
