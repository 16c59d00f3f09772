import { monthlyProbability } from '#engine';

import { calibrate, nationalJoinerShares, type CalibrationQuestion, type HistoryMonth } from '.';

function months(
  count: number,
  fteOf: (month: number) => number | null,
  sickness = 0.05,
): readonly HistoryMonth[] {
  return Array.from({ length: count }, (_, month) => {
    const fte = fteOf(month);
    const fteDaysAvailable = fte === null ? null : fte * 30;
    return {
      month: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      fte,
      fteDaysAvailable,
      fteDaysLost: fteDaysAvailable === null ? null : fteDaysAvailable * sickness,
    };
  });
}

const monthOf = (headcount: number, leavers: number) => ({
  month: '2025-10',
  openingHeadcount: headcount,
  closingHeadcount: headcount,
  joiners: leavers,
  leavers,
});

function question(over: Partial<CalibrationQuestion['history']>): CalibrationQuestion {
  const staffGroup = 'nurses-and-health-visitors';
  return {
    history: { staffGroup, headcount: 2000, months: [], turnover: [], ...over },
    peers: {
      leaverRate: { value: 0.085, low: 0.07, high: 0.13, source: 'England' },
      sickness: { value: 0.055, low: 0.043, high: 0.071, source: 'England' },
      netGrowth: { value: 0.01, source: 'England' },
    },
    years: 6,
    joinerShares: nationalJoinerShares(staffGroup),
  };
}

/** Without local history, beside peers that grow so much a year. */
function growingBy(value: number): CalibrationQuestion {
  const asked = question({});
  return { ...asked, peers: { ...asked.peers, netGrowth: { value, source: 'England' } } };
}

describe('calibrate', () => {
  it('takes the national figures where there is no local history, and says so', () => {
    const { leaverRate, sickness, netGrowth } = calibrate(question({}));
    expect(leaverRate).toMatchObject({ local: null, weight: 0, result: 0.085 });
    expect(sickness.result).toBe(0.055);
    expect(netGrowth.basis).toBe('No usable local history; 1.0 % (England) taken as it is.');
  });

  it('shrinks local leavers towards the nation, less so the larger the group', () => {
    const rates = [20, 200, 2000, 20000].map((headcount) => {
      const leavers = headcount * 0.01;
      const turnover = [monthOf(headcount, leavers), monthOf(headcount, leavers)];
      return calibrate(question({ headcount, turnover })).leaverRate;
    });
    expect(rates.every(({ local }) => local !== null && Math.abs(local - 0.12) < 1e-12)).toBe(true);
    const weights = rates.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((left, right) => left - right));
    expect(weights[0]).toBeLessThan(0.05);
    expect(weights[3]).toBeGreaterThan(0.9);
    expect(rates[3]?.result).toBeGreaterThan(0.115);
    expect(rates[2]?.basis).toMatch(
      /^Own leavers over 2 published months, times 12: 12\.0 %, weight \d+ %; the rest 8\.5 % \(England\)\.$/,
    );
  });

  it('measures sickness over the last 12 months with a range around it', () => {
    const early = months(24, () => 1800, 0.09);
    const late = months(12, () => 1800, 0.05);
    const { sickness } = calibrate(question({ months: [...early, ...late] }));
    expect(sickness.local).toBeCloseTo(0.05, 12);
    expect(sickness.low).toBeLessThan(sickness.result);
    expect(sickness.high).toBeGreaterThan(sickness.result);
  });

  it('leaves suppressed months out instead of counting them as 0', () => {
    const history = months(36, (month) => (month % 3 === 0 ? null : 1800));
    const { sickness, netGrowth } = calibrate(question({ months: history }));
    expect(sickness.local).toBeCloseTo(0.05, 12);
    expect(netGrowth.local).toBeCloseTo(0, 12);
  });

  it('weighs recent growth more and damps it forward', () => {
    const speedingUp = months(
      36,
      (month) => 1000 * 1.001 ** Math.min(month, 24) * 1.004 ** Math.max(0, month - 24),
    );
    const { netGrowth, growthByYear } = calibrate(question({ months: speedingUp, headcount: 1e9 }));
    const evenMean = (1.001 ** 12 - 1 + (1.004 ** 12 - 1)) / 2;
    expect(netGrowth.local).toBeGreaterThan(evenMean);
    expect(netGrowth.local).toBeLessThan(1.004 ** 12 - 1);
    expect(growthByYear[0]).toBeLessThan(netGrowth.result);
    const sizes = growthByYear.map(Math.abs);
    expect(sizes).toEqual([...sizes].sort((left, right) => right - left));
  });

  it('leans on its peers for growth, less so the larger it is, and never lets one year speak for itself', () => {
    const growing = months(24, (month) => 1000 * 1.004 ** month);
    const weights = [20, 200, 2000, 1e9].map(
      (headcount) => calibrate(question({ months: growing, headcount })).netGrowth.weight,
    );
    expect(weights).toEqual([...weights].sort((left, right) => left - right));
    expect(weights[0]).toBeLessThan(0.01);
    expect(weights[3]).toBeLessThan(0.2);
  });

  it('takes the season of the peers out of growth measured over part of a year', () => {
    const season = [0, 0, 0, 0, 0, 0, 0, 0, 0.011, 0.011, 0, 0].map((change) => change - 0.022 / 12);
    const seasonal = months(12, (month) => 1000 * (1 + (month >= 8 ? 0.011 : 0) + (month >= 9 ? 0.011 : 0)));
    const asked = question({ months: seasonal });
    const peers = { ...asked.peers, netGrowth: { ...asked.peers.netGrowth, season } };
    expect(calibrate(asked).netGrowth.local).toBeGreaterThan(0.025);
    expect(calibrate({ ...asked, peers }).netGrowth.local).toBeCloseTo(0.0218, 3);
  });

  it('does not take a merger for growth', () => {
    const merged = months(36, (month) => (month < 20 ? 1000 : 1480));
    expect(calibrate(question({ months: merged })).netGrowth.local).toBeCloseTo(0, 12);
  });

  it('gives joiners that replace leavers and carry the damped growth', () => {
    const { joiners, growthByYear, leaverRate } = calibrate(question({}));
    let stock = 2000;
    const stay = 1 - monthlyProbability(leaverRate.result);
    joiners.total.forEach((total, year) => {
      const opening = stock;
      for (let month = 0; month < 12; month += 1) stock = stock * stay + (total / 12) * Math.sqrt(stay);
      expect(stock / opening - 1).toBeCloseTo(growthByYear[year] ?? NaN, 10);
    });
  });

  it('splits joiners by source without residue and never assumes overseas recruitment', () => {
    const { joiners } = calibrate(question({}));
    const first = Object.values(joiners.bySource).reduce((sum, people) => sum + (people[0] ?? 0), 0);
    expect(first).toBeCloseTo(joiners.total[0] ?? NaN, 9);
    expect(joiners.bySource.international.every((people) => people === 0)).toBe(true);
  });

  it('does not recruit beyond the funded posts, and says so', () => {
    const { joiners, leaverRate } = calibrate(growingBy(0.05));
    let stock = 2000;
    for (const total of joiners.total) {
      const stay = 1 - monthlyProbability(leaverRate.result);
      for (let month = 0; month < 12; month += 1) stock = stock * stay + (total / 12) * Math.sqrt(stay);
    }
    expect(stock).toBeCloseTo(2000 / 0.94, 6);
    expect(joiners.basis).toContain('held at the funded posts');
    const frozen = calibrate({ ...question({}), fundedHeadcount: 1500 });
    expect(frozen.joiners.total[0]).toBe(0);
  });

  it('never assumes a negative number of joiners', () => {
    const { joiners } = calibrate({ ...growingBy(-0.3), years: 1 });
    expect(joiners.total).toEqual([0]);
    expect(joiners.basis).toContain('shrinks faster than people leave');
  });
});
