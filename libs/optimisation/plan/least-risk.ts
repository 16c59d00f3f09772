import type { LinearSolver } from '#linear-programming';
import { quantiles } from '#engine';
import { projectDraws, seriesOf, type ProjectionInput } from '#modules/projection';
import { marchOf, type Quantity } from '../model/quantity';
import { shortfallsOf, type PlanModel } from './plan-model';
import type { Objective, PlanRequest } from './plan-request';
import { SuccessivePrograms, type SettleControl, type Settled } from './successive-programs';

type Balance = Extract<Quantity, { readonly kind: 'balance' }>;

/** Shortfalls of each organisation and balance in each random draw, WTE. */
export type DrawnShortfalls = readonly (readonly Float64Array[])[];

/** Rounds of draws and plan: margins hardly change with the plan. */
const MOST_ROUNDS = 3;
const SAME_RISK = 0.002;
/** Draws around the ninth tenth that say what each organisation adds to it. */
const AROUND = 0.05;
const RISK = 0.9;

/** Shortfalls in the random draws of the organisations' whole inputs. */
export function drawnShortfalls(
  inputs: readonly ProjectionInput[],
  balances: readonly Balance[],
  { draws, seed }: { readonly draws: number; readonly seed: string },
): DrawnShortfalls {
  return inputs.map((input) => {
    const drawn = projectDraws({ ...input, draws, seed });
    return balances.map(({ staffGroup, year }) => {
      if (!drawn.staffGroups.includes(staffGroup)) return new Float64Array(draws);
      const series = seriesOf(drawn, staffGroup, 'shortfall');
      return drawn.table.at(series, marchOf(drawn.months, year)).slice(1);
    });
  });
}

/** Sum over organisations and balances, draw by draw. */
export function totalByDraw(shortfalls: DrawnShortfalls): Float64Array {
  const first = shortfalls[0]?.[0] ?? new Float64Array();
  return Float64Array.from(first, (_, draw) =>
    shortfalls.reduce((sum, own) => sum + own.reduce((part, each) => part + (each[draw] ?? 0), 0), 0),
  );
}

/** The shortfall that nine in ten draws do not exceed. */
export function riskOf(shortfalls: DrawnShortfalls): number {
  return quantiles(totalByDraw(shortfalls), [RISK])[0] ?? NaN;
}

/**
 * Least P90 shortfall. Its derivative by the amounts is the mean derivative of the parts over the draws at the
 * quantile, and the engine's sensitivities hardly differ from draw to draw: each balance is therefore taken to be worse
 * by a margin, what it has in the draws around the quantile beyond the central case, and the margins are drawn anew on
 * each plan until the risk stays.
 * Source: C. Gourieroux, J. P. Laurent and O. Scaillet, Journal of Empirical Finance 7 (2000) 225 to 245.
 */
export function settleLeastRisk(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest & { readonly objective: Extract<Objective, { readonly kind: 'least-risk' }> },
  control: SettleControl,
): Settled {
  const { staffGroups, years } = request.objective;
  const balances = shortfallsOf(request.objective);
  let amounts = new Float64Array(model.columns.length);
  let best: { settled: Settled; risk: number } | null = null;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    control.check();
    const margins = marginsAt(model, amounts, balances, request.objective);
    const central: PlanRequest = {
      ...request,
      objective: { kind: 'least-shortfall', staffGroups, years, margins },
    };
    const known = best?.settled.sensitivities ?? null;
    const settled = new SuccessivePrograms(solver, model, central, control).settle(amounts, known);
    const risk = riskOf(drawnShortfalls(wholeInputs(model, settled.amounts), balances, request.objective));
    if (best !== null && risk >= best.risk * (1 - SAME_RISK)) break;
    best = { settled, risk };
    amounts = Float64Array.from(settled.amounts);
  }
  if (best === null) throw new RangeError('there is no round to settle');
  return best.settled;
}

function wholeInputs(model: PlanModel, amounts: Float64Array): readonly ProjectionInput[] {
  return model.organisations.map((each, organisation) =>
    each.wholeInputAt(model.amountsOf(organisation, amounts)),
  );
}

function marginsAt(
  model: PlanModel,
  amounts: Float64Array,
  balances: readonly Balance[],
  options: { readonly draws: number; readonly seed: string },
): readonly (readonly number[])[] {
  const drawn = drawnShortfalls(wholeInputs(model, amounts), balances, options);
  const totals = totalByDraw(drawn);
  const order = [...totals.keys()].sort((left, right) => (totals[left] ?? 0) - (totals[right] ?? 0));
  const from = Math.floor((RISK - AROUND) * order.length);
  const near = order.slice(from, Math.max(from + 1, Math.ceil((RISK + AROUND) * order.length)));
  const values = model.valuesAt(amounts);
  return drawn.map((own, organisation) =>
    own.map((shortfalls, place) => {
      const balance = balances[place];
      const mean = near.reduce((sum, draw) => sum + (shortfalls[draw] ?? 0), 0) / near.length;
      const central = balance === undefined ? 0 : (values[organisation]?.[model.placeIn(balance)] ?? 0);
      return Math.max(0, mean - Math.max(0, central));
    }),
  );
}
