import { JOINER_SOURCES, pow, type JoinerSource } from '#engine';

import type { CalibratedJoiners, JoinerShares } from './calibration-evidence';

/**
 * Joiners of each year so that opening less leavers plus surviving joiners equals opening times one
 * plus growth: `J = max(0, S0 (1 + g) - S0 (1 - q)) / s`, where `s` is the share of a year's evenly
 * spread joiners (mid-month) still in post at its end. Split by the national shares; international
 * recruitment is a decision, so history never fills it.
 */
export function calibrateJoiners(
  headcount: number,
  leaverRate: number,
  growthByYear: readonly number[],
  shares: JoinerShares,
): CalibratedJoiners {
  const surviving = survivingShare(leaverRate);
  const total: number[] = [];
  let opening = headcount;
  for (const growth of growthByYear) {
    const joiners = Math.max(0, opening * (growth + leaverRate)) / surviving;
    total.push(joiners);
    opening = opening * (1 - leaverRate) + joiners * surviving;
  }
  return { total, bySource: split(total, shares), basis: basisOf(total, shares) };
}

/** Mean over the 12 months of `p^0.5 p^(months left)`, `p = (1 - q)^(1/12)`. */
function survivingShare(leaverRate: number): number {
  const stay = pow(1 - Math.min(leaverRate, 0.999), 1 / 12);
  let sum = 0;
  for (let monthsLeft = 0; monthsLeft < 12; monthsLeft += 1) sum += pow(stay, monthsLeft + 0.5);
  return sum / 12;
}

function split(
  total: readonly number[],
  { shares }: JoinerShares,
): Readonly<Record<JoinerSource, readonly number[]>> {
  const domestic = (source: JoinerSource): number => (source === 'international' ? 0 : shares[source]);
  const sum = JOINER_SOURCES.reduce((all, source) => all + domestic(source), 0);
  const bySource = {} as Record<JoinerSource, readonly number[]>;
  for (const source of JOINER_SOURCES) {
    const share = sum === 0 ? 0 : domestic(source) / sum;
    bySource[source] = total.map((joiners) => joiners * share);
  }
  return bySource;
}

function basisOf(total: readonly number[], shares: JoinerShares): string {
  const none = total.every((joiners) => joiners === 0);
  if (none) return 'Joiners by difference: the group shrinks faster than people leave, so none are assumed.';
  return `Joiners by difference: leavers plus damped growth, split by source as ${shares.source}; international 0.`;
}
