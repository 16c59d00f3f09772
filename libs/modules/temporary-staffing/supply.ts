import { precededBy, type RateContext } from '../compilation';

/** Who works what is needed, FTE by month; bank + agency + unfilled = need. */
export interface TemporarySupply {
  readonly bank: readonly number[];
  readonly agency: readonly number[];
  readonly unfilled: readonly number[];
}

/** Bank and agency of the baseline month, FTE. */
export interface TemporaryAtStart {
  readonly bank: number;
  readonly agency: number;
}

/** As entered, 0 for what is not known. */
export function actualAtStart(staffGroup: string, { assumptions }: RateContext): TemporaryAtStart {
  const entered = (name: string): number =>
    assumptions.atStart(`temporary-staffing.${name}-at-start`, staffGroup);
  return { bank: entered('bank'), agency: entered('agency') };
}

/**
 * Bank first, then agency, each at most its cap; the rest stays unfilled:
 * `bank = min(need x bank share, bank cap)`, `agency = min(need - bank, agency cap)`. The baseline month
 * is what it was (or, without actual figures, the bank share of the need): caps hold from the next month on.
 *
 * @param need FTE by month, the baseline month first
 * @param establishment mean funded posts of each month, what caps are shares of
 */
export function supplyOf(
  staffGroup: string,
  need: readonly number[],
  establishment: readonly number[],
  context: RateContext,
): TemporarySupply {
  const actual = actualAtStart(staffGroup, context);
  const atStart = actual.bank + actual.agency;
  const startShare =
    atStart > 0
      ? actual.bank / atStart
      : context.assumptions.atStart('temporary-staffing.bank-share-at-start', staffGroup);
  const shares = bankShares(staffGroup, startShare, context);
  const caps = capsOfMonths(staffGroup, (need[0] ?? 0) * (1 - startShare), context);
  const bank = new Array<number>(need.length);
  const agency = new Array<number>(need.length);
  const unfilled = new Array<number>(need.length);
  for (let month = 0; month < need.length; month += 1) {
    const fte = need[month] ?? 0;
    const posts = establishment[month] ?? 0;
    const byBank = Math.min(fte * (shares[month] ?? 0), capOf(caps.bank[month], posts));
    const agencyCap = Math.min(capOf(caps.agency[month], posts), caps.ceiling[month] ?? Infinity);
    const byAgency = Math.min(fte - byBank, agencyCap);
    bank[month] = byBank;
    agency[month] = byAgency;
    unfilled[month] = Math.max(0, fte - byBank - byAgency);
  }
  return { bank, agency, unfilled };
}

/** Share of the need that the bank fills: that of the baseline month and the points entered for the year, 0 to 1. */
function bankShares(staffGroup: string, startShare: number, { assumptions }: RateContext): readonly number[] {
  const change = assumptions.monthly('temporary-staffing.bank-share-change', staffGroup);
  const shares = precededBy(startShare, change);
  for (let month = 1; month < shares.length; month += 1) {
    shares[month] = Math.min(1, Math.max(0, startShare + (shares[month] ?? 0)));
  }
  return shares;
}

interface Caps {
  /** Shares of establishment; the baseline month has no cap. */
  readonly bank: readonly number[];
  readonly agency: readonly number[];
  /** Agency FTE that the reduction leaves; Infinity where none is entered. */
  readonly ceiling: readonly number[];
}

/** A cap of the whole establishment is none. */
const NO_CAP = 1;

function capsOfMonths(staffGroup: string, agencyAtStart: number, { assumptions }: RateContext): Caps {
  const monthly = (name: string): readonly number[] =>
    assumptions.monthly(`temporary-staffing.${name}`, staffGroup);
  return {
    bank: precededBy(NO_CAP, monthly('bank-cap')),
    agency: precededBy(NO_CAP, monthly('agency-cap')),
    ceiling: precededBy(
      Infinity,
      monthly('agency-reduction').map((share) => (share > 0 ? agencyAtStart * (1 - share) : Infinity)),
    ),
  };
}

/** FTE of a cap that is a share of the funded posts; Infinity where it caps nothing. */
export function capOf(share: number | undefined, establishment: number): number {
  return share === undefined || share >= NO_CAP ? Infinity : share * establishment;
}
