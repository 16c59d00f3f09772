import { pow } from '#engine';

import type { CalibratedJoiners, CalibratedSource, JoinerShares } from './calibration-evidence';

/** What joiners follow from. */
export interface JoinerEvidence {
  readonly headcount: number;
  readonly fundedHeadcount: number;
  readonly leaverRate: number;
  readonly growthByYear: readonly number[];
  readonly joinerShares: JoinerShares;
}

/**
 * Joiners of each year so that opening less leavers plus surviving joiners equals opening times one
 * plus growth, but not more than the funded posts hold:
 * `J = max(0, min(S0 (1 + g), F) - S0 (1 - q)) / s`, where `s` is the share of a year's evenly spread
 * joiners (mid-month) still in post at its end. Split by the national shares; international recruitment
 * is a decision, so history never fills it.
 */
export function calibrateJoiners(evidence: JoinerEvidence): CalibratedJoiners {
  const { fundedHeadcount, leaverRate, joinerShares } = evidence;
  const surviving = survivingShare(leaverRate);
  const total: number[] = [];
  let opening = evidence.headcount;
  let isHeld = false;
  for (const growth of evidence.growthByYear) {
    const staying = opening * (1 - leaverRate);
    const wanted = opening * (1 + growth);
    isHeld ||= wanted > fundedHeadcount;
    const joiners = Math.max(0, Math.min(wanted, fundedHeadcount) - staying) / surviving;
    total.push(joiners);
    opening = staying + joiners * surviving;
  }
  return { total, bySource: split(total, joinerShares), basis: basisOf(total, joinerShares, isHeld) };
}

/** Mean over the 12 months of `p^0.5 p^(months left)`, `p = (1 - q)^(1/12)`. */
function survivingShare(leaverRate: number): number {
  const stay = pow(1 - Math.min(leaverRate, 0.999), 1 / 12);
  let sum = 0;
  for (let monthsLeft = 0; monthsLeft < 12; monthsLeft += 1) sum += pow(stay, monthsLeft + 0.5);
  return sum / 12;
}

function split(total: readonly number[], { shares }: JoinerShares): CalibratedJoiners['bySource'] {
  const sources = Object.keys(shares) as CalibratedSource[];
  const domestic = (source: CalibratedSource): number => (source === 'international' ? 0 : shares[source]);
  const sum = sources.reduce((all, source) => all + domestic(source), 0);
  const bySource = {} as Record<CalibratedSource, readonly number[]>;
  for (const source of sources) {
    const share = sum === 0 ? 0 : domestic(source) / sum;
    bySource[source] = total.map((joiners) => joiners * share);
  }
  return bySource;
}

function basisOf(total: readonly number[], shares: JoinerShares, isHeld: boolean): string {
  const none = total.every((joiners) => joiners === 0);
  if (none) return 'Joiners by difference: the group shrinks faster than people leave, so none are assumed.';
  const ceiling = isHeld ? ', held at the funded posts' : '';
  return `Joiners by difference: leavers plus damped growth${ceiling}, split by source as ${shares.source}; international 0.`;
}
