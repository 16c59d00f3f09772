import type { FourLine, FourLinesRow, LineSource, WorkedPart } from '../api/return-types';

export const LINE_NAMES: Readonly<Record<FourLine, string>> = {
  contracted: 'Contracted',
  worked: 'Worked',
  establishment: 'Establishment',
  requirement: 'Requirement',
};

export const PART_NAMES: Readonly<Record<WorkedPart, string>> = {
  overtime: 'Overtime',
  bank: 'Bank',
  agency: 'Agency',
  timing: 'Timing',
  leave: 'On leave',
  residual: 'Not explained',
};

export const SOURCE_NAMES: Readonly<Record<LineSource, string>> = {
  'esr-extract': 'ESR extract',
  ledger: 'ledger',
  'actual-figures': 'actual figures',
  projection: 'projection',
  'projection-assumed': 'projection, assumed',
};

const SCALE = 100_000;
const WTE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** WTE to two places; a dash for what is not loaded. */
export function wteText(units: number | null): string {
  return units === null ? '–' : WTE.format(units / SCALE).replace('-', '−');
}

/** All staff of a month in a sentence. */
export function fourLinesSentence(row: FourLinesRow | undefined, month: string): string {
  if (row === undefined || row.parts === null) {
    return `In ${month} contracted or worked WTE are not loaded: import an ESR extract and a ledger.`;
  }
  const { difference, parts, vacancies } = row;
  const posts = vacancies === null ? '' : ` ${wteText(vacancies)} funded posts are vacant.`;
  return `In ${month} ${wteText(difference)} WTE were worked above contracts; ${wteText(parts.residual)} of them nothing loaded explains.${posts}`;
}
