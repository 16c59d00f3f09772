import { levyAccount, type AccountMonth, type LevyAccount } from '#modules/apprenticeship-levy';
import type { ProjectionInput, ProjectionOutput } from '#modules/projection';
import type { LevyLoss, Quantity } from './quantity';

const MONTHS_A_YEAR = 12;
/** Months from January to the first of the financial year. */
const APRIL = 3;
/** Pounds below which nothing is lost. */
const NOTHING = 1e-6;

/** What the levy account of an organisation is worked out from. */
export type LevyQuantity = Extract<Quantity, { readonly kind: 'levy' | 'levy-balance' }>;

/** Whether a figure is one of the levy account. */
export function isOfLevy(quantity: Quantity): quantity is LevyQuantity {
  return quantity.kind === 'levy' || quantity.kind === 'levy-balance';
}

/**
 * The levy account of an input.
 *
 * @param output of the organisation; its months
 * @param levied levy in the pay of each of these months, all staff groups together
 * @throws RangeError if the projection holds no rules of the levy
 */
export function levyAccountOf(
  input: ProjectionInput,
  output: ProjectionOutput,
  levied: readonly number[],
): LevyAccount {
  const policy = input.policy.apprenticeshipLevy;
  if (policy === undefined) throw new RangeError('the projection holds no rules of the apprenticeship levy');
  const [first] = output.staffGroups;
  const group = first && { ...first, series: { ...first.series, 'pay-bill-apprenticeship-levy': levied } };
  return levyAccount(
    { input, output: { ...output, staffGroups: group === undefined ? [] : [group] } },
    policy,
  );
}

/** Levy in the pay of each month, summed over some staff groups of an output. */
export function leviedIn({ months, staffGroups }: ProjectionOutput): readonly number[] {
  return months.map((_, month) =>
    staffGroups.reduce((sum, { series }) => sum + (series['pay-bill-apprenticeship-levy'][month] ?? 0), 0),
  );
}

/**
 * Pounds that are lost in the year. A balance is below 0 where there is no loss: by how much less would have to be
 * spent, or more, until there is some.
 */
export function levyPounds({ kind, what, year }: LevyQuantity, account: LevyAccount): number {
  const first = year * MONTHS_A_YEAR + APRIL;
  const own = account.months.filter(({ month }) => month >= first && month < first + MONTHS_A_YEAR);
  const offered = (account.transfers.find((each) => each.year === year)?.offered ?? 0) / MONTHS_A_YEAR;
  const lost = own.reduce((sum, month) => sum + lostIn(month, what, offered), 0);
  if (kind === 'levy' || lost > NOTHING || own.length === 0) return lost;
  return -Math.max(0, Math.min(...own.map((month) => roomIn(month, what, { account, offered }))));
}

function lostIn(
  { expired, shortfall, paidByTransfer }: AccountMonth,
  what: LevyLoss,
  offered: number,
): number {
  if (what === 'not-used') return Math.max(0, offered - paidByTransfer);
  return what === 'expired' ? expired : shortfall;
}

/** What could be spent less (or for what is not covered, more; for what is not used, be offered more) without a loss. */
function roomIn(
  { month, closing, instalments, completions }: AccountMonth,
  what: LevyLoss,
  { account, offered }: { readonly account: LevyAccount; readonly offered: number },
): number {
  if (what === 'not-used') return instalments + completions - offered;
  if (what === 'not-covered') return closing;
  // Funds that entered by the month and expire later: what is left beyond them is about to expire.
  const younger = account.lots
    .filter(({ enteredMonth, expiresIn }) => enteredMonth <= month && expiresIn > month)
    .reduce((sum, { paidIn }) => sum + paidIn, 0);
  return younger - closing;
}

/** Pounds that an organisation may still give away in each year of its projection. */
export function transferRoom({ transfers }: LevyAccount): ReadonlyMap<number, number> {
  return new Map(transfers.map(({ year, limit, asked }) => [year, Math.max(0, limit - asked)]));
}
