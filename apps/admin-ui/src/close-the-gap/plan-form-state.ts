import type { OfferedLever, OfferedLimit, PlanOffer } from './proposal-types';

/** What is typed, by the key of a limit and year or of a lever; blank is no limit. */
export interface PlanForm {
  readonly staffGroup: string;
  readonly objective: 'least-cost' | 'least-shortfall' | 'least-risk';
  readonly bounds: Readonly<Record<string, string>>;
  /** Levers that may not move. */
  readonly out: readonly string[];
  /** Most and cost of a unit, by lever. */
  readonly most: Readonly<Record<string, string>>;
  readonly cost: Readonly<Record<string, string>>;
}

export const limitKey = ({ kind, staffGroup }: OfferedLimit, year: number): string =>
  `${staffGroup ?? ''}.${kind}.${year}`;

/** Limits and levers of a staff group, and those of the whole organisation. */
export function offerOf({ limits, levers }: PlanOffer, staffGroup: string) {
  return {
    limits: limits.filter((limit) => limit.staffGroup === null || limit.staffGroup === staffGroup),
    levers: levers.filter((lever) => lever.staffGroup === staffGroup),
  };
}

/** Half of the shortfall of the last year, and what systems usually hold to. */
export function firstForm(offer: PlanOffer): PlanForm {
  const staffGroup = offer.staffGroups[0]?.code ?? '';
  const bounds: Record<string, string> = {};
  for (const limit of offerOf(offer, staffGroup).limits) {
    offer.years.forEach(({ year }, index) => {
      const isLast = index === offer.years.length - 1;
      if (limit.kind === 'shortfall' && isLast) bounds[limitKey(limit, year)] = '50%';
      else if (limit.usual !== null) bounds[limitKey(limit, year)] = boundText(limit.usual);
    });
  }
  return { staffGroup, objective: 'least-cost', bounds, out: [], most: {}, cost: {} };
}

const boundText = (share: number): string => `${Math.round(share * 1e4) / 100}%`;

/** Most of a lever as it is shown: a share of the staff, or units of each organisation; the last year stands for all. */
export function mostText({ most, mostPer }: OfferedLever): string {
  const last = most.at(-1) ?? null;
  if (last === null) return '';
  return mostPer === 'head' ? boundText(last) : String(last);
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

interface FormFault {
  readonly field: string;
  readonly message: string;
}

/** The request of a form, or what is wrong with it. */
export function requestOf(offer: PlanOffer, form: PlanForm) {
  const faults: FormFault[] = [];
  const { limits, levers } = offerOf(offer, form.staffGroup);
  const asked = limits.flatMap((limit) =>
    offer.years.flatMap(({ year, label }) => {
      const text = form.bounds[limitKey(limit, year)] ?? '';
      if (text.trim() === '') return [];
      const read = readNumber(text);
      if (read === null || read.value < 0) {
        faults.push({
          field: limitKey(limit, year),
          message: `${limit.label}, ${label}: “${text}” is no number of 0 or more.`,
        });
        return [];
      }
      const isOfPlanned = limit.unit !== 'share' && (read.isPercent || limit.unit === 'times-planned');
      const { kind, staffGroup } = limit;
      const basis = isOfPlanned ? 'of-planned' : 'amount';
      return [{ kind, staffGroup, year, bound: read.value, basis }];
    }),
  );
  const moving = levers
    .filter(({ lever }) => !form.out.includes(lever))
    .map((lever) => askedLever(lever, form, faults));
  const request = {
    kind: 'plan' as const,
    objective: form.objective,
    staffGroups: [form.staffGroup],
    limits: asked,
    levers: moving,
    draws: 0,
  };
  return { request, faults };
}

function askedLever(offered: OfferedLever, form: PlanForm, faults: FormFault[]) {
  const { lever, staffGroup, label, ramp, leadMonths } = offered;
  const read = (field: 'most' | 'cost', usual: string) => {
    const text = form[field][lever] ?? usual;
    const number = readNumber(text);
    if (number === null || number.value < 0) {
      faults.push({ field: `${field}-${lever}`, message: `${label}: “${text}” is no number of 0 or more.` });
    }
    return number?.value ?? 0;
  };
  const isChanged = form.most[lever] !== undefined;
  const most = read('most', mostText(offered));
  const unitCost = read('cost', String(offered.unitCost));
  return {
    lever,
    staffGroup,
    most: isChanged ? offered.most.map(() => most) : offered.most,
    ramp,
    leadMonths,
    unitCost,
    pool: null,
  };
}
