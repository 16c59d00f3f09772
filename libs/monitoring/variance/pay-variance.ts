import { exactVariance } from './exact-variance';
import { REPORTED_LINES, type ReportedLine, type WholeUnits } from './lines';
import { substantiveVariance, type ComparedYear } from './substantive-variance';
import { temporaryVariance } from './temporary-variance';
import { addedParts, scaledParts, type PartsByName, type Variance } from './variance';
import { sumOf } from './whole-parts';

const ONE_WTE = REPORTED_LINES.substantive.scale;
/** Ten trillion pounds: beyond it a part says that the figures are wrong, and all is price. */
const LARGEST_PART = 1e15;

type VarianceOf = (year: ComparedYear, month: number) => Variance | null;

/** Kinds of pay with the WTE that it is paid for. */
const PAY_LINES: readonly (readonly [pay: ReportedLine, wte: VarianceOf])[] = [
  ['substantive-pay', substantiveVariance],
  ['bank-pay', (year, month) => temporaryVariance(year, month, 'bank')],
  ['agency-pay', (year, month) => temporaryVariance(year, month, 'agency')],
];

/**
 * Pay of a month against plan, substantive, bank and agency each split and then added up: the parts of the WTE
 * at the planned pay for a WTE, and `price`, the actual WTE times the difference in pay for a WTE. Where the plan
 * has less than one WTE to pay, what was paid for each WTE beyond plan stands in for the planned pay for a WTE.
 *
 * @returns null where one of the three is not loaded.
 */
export function payVariance(year: ComparedYear, month: number): Variance | null {
  const kinds = PAY_LINES.map(([pay, wteOf]) => payOfKind(year, month, pay, wteOf));
  const loaded = kinds.filter((kind) => kind !== null);
  return loaded.length === kinds.length ? summedVariance(loaded) : null;
}

/** Several comparisons as one; parts are added name by name and stay exact. */
export function summedVariance(several: readonly Variance[]): Variance {
  return {
    plan: sumOf(several.map(({ plan }) => plan)),
    actual: sumOf(several.map(({ actual }) => actual)),
    variance: sumOf(several.map(({ variance }) => variance)),
    parts: addedParts(several.map(({ parts }) => parts)),
  };
}

function payOfKind(
  year: ComparedYear,
  month: number,
  line: ReportedLine,
  wteOf: VarianceOf,
): Variance | null {
  const plan = year.plan.months[month]?.[line] ?? null;
  const actual = year.actual.months[month]?.[line] ?? null;
  const wte = wteOf(year, month);
  if (plan === null || actual === null || wte === null) return null;
  return exactVariance(plan, actual, partsAtPrice(wte, plan, actual), 'price');
}

function partsAtPrice(wte: Variance, plan: WholeUnits, actual: WholeUnits): PartsByName {
  const planned = wte.plan >= ONE_WTE ? plan / wte.plan : null;
  const price = planned ?? (wte.actual >= ONE_WTE ? (actual - plan) / wte.actual : 0);
  const parts = scaledParts(wte.parts, price);
  const countable = Object.values(parts).every((part) => Math.abs(part) < LARGEST_PART);
  return countable ? parts : {};
}
