import type { FileLayout, FoundColumn, ReadHeader } from '../../reading/read-header';
import type { EsrColumn, EsrField } from '../reference/esr-columns';

/** The files of one import. */
export const ESR_FILE_ROLES = ['extract', 'earlier', 'starters', 'leavers'] as const;
export type EsrFileRole = (typeof ESR_FILE_ROLES)[number];

export type FoundEsrColumn = FoundColumn<EsrField>;
export type ReadEsrHeader = ReadHeader<EsrField>;

const OF_AN_EXTRACT: FileLayout<EsrField>['needed'] = [
  ['assignment-category'],
  ['assignment-status'],
  ['occupation-code'],
  ['pay-grade'],
  ['fte'],
];
const NEEDED: Readonly<Record<EsrFileRole, FileLayout<EsrField>['needed']>> = {
  extract: OF_AN_EXTRACT,
  earlier: OF_AN_EXTRACT,
  starters: [['latest-start-date']],
  leavers: [['termination-date']],
};

/** The layout of a file of an import; a number of the person is needed in each. */
export function layoutOf(role: EsrFileRole, columns: readonly EsrColumn[]): FileLayout<EsrField> {
  return {
    what: 'an ESR extract',
    documentation: 'docs/esr-import.md',
    columns,
    needed: [...NEEDED[role], ['employee-number', 'assignment-number']],
  };
}
