import {
  firstForm,
  limitKey,
  mostText,
  offerOf,
  poolable,
  poolKey,
  readNumber,
  shareText,
  type PlanForm,
} from './plan-form-state';
import type { AskedPlan, OfferedLever, PlanOffer } from './proposal-types';

/** What can't be asked as it is typed: the field, by the end of its id, and what is wrong. */
export interface FormFault {
  readonly field: string;
  readonly message: string;
}

/** The request of a form, or what is wrong with it. */
export function requestOf(
  offer: PlanOffer,
  form: PlanForm,
): { readonly request: AskedPlan; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const moving = offerOf(offer, form.staffGroup).levers.filter(({ lever }) => !form.out.includes(lever));
  const request: AskedPlan = {
    kind: 'plan',
    objective: form.objective,
    staffGroups: [form.staffGroup],
    limits: askedLimits(offer, form, faults),
    levers: moving.map((offered) => ({
      ...askedLever(offered, form, faults),
      pool: askedPool(offer, offered, form, faults),
    })),
    draws: Number(form.futures),
  };
  return { request, faults };
}

function notNegative(text: string, name: string, field: string, faults: FormFault[]) {
  const read = readNumber(text);
  if (read !== null && read.value >= 0) return read;
  faults.push({ field, message: `${name}: “${text}” is no number of 0 or more.` });
  return null;
}

function askedLimits(offer: PlanOffer, form: PlanForm, faults: FormFault[]): AskedPlan['limits'] {
  return offerOf(offer, form.staffGroup).limits.flatMap((limit) =>
    offer.years.flatMap(({ year, label }) => {
      const field = limitKey(limit, year);
      const text = form.bounds[field] ?? '';
      if (text.trim() === '') return [];
      const read = notNegative(text, `${limit.label}, ${label}`, field, faults);
      if (read === null) return [];
      const isOfPlanned = limit.unit !== 'share' && (read.isPercent || limit.unit === 'times-planned');
      const { kind, staffGroup } = limit;
      return [
        { kind, staffGroup, year, bound: read.value, basis: isOfPlanned ? 'of-planned' : 'amount' } as const,
      ];
    }),
  );
}

function askedLever(offered: OfferedLever, form: PlanForm, faults: FormFault[]) {
  const { lever, staffGroup, label, ramp, leadMonths } = offered;
  const typed = form.most[lever];
  const isEndless = typed?.trim() === '';
  const most =
    typed === undefined || isEndless ? null : notNegative(typed, label, `most-${lever}`, faults)?.value;
  const cost = form.cost[lever] ?? String(offered.unitCost);
  return {
    lever,
    staffGroup,
    most: typed === undefined ? offered.most : offered.most.map(() => most ?? null),
    ramp,
    leadMonths,
    unitCost: notNegative(cost, label, `cost-${lever}`, faults)?.value ?? 0,
  };
}

/** What organisations share of a lever in each year; null where each has its own. */
function askedPool(
  { years }: PlanOffer,
  offered: OfferedLever,
  { pools }: PlanForm,
  faults: FormFault[],
): readonly number[] | null {
  const texts = years.map(({ year }) => pools[poolKey(offered, year)] ?? '');
  if (texts.every((text) => text.trim() === '')) return null;
  return years.map(({ year, label }, index) => {
    const field = `pool-${poolKey(offered, year)}`;
    const text = texts[index] ?? '';
    if (text.trim() !== '') {
      return notNegative(text, `${offered.label} that all share, ${label}`, field, faults)?.value ?? 0;
    }
    faults.push({
      field,
      message: `${offered.label} that all share: ${label} is blank. Fill in every year, or none.`,
    });
    return 0;
  });
}

/** The form that asks for what was asked: to be changed and asked again. */
export function formOfRequest(offer: PlanOffer, request: AskedPlan): PlanForm {
  const first = firstForm(offer, { staffGroup: request.staffGroups[0] ?? null });
  const { limits, levers } = offerOf(offer, first.staffGroup);
  const bounds = request.limits.map((asked) => {
    const unit = limits.find(({ kind }) => kind === asked.kind)?.unit;
    const isShare = asked.basis === 'of-planned' || unit === 'share';
    return [limitKey(asked, asked.year), isShare ? shareText(asked.bound) : String(asked.bound)] as const;
  });
  const asked = request.levers.flatMap((own) => {
    const offered = levers.find(({ lever }) => lever === own.lever);
    return offered === undefined ? [] : [{ own, offered }];
  });
  const moved = asked.filter(({ own, offered }) => String(own.most) !== String(offered.most));
  const priced = asked.filter(({ own, offered }) => own.unitCost !== offered.unitCost);
  const pooled = poolable(levers).flatMap((offered) =>
    (request.levers.find(({ lever }) => lever === offered.lever)?.pool ?? []).map(
      (most, index) => [poolKey(offered, offer.years[index]?.year ?? 0), String(most)] as const,
    ),
  );
  return {
    ...first,
    objective: request.objective,
    futures: String(request.draws),
    bounds: Object.fromEntries(bounds),
    out: levers
      .filter(({ lever }) => !asked.some(({ own }) => own.lever === lever))
      .map(({ lever }) => lever),
    most: Object.fromEntries(
      moved.map(({ own, offered: { mostPer } }) => [own.lever, mostText({ most: own.most, mostPer })]),
    ),
    cost: Object.fromEntries(priced.map(({ own }) => [own.lever, String(own.unitCost)])),
    pools: Object.fromEntries(pooled),
  };
}
