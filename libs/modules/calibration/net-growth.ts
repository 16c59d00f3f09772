import { exp, log, pow } from '#engine';

import type { CalibratedFigure, HistoryMonth, LocalHistory, PeerEvidence } from './calibration-evidence';
import { deviationOfRange, shrink, type LocalEstimate } from './shrinkage';

/** Weight of a year-on-year change halves for every 12 months of age. */
const HALF_LIFE_MONTHS = 12;
/** Share of a year's growth that carries into the next. Judgement, to be confirmed by the backtest. */
const DAMPING = 0.7;
/** A change of one month beyond this share is a merger or transfer, not growth. */
const REORGANISATION = 0.1;
/** Groups below this FTE move by more than that by chance alone. */
const REORGANISATION_FTE = 50;
/** Variance of a year's growth from people coming and going: about 0.2 events a head a year, over two years. */
const VARIANCE_PER_HEAD = 0.1;
const DEFAULT_SPREAD = 0.03;
const YEARLY_CHANGE = 0.02;
/** Growth beyond this is not taken as a default. */
const LARGEST_GROWTH = 0.1;

/**
 * Annual growth of FTE: year-on-year log changes, recent ones weighing more. Needs 13 months. Single
 * months that jump by a tenth or more in a group of 50 FTE or more count as reorganisations and are
 * taken out.
 */
export function calibrateNetGrowth(history: LocalHistory, peer: PeerEvidence): CalibratedFigure {
  const between = deviationOfRange(peer, DEFAULT_SPREAD);
  return shrink(localGrowth(history), { peer, between, yearly: YEARLY_CHANGE });
}

/** Growth of each year: full in the year of the baseline, then damped year by year. */
export function dampedGrowth(growth: number, years: number): readonly number[] {
  return Array.from({ length: years }, (_, index) => growth * pow(DAMPING, index));
}

function localGrowth({ months, headcount }: LocalHistory): LocalEstimate | null {
  const levels = levelsWithoutReorganisations(months);
  let weights = 0;
  let weighted = 0;
  for (let month = 12; month < levels.length; month += 1) {
    const [now, before] = [levels[month], levels[month - 12]];
    if (now === null || now === undefined || before === null || before === undefined) continue;
    const weight = pow(0.5, (levels.length - 1 - month) / HALF_LIFE_MONTHS);
    weights += weight;
    weighted += weight * (now - before);
  }
  if (weights === 0) return null;
  const growth = exp(weighted / weights) - 1;
  return {
    value: Math.max(-LARGEST_GROWTH, Math.min(LARGEST_GROWTH, growth)),
    headcount,
    noisePerHead: VARIANCE_PER_HEAD,
    description: `Own year-on-year growth of FTE over ${months.length} months, recent months weighing more:`,
  };
}

/** Log levels with single-month jumps of reorganisations taken out; null where the month is unknown. */
function levelsWithoutReorganisations(months: readonly HistoryMonth[]): readonly (number | null)[] {
  let previous: number | null = null;
  let removed = 0;
  return months.map(({ fte }) => {
    if (fte === null || fte <= 0) return null;
    const level = log(fte);
    const jump: number = previous === null ? 0 : level - previous;
    if (Math.abs(jump) > REORGANISATION && fte >= REORGANISATION_FTE) removed += jump;
    previous = level;
    return level - removed;
  });
}
