import { limitFigure, scaleOf, type Limit, type PlanModel, type Values } from '../plan';

type Share = Extract<Limit, { readonly kind: 'share' }>;

/** What a shared limit counts in one system. Of a share its part and whole; of all else the whole is 1. */
export interface SharedFigure {
  readonly part: number;
  readonly whole: number;
}

function termsOnly(limit: Limit, terms: Share['part']): Limit {
  const { key, label, organisation } = limit;
  return {
    key,
    label,
    organisation,
    kind: 'sum',
    unit: 'fte',
    sense: 'at-most',
    bound: 0,
    terms,
    shortfalls: [],
    losses: [],
  };
}

/** A limit whose figures add up over systems: a share as its part less the bound's share of its whole. */
export function additive(limit: Limit): Limit {
  if (limit.kind !== 'share') return limit;
  const { bound, sense } = limit;
  const whole = limit.whole.map(({ quantity, weight }) => ({ quantity, weight: -bound * weight }));
  return { ...termsOnly(limit, [...limit.part, ...whole]), sense, bound: 0 };
}

/** What a limit counts at the amounts. */
export function sharedFigure(
  limit: Limit,
  model: PlanModel,
  amounts: ArrayLike<number>,
  values: Values,
): SharedFigure {
  const of = (each: Limit): number => limitFigure(each, model, amounts, values).value;
  if (limit.kind !== 'share') return { part: of(limit), whole: 1 };
  return { part: of(termsOnly(limit, limit.part)), whole: of(termsOnly(limit, limit.whole)) };
}

/** How large a system is beside others where they share a limit: what its bound is given out by. */
export function sizeIn(limit: Limit, model: PlanModel, { part }: SharedFigure): number {
  if (limit.kind === 'cost') return model.plannedPayBill;
  if (limit.kind !== 'amount') return Math.max(0, part);
  const lever = model.columns.find((column) => column.lever.key === limit.lever)?.lever;
  if (lever === undefined) return 0;
  return model.organisations.reduce((sum, each) => sum + each.headcountOf(lever.staffGroup), 0);
}

/** The figures of several systems together. */
export function togetherOf(limit: Limit, figures: readonly SharedFigure[]): number {
  const part = figures.reduce((sum, figure) => sum + figure.part, 0);
  if (limit.kind !== 'share') return part;
  return part / figures.reduce((sum, figure) => sum + figure.whole, 0);
}

/** What a breach of the additive form is measured against, so that it is relative to the bound. */
export function sharedScale(limit: Limit, whole: number): number {
  return limit.kind === 'share' ? Math.max(1, Math.abs(whole)) * scaleOf(limit) : scaleOf(limit);
}
