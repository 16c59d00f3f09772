import { Author } from './esr-author';
import type { EsrTruth } from './esr-truth';
import { plantApart, plantListCases } from './planted-apart';
import { plantJoiners, plantLeavers } from './planted-changes';
import { plantMoves, plantStayers } from './planted-stayers';

/** Days of the two extracts. */
export const ESR_DAYS = { earlier: '2025-03-31', later: '2026-03-31' } as const;

/** The four files of an import, and what is true of them. */
export interface SyntheticExtracts {
  readonly earlier: string;
  readonly later: string;
  readonly starters: string;
  readonly leavers: string;
  readonly truth: EsrTruth;
  /** Every text that says who someone is: none of them may be found anywhere afterwards. */
  readonly secrets: readonly string[];
}

/** Two extracts a year apart with about `stayers` + 1,000 people, and lists of starters and leavers. */
export function syntheticExtracts(stayers: number): SyntheticExtracts {
  const author = new Author();
  plantStayers(author, stayers);
  plantMoves(author);
  plantLeavers(author);
  plantJoiners(author);
  plantApart(author);
  plantListCases(author);
  const text = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;
  return {
    earlier: text(author.files.earlier),
    later: text(author.files.later),
    starters: text(author.starters),
    leavers: text(author.leavers),
    truth: author.truth,
    secrets: author.secrets,
  };
}
