import { VACANCY_RATE_AT_START } from '../growth/parameters';
import type { Calibration, CalibrationQuestion, LocalHistory } from './calibration-evidence';
import { calibrateJoiners } from './joiners-by-difference';
import { calibrateLeaverRate } from './leaver-rate';
import { calibrateNetGrowth, dampedGrowth } from './net-growth';
import { calibrateSickness } from './sickness';

/**
 * Defaults for one organisation's staff group from its own history: sickness and net growth from its
 * months, the leaver rate from its published turnover, each shrunk towards the peer figure by
 * `n / (n + k)`; joiners follow by difference, never negative, never beyond the funded posts, international recruitment always 0.
 *
 * @throws RangeError if fewer than one year is asked for.
 */
export function calibrate(question: CalibrationQuestion): Calibration {
  const { history, peers, years } = question;
  if (years < 1) throw new RangeError(`calibration needs at least one year, not ${years}`);
  const leaverRate = calibrateLeaverRate(history, peers.leaverRate);
  const netGrowth = calibrateNetGrowth(history, peers.netGrowth);
  const growthByYear = dampedGrowth(netGrowth.result, years);
  return {
    staffGroup: history.staffGroup,
    leaverRate,
    sickness: calibrateSickness(history, peers.sickness),
    netGrowth,
    growthByYear,
    joiners: calibrateJoiners({
      headcount: history.headcount,
      fundedHeadcount: question.fundedHeadcount ?? assumedPosts(history),
      leaverRate: leaverRate.result,
      growthByYear,
      joinerShares: question.joinerShares,
    }),
  };
}

function assumedPosts({ headcount, staffGroup }: LocalHistory): number {
  const { default: national, defaultByStaffGroup } = VACANCY_RATE_AT_START;
  return headcount / (1 - (defaultByStaffGroup?.[staffGroup] ?? national).value);
}
