import type { GroupHeadlines } from '#modules/what-if';
import type { OverviewStaffGroup, OverviewYear } from '../../api/types';
import { formatCount, formatPounds } from '../../words/numbers';

type Figures = readonly (number | null)[];

/** Headline figures of the years of the round; null where nothing is loaded. */
export type ShownHeadlines = Readonly<Record<keyof GroupHeadlines, Figures>>;

/** The published headline figures of a staff group, for the years of the round. */
export function publishedHeadlines(
  group: OverviewStaffGroup,
  years: readonly OverviewYear[],
): ShownHeadlines {
  const projected = (figures: Figures) => figures.filter((_, index) => years[index]?.kind === 'projected');
  return {
    staffInPost: projected(group.lines.staffInPost),
    gap: projected(group.gap),
    payBill: projected(group.lines.payBill),
  };
}

const FORMATS = { staffInPost: formatCount, gap: formatCount, payBill: formatPounds } as const;

/** True where a figure would read differently on the screen. */
export function differsOnScreen(published: ShownHeadlines, entered: GroupHeadlines): boolean {
  return (Object.keys(FORMATS) as (keyof GroupHeadlines)[]).some((line) =>
    published[line].some((value, index) => {
      const own = entered[line][index];
      return value !== null && own !== undefined && FORMATS[line](own) !== FORMATS[line](value);
    }),
  );
}
