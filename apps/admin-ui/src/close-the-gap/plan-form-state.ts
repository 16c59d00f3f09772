import type { AskedPlan, OfferedLever, OfferedLimit, PlanOffer } from './proposal-types';

/** What is typed, by the key of a limit and year or of a lever; blank is no limit. */
export interface PlanForm {
  readonly staffGroup: string;
  /** First calendar year of the year in which the shortfall is to be halved, unless something else is typed. */
  readonly targetYear: number;
  readonly objective: AskedPlan['objective'];
  /** Random futures that the plan is checked over, as text; `0` leaves them out. */
  readonly futures: string;
  readonly bounds: Readonly<Record<string, string>>;
  /** Levers that may not move. */
  readonly out: readonly string[];
  /** Most and cost of a unit, by lever. */
  readonly most: Readonly<Record<string, string>>;
  readonly cost: Readonly<Record<string, string>>;
  /** Most of all organisations together, by lever and year. */
  readonly pools: Readonly<Record<string, string>>;
}

/** What is best, in words. */
export const OBJECTIVES = [
  { value: 'least-cost', label: 'Least cost' },
  { value: 'least-shortfall', label: 'Least shortfall' },
  { value: 'least-risk', label: 'Least risk: shortfall in nine of ten futures' },
] as const;

/** Over how many random futures a plan can be checked. */
export const FUTURES = [
  { value: '0', label: 'No: as assumed only' },
  { value: '20', label: 'Over 20 possible futures' },
  { value: '100', label: 'Over 100 possible futures' },
  { value: '500', label: 'Over 500 possible futures' },
] as const;

export const limitKey = (
  { kind, staffGroup }: Pick<OfferedLimit, 'kind' | 'staffGroup'>,
  year: number,
): string => `${staffGroup ?? ''}.${kind}.${year}`;

export const poolKey = ({ lever }: Pick<OfferedLever, 'lever'>, year: number): string => `${lever}.${year}`;

/** Limits and levers of a staff group, and those of the whole organisation. */
export function offerOf({ limits, levers }: PlanOffer, staffGroup: string) {
  return {
    limits: limits.filter((limit) => limit.staffGroup === null || limit.staffGroup === staffGroup),
    levers: levers.filter((lever) => lever.staffGroup === staffGroup),
  };
}

/** Levers that are counted in people, of whom organisations together find only so many. */
export function poolable(levers: readonly OfferedLever[]): readonly OfferedLever[] {
  return levers.filter(({ mostPer }) => mostPer === 'head');
}

/** What the form starts with: half of the shortfall of a year, and what systems usually hold to. */
export function firstForm(
  offer: PlanOffer,
  { staffGroup, targetYear }: { readonly staffGroup?: string | null; readonly targetYear?: number } = {},
): PlanForm {
  const group = offer.staffGroups.find(({ code }) => code === staffGroup) ?? offer.staffGroups[0];
  const target = offer.years.find(({ year }) => year === targetYear) ?? offer.years.at(-1);
  const form = { staffGroup: group?.code ?? '', targetYear: target?.year ?? 0 };
  const bounds = usualBounds(offer, form);
  return { ...form, objective: 'least-cost', futures: '100', bounds, out: [], most: {}, cost: {}, pools: {} };
}

function usualBounds(
  offer: PlanOffer,
  { staffGroup, targetYear }: Pick<PlanForm, 'staffGroup' | 'targetYear'>,
): PlanForm['bounds'] {
  const textOf = ({ kind, usual }: OfferedLimit, year: number): string | null => {
    if (kind === 'shortfall' && year === targetYear) return '50%';
    return usual === null ? null : shareText(usual);
  };
  const typed = offerOf(offer, staffGroup).limits.flatMap((limit) =>
    offer.years.map(({ year }) => [limitKey(limit, year), textOf(limit, year)] as const),
  );
  return Object.fromEntries(typed.filter((each): each is readonly [string, string] => each[1] !== null));
}

/** A share as it is typed. */
export const shareText = (share: number): string => `${Math.round(share * 1e4) / 100}%`;

/** Most of a lever as it is shown: a share of the staff, or units of each organisation; the last year stands for all. */
export function mostText({ most, mostPer }: Pick<OfferedLever, 'most' | 'mostPer'>): string {
  const last = most.at(-1) ?? null;
  if (last === null) return '';
  return mostPer === 'head' ? shareText(last) : String(last);
}

/** A number with or without £, commas and a percent sign; null for what is none. */
export function readNumber(text: string): { readonly value: number; readonly isPercent: boolean } | null {
  const cleaned = text.trim().replaceAll(/[£,\s]/g, '');
  const isPercent = cleaned.endsWith('%');
  const value = Number(isPercent ? cleaned.slice(0, -1) : cleaned);
  if (cleaned === '' || cleaned === '%' || !Number.isFinite(value)) return null;
  return { value: isPercent ? value / 100 : value, isPercent };
}

/** Words of what a cell of a limit takes. */
export const UNIT_HINTS: Readonly<Record<OfferedLimit['unit'], string>> = {
  fte: 'WTE, or a percentage of what is planned',
  pounds: 'pounds, or a percentage of what is planned',
  share: 'a percentage',
  'times-planned': 'a percentage of what is planned',
};
