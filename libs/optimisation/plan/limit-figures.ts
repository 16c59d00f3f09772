import type { PlanModel, Values } from './plan-model';
import { shortfallsOf } from './plan-model';
import {
  balancesIn,
  unitOfLimit,
  type Limit,
  type LimitUnit,
  type PlanRequest,
  type Term,
} from './plan-request';

/** What a limit's figure is, how far it is from its bound, and by how much it breaks it as a share of the bound. */
export interface LimitFigure {
  /** In the unit of the limit; a share for one of shares. */
  readonly value: number;
  /** Above 0 where the limit is broken. */
  readonly beyond: number;
  readonly relative: number;
}

/** Bounds near 0 are held to this much of their unit: WTE and people, pounds, shares. */
const LEAST_SCALE: Readonly<Record<LimitUnit, number>> = {
  fte: 1,
  people: 1,
  pounds: 10_000,
  share: 0.01,
  units: 1,
};

/** What a breach is measured against: the bound, or a least amount of its unit. */
export function scaleOf(limit: Limit): number {
  return Math.max(Math.abs(limit.bound), LEAST_SCALE[unitOfLimit(limit)]);
}

/** The organisations that a limit is about, as places. */
export function organisationsOf(model: PlanModel, { organisation }: Limit): readonly number[] {
  return model.organisations.flatMap(({ code }, place) =>
    organisation === null || code === organisation ? [place] : [],
  );
}

function sumOf(terms: readonly Term[], model: PlanModel, values: Values, places: readonly number[]): number {
  return places.reduce(
    (sum, place) =>
      sum +
      terms.reduce(
        (part, { quantity, weight }) => part + weight * (values[place]?.[model.placeIn(quantity)] ?? 0),
        0,
      ),
    0,
  );
}

/** The sum of what is missing, each organisation on its own. */
export function shortfallIn(
  model: PlanModel,
  values: Values,
  balances: readonly Parameters<PlanModel['placeIn']>[0][],
  places: readonly number[] = model.organisations.map((_, place) => place),
): number {
  return places.reduce(
    (sum, place) =>
      sum +
      balances.reduce((part, balance) => part + Math.max(0, values[place]?.[model.placeIn(balance)] ?? 0), 0),
    0,
  );
}

/** A limit at the amounts and their figures. */
export function limitFigure(
  limit: Limit,
  model: PlanModel,
  amounts: ArrayLike<number>,
  values: Values,
): LimitFigure {
  const value = valueOf(limit, model, amounts, values);
  const beyond = limit.sense === 'at-most' ? value - limit.bound : limit.bound - value;
  return { value, beyond, relative: beyond / scaleOf(limit) };
}

function valueOf(limit: Limit, model: PlanModel, amounts: ArrayLike<number>, values: Values): number {
  const places = organisationsOf(model, limit);
  if (limit.kind === 'amount')
    return amountColumns(model, limit).reduce((sum, column) => sum + (amounts[column] ?? 0), 0);
  if (limit.kind === 'cost') {
    const { levers, payBill } = costOf(model, amounts, values);
    return levers + payBill - model.plannedPayBill;
  }
  if (limit.kind === 'share') {
    return sumOf(limit.part, model, values, places) / sumOf(limit.whole, model, values, places);
  }
  return sumOf(limit.terms, model, values, places) + shortfallIn(model, values, balancesIn(limit), places);
}

/** Columns that a limit on a lever's units counts. */
export function amountColumns(
  model: PlanModel,
  limit: Extract<Limit, { readonly kind: 'amount' }>,
): readonly number[] {
  const places = new Set(organisationsOf(model, limit));
  return model.columns.flatMap(({ lever, organisation, year }, column) =>
    lever.key === limit.lever && model.firstYear + year === limit.year && places.has(organisation)
      ? [column]
      : [],
  );
}

/** What plans cost, in pounds over the round. */
export interface PlanCost {
  readonly levers: number;
  readonly payBill: number;
}

/** Cost of the amounts and the pay bill of their figures. */
export function costOf(model: PlanModel, amounts: ArrayLike<number>, values: Values): PlanCost {
  const levers = model.columns.reduce((sum, { cost }, place) => sum + cost * (amounts[place] ?? 0), 0);
  const payBill = values.reduce((sum, own) => sum + model.payBillIn(own), 0);
  return { levers, payBill };
}

/** Weight of a pound beside a WTE missing, where cost only decides between plans that leave as much missing. */
export const POUND_BESIDE_WTE = 1e-8;

/** The objective at the figures, with what the plan is charged. */
export function objectiveValue(
  { objective, charges = [] }: PlanRequest,
  model: PlanModel,
  amounts: ArrayLike<number>,
  values: Values,
): number {
  const charged = charges.reduce(
    (sum, { limit, price }) => sum + price * countedFor(limit, model, amounts, values),
    0,
  );
  const { levers, payBill } = costOf(model, amounts, values);
  if (objective.kind === 'least-cost') return levers + payBill + charged;
  const margins = objective.kind === 'least-shortfall' ? objective.margins : undefined;
  const missing = values.reduce(
    (sum, own, organisation) =>
      sum +
      shortfallsOf(objective).reduce((part, balance, place) => {
        const margin = margins?.[organisation]?.[place] ?? 0;
        return part + Math.max(0, (own[model.placeIn(balance)] ?? 0) + margin);
      }, 0),
    0,
  );
  return missing + POUND_BESIDE_WTE * (levers + payBill) + charged;
}

/** What a limit counts, as a sum over organisations: of a share, its part less the bound's share of its whole. */
function countedFor(limit: Limit, model: PlanModel, amounts: ArrayLike<number>, values: Values): number {
  if (limit.kind !== 'share') return valueOf(limit, model, amounts, values);
  const places = organisationsOf(model, limit);
  return sumOf(limit.part, model, values, places) - limit.bound * sumOf(limit.whole, model, values, places);
}
