import { FLAG_TEXTS, LINE_NAMES } from './comparison-words';
import type { ListColumns } from './list';

type Flag = keyof typeof FLAG_TEXTS;

/** What is flagged of a year, and what is said about it. */
export interface FlaggedYear {
  /** The months of the year, `YYYY-MM`. */
  readonly months: readonly string[];
  readonly closedMonths: number;
  readonly staffGroups: readonly { readonly code: string; readonly flags: Readonly<Record<string, Flag>> }[];
  /** The newest version of each first. */
  readonly notes: readonly {
    readonly staffGroup: string;
    readonly line: string;
    readonly month: string;
    readonly reason: string;
    readonly owner: string;
  }[];
}

/** A flagged variance of the last closed month with why it came about and who answers for it. */
export interface FlaggedVariance {
  readonly staffGroup: string;
  readonly line: string;
  readonly flag: Flag;
  readonly note: FlaggedYear['notes'][number] | undefined;
}

/** What is flagged in the last closed month, what to act on first. */
export function flaggedVariances(year: FlaggedYear): readonly FlaggedVariance[] {
  const month = year.months[year.closedMonths - 1];
  const noteOn = (staffGroup: string, line: string) =>
    year.notes.find((note) => note.staffGroup === staffGroup && note.line === line && note.month === month);
  const all = year.staffGroups.flatMap(({ code, flags }) =>
    Object.entries(flags).map(([line, flag]) => ({
      staffGroup: code,
      line,
      flag,
      note: noteOn(code, line),
    })),
  );
  return (['act', 'watch'] as const).flatMap((wanted) => all.filter(({ flag }) => flag === wanted));
}

/** @param nameOf the name of a staff group */
export const flaggedColumns = (nameOf: (staffGroup: string) => string) =>
  ({
    what: {
      heading: 'Staff group and line',
      value: ({ staffGroup, line }) => `${nameOf(staffGroup)}: ${LINE_NAMES[line] ?? line}`,
    },
    flag: { heading: 'Flag', value: ({ flag }) => FLAG_TEXTS[flag] },
    reason: { heading: 'Reason', value: ({ note }) => note?.reason ?? 'No reason yet' },
    owner: { heading: 'Owner', value: ({ note }) => note?.owner ?? null },
  }) satisfies ListColumns<FlaggedVariance>;
