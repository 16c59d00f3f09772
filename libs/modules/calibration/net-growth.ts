import { pow } from '#engine';

import type { CalibratedFigure, GrowthEvidence, LocalHistory } from './calibration-evidence';
import { monthlyChanges, NO_SEASON, recentGrowth } from './recent-growth';
import { deviationOfRange, shrink, type LocalEstimate } from './shrinkage';

/**
 * Share of recent growth that carries into the next twelve months, and of each later year's that carries into
 * the year after. Chosen by rolling origins over organisations and over England's series, see docs/backtest.md.
 */
const CARRIED_FORWARD = 0.6;
const DAMPING = 0.9;
/** Growth by which an organisation differs from its peers for good: standard deviation. */
const DEFAULT_SPREAD = 0.015;
/** Growth by which it differs in one year and not in the next, however large it is. */
const PASSING = 0.04;
/** Variance of a year's growth per head, from people coming and going. */
const VARIANCE_PER_HEAD = 1;
const YEARLY_CHANGE = 0.02;
/** Growth beyond this is not taken as a default. */
const LARGEST_GROWTH = 0.1;

/**
 * Recent annual growth of FTE: changes from month to month without the group's season, recent ones weighing
 * more, shrunk towards the growth of the peers. Needs six known changes. Single months that jump by a
 * tenth or more in a group of 50 FTE or more count as reorganisations and are left out.
 */
export function calibrateNetGrowth(history: LocalHistory, peer: GrowthEvidence): CalibratedFigure {
  const between = deviationOfRange(peer, DEFAULT_SPREAD);
  return shrink(localGrowth(history, peer), { peer, between, yearly: YEARLY_CHANGE });
}

/** Growth of each year: 0.6 of recent growth in the year of the baseline, a tenth less with every year. */
export function dampedGrowth(growth: number, years: number): readonly number[] {
  return Array.from({ length: years }, (_, index) => growth * CARRIED_FORWARD * pow(DAMPING, index));
}

function localGrowth({ months, headcount }: LocalHistory, peer: GrowthEvidence): LocalEstimate | null {
  const lastMonth = months.at(-1)?.month;
  if (lastMonth === undefined) return null;
  const changes = monthlyChanges({ lastMonth, fte: months.map(({ fte }) => fte) });
  const growth = recentGrowth(changes, peer.season ?? NO_SEASON);
  if (growth === null) return null;
  return {
    value: Math.max(-LARGEST_GROWTH, Math.min(LARGEST_GROWTH, growth)),
    headcount,
    noisePerHead: VARIANCE_PER_HEAD,
    passing: PASSING,
    description: `Own growth of FTE over ${months.length} months without its season, recent months weighing more:`,
  };
}
