import {
  firstForm,
  FUTURES,
  limitKey,
  OBJECTIVES,
  offerOf,
  poolable,
  poolKey,
  type PlanForm,
} from './plan-form-state';
import type { PlanOffer } from './proposal-types';

/** Names that the form has in an address. */
const OWN = /^(group|year|find|futures|out|(limit|most|cost|pool)\..+)$/;

interface Field {
  /** Name in the address. */
  readonly name: string;
  readonly part: 'bounds' | 'most' | 'cost' | 'pools';
  readonly key: string;
}

/** Everything that can be typed for a staff group. */
function fieldsOf(offer: PlanOffer, staffGroup: string): readonly Field[] {
  const { limits, levers } = offerOf(offer, staffGroup);
  const inYears = (of: (year: number) => Field): readonly Field[] => offer.years.map(({ year }) => of(year));
  return [
    ...limits.flatMap((limit) =>
      inYears((year) => ({
        name: `limit.${limit.kind}.${year}`,
        part: 'bounds',
        key: limitKey(limit, year),
      })),
    ),
    ...levers.flatMap(({ lever }): readonly Field[] => [
      { name: `most.${lever}`, part: 'most', key: lever },
      { name: `cost.${lever}`, part: 'cost', key: lever },
    ]),
    ...poolable(levers).flatMap((lever) =>
      inYears((year) => ({
        name: `pool.${poolKey(lever, year)}`,
        part: 'pools',
        key: poolKey(lever, year),
      })),
    ),
  ];
}

/** The form that an address holds; what it doesn't name is as the form starts. */
export function formOfAddress(offer: PlanOffer, search: URLSearchParams): PlanForm {
  const first = firstForm(offer, {
    staffGroup: search.get('group'),
    targetYear: Number(search.get('year')),
  });
  const named = fieldsOf(offer, first.staffGroup).filter(({ name }) => search.has(name));
  const typed = (part: Field['part']) =>
    Object.fromEntries(
      named.filter((field) => field.part === part).map(({ key, name }) => [key, search.get(name) ?? '']),
    );
  const { levers } = offerOf(offer, first.staffGroup);
  const out = (search.get('out') ?? '').split(',');
  return {
    ...first,
    objective: OBJECTIVES.find(({ value }) => value === search.get('find'))?.value ?? first.objective,
    futures: FUTURES.find(({ value }) => value === search.get('futures'))?.value ?? first.futures,
    bounds: { ...first.bounds, ...typed('bounds') },
    out: levers.filter(({ lever }) => out.includes(lever)).map(({ lever }) => lever),
    most: typed('most'),
    cost: typed('cost'),
    pools: typed('pools'),
  };
}

/** An address with the form in it: only what differs from how the form starts. */
export function addressOfForm(offer: PlanOffer, form: PlanForm, current: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams([...current].filter(([name]) => !OWN.test(name)));
  const start = firstForm(offer);
  const first = firstForm(offer, form);
  const choices = [
    ['group', form.staffGroup, start.staffGroup],
    ['year', String(form.targetYear), String(start.targetYear)],
    ['find', form.objective, first.objective],
    ['futures', form.futures, first.futures],
    ['out', form.out.join(','), ''],
  ] as const;
  for (const [name, value, usual] of choices) if (value !== usual) next.set(name, value);
  for (const { name, part, key } of fieldsOf(offer, form.staffGroup)) {
    const value = form[part][key];
    const usual = first[part][key];
    const isTyped = part === 'bounds' ? (value ?? '') !== (usual ?? '') : value !== usual;
    if (isTyped) next.set(name, value ?? '');
  }
  return next;
}
