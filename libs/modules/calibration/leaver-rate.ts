import type { CalibratedFigure, LocalHistory, PeerEvidence } from './calibration-evidence';
import { deviationOfRange, shrink, type LocalEstimate } from './shrinkage';

/** Spread between organisations where the peer figure has no range, as a share of the rate. */
const DEFAULT_RELATIVE_SPREAD = 0.25;
/** Change of a leaver rate from year to year, as a share of the rate (England's nurses 2010-2022). */
const YEARLY_RELATIVE_CHANGE = 0.12;

/**
 * Annual leaver rate (snapshot basis) from the months of published turnover: leavers over mean
 * headcount a month, times 12. Leaving is counted as Poisson, so the variance of the annual rate is
 * `12 rate / (months x headcount)`.
 */
export function calibrateLeaverRate(history: LocalHistory, peer: PeerEvidence): CalibratedFigure {
  const between = deviationOfRange(peer, peer.value * DEFAULT_RELATIVE_SPREAD);
  const figure = shrink(localLeaverRate(history, peer.value), {
    peer,
    between,
    yearly: peer.value * YEARLY_RELATIVE_CHANGE,
  });
  return { ...figure, low: Math.max(0, figure.low ?? 0), high: Math.min(1, figure.high ?? 1) };
}

function localLeaverRate({ turnover }: LocalHistory, peerRate: number): LocalEstimate | null {
  const personMonths = turnover.reduce((sum, month) => sum + meanHeadcount(month), 0);
  if (personMonths <= 0) return null;
  const leavers = turnover.reduce((sum, month) => sum + month.leavers, 0);
  const months = turnover.length;
  return {
    value: Math.min(1, (12 * leavers) / personMonths),
    headcount: personMonths / months,
    noisePerHead: (12 * peerRate) / months,
    description: `Own leavers over ${months} published month${months === 1 ? '' : 's'}, times 12:`,
  };
}

function meanHeadcount(month: {
  readonly openingHeadcount: number;
  readonly closingHeadcount: number;
}): number {
  return (month.openingHeadcount + month.closingHeadcount) / 2;
}
