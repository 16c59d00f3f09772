import type { CalibratedFigure, HistoryMonth, LocalHistory, PeerEvidence } from './calibration-evidence';
import { deviationOfRange, shrink, type LocalEstimate } from './shrinkage';

/** Variance of one person's annual sickness rate: most lose few days, a few lose months. Judgement. */
const VARIANCE_PER_HEAD = 0.01;
const DEFAULT_SPREAD = 0.01;
/** Change of an organisation's rate from year to year. Judgement. */
const YEARLY_CHANGE = 0.004;
const MONTHS_USED = 12;
const FEWEST_MONTHS = 6;

/** FTE days lost over FTE days available in the last 12 months. */
export function calibrateSickness(history: LocalHistory, peer: PeerEvidence): CalibratedFigure {
  const between = deviationOfRange(peer, DEFAULT_SPREAD);
  const figure = shrink(localSickness(history), { peer, between, yearly: YEARLY_CHANGE });
  return { ...figure, low: Math.max(0, figure.low ?? 0), high: Math.min(1, figure.high ?? 1) };
}

function localSickness({ months, headcount }: LocalHistory): LocalEstimate | null {
  const usable = months.slice(-MONTHS_USED).filter(hasSickness);
  const available = usable.reduce((sum, month) => sum + month.fteDaysAvailable, 0);
  if (usable.length < FEWEST_MONTHS || available <= 0) return null;
  const lost = usable.reduce((sum, month) => sum + month.fteDaysLost, 0);
  return {
    value: lost / available,
    headcount,
    noisePerHead: VARIANCE_PER_HEAD,
    description: `Own FTE days lost over days available, last ${usable.length} months:`,
  };
}

type SicknessMonth = HistoryMonth & { readonly fteDaysAvailable: number; readonly fteDaysLost: number };

function hasSickness(month: HistoryMonth): month is SicknessMonth {
  return month.fteDaysAvailable !== null && month.fteDaysLost !== null;
}
