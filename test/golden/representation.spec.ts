import { project, type ProjectionInput } from '#modules/projection';
import type { Registers } from '#modules/register';
import { MODULE_REPORTS, type ModuleReport } from '#modules/reporting';

import { handWorked } from '../support/hand-worked-projection';
import { withShippedFacts } from '../support/representation-policy.fixture';
import nurses from './vectors/nurses-by-band-and-ethnicity-2022-03.json';
import published from './vectors/wres-published.json';

function reportOf(input: ProjectionInput): ModuleReport {
  const report = MODULE_REPORTS.representation?.({ input, output: project(input) });
  if (report === undefined) throw new Error('no report of representation');
  return report;
}

function rowsOf(report: ModuleReport, table: string): ModuleReport['tables'][number]['rows'] {
  return report.tables.find(({ key }) => key === table)?.rows ?? [];
}

function targetsOf(...targets: readonly object[]): Registers {
  return {
    'representation.targets': targets.map((values, index) => ({ id: `t${index}`, values })),
  } as Registers;
}

/**
 * A leadership band of 100 people: 72 white, 8 BME, 20 not known. A tenth leaves each year, `p = 0.9^(1/12)` a
 * month stay, and `100 (1 - p) / sqrt(p)` join each month, of whom those who are still there at its end are
 * exactly as many as left: the band keeps its size. 40 % of the joiners of known ethnicity are BME. So the
 * known share is `0.4 + (0.1 - 0.4) x 0.9^n`: 0.13, 0.157, 0.1813 after one, two and three years.
 */
const STAY = 0.9 ** (1 / 12);
const JOINERS = (12 * 100 * (1 - STAY)) / Math.sqrt(STAY);
const BAND = {
  'retention.leaver-rate': 0.1,
  'growth.joiners-other-nhs': JOINERS,
  'representation.leadership-entry': 1,
  'representation.bme-share-of-leadership-joiners': 0.4,
};

function leadershipBand(
  registers: Registers,
  entered: Readonly<Record<string, number>> = BAND,
): ProjectionInput {
  const group = { code: 'managers', registered: false, ethnicityShares: [0.72, 0.08, 0.2] };
  return { ...withShippedFacts(handWorked([group], ['band-8a'], entered)), registers };
}

function target(share: number, basis: 'all' | 'known' = 'known'): object {
  return { name: `${share}`, scope: 'leadership', target: share, date: '2029-03', basis };
}

describe('from recruitment and leavers to representation, worked by hand', () => {
  const report = reportOf(leadershipBand(targetsOf(target(0.1813), target(0.14504, 'all'))));

  it('moves the share of a band of constant size by a tenth of the way a year', () => {
    const leadership = rowsOf(report, 'shares').filter(({ scope }) => String(scope).startsWith('Leadership'));
    expect(leadership.map(({ people }) => people)).toEqual([100, 100, 100, 100].map((n) => close(n)));
    expect(leadership.map(({ shareOfKnown }) => shareOfKnown)).toEqual([0.1, 0.13, 0.157, 0.1813].map(close));
    expect(leadership.map(({ shareOfAll }) => shareOfAll)).toEqual([0.08, 0.104, 0.1256, 0.14504].map(close));
    expect(leadership.map(({ shareUnknown }) => shareUnknown)).toEqual([0.2, 0.2, 0.2, 0.2].map(close));
  });

  it('requires 0.4 for where it gets to, on either basis, on the projection as by the formula', () => {
    const rows = rowsOf(report, 'required');
    expect(rows.map(({ required }) => required)).toEqual([close(0.4), close(0.4)]);
    expect(rows[0]?.['atConstantSize']).toEqual(close(0.4));
    expect(rows.map(({ asPlanned }) => asPlanned)).toEqual([close(0.1813), close(0.14504)]);
    expect(rows[0]?.['feasibility']).toBe('Within reach of appointments');
  });

  it('is ahead of a straight line at first: 0.13 against 0.1271, 2.9 thousandths of the way', () => {
    const path = rowsOf(report, 'trajectory').filter(({ target: name }) => name === '0.1813');
    expect(path.map(({ onStraightLine }) => onStraightLine)).toEqual(
      [0.1, 0.1271, 0.1542, 0.1813].map(close),
    );
    expect(path[1]?.['gap']).toEqual(close(0.0029));
    expect(path.map(({ missing }) => missing)).toEqual([0, 0, 0, 0].map(close));
  });
});

describe("at infeasibility's edge", () => {
  // d = 0.9^3 = 0.729: all appointments reach 0.1 x 0.729 + 0.271 = 0.3439.
  const edge = 0.1 * 0.9 ** 3 + (1 - 0.9 ** 3);

  it('needs every appointment for 0.3439, and says so plainly just above it', () => {
    const [at, above] = rowsOf(
      reportOf(leadershipBand(targetsOf(target(edge), target(edge + 1e-6)))),
      'required',
    );
    expect(at?.['required']).toEqual(close(1));
    expect(at?.['feasibility']).toBe('Within reach of appointments');
    expect(above?.['required']).toBeGreaterThan(1);
    expect(above?.['feasibility']).toContain('Not reachable by appointments alone');
    expect(above?.['most']).toEqual(close(edge));
  });

  it('has no share where nobody leaves and nobody is appointed', () => {
    const frozen = { ...BAND, 'retention.leaver-rate': 0, 'growth.joiners-other-nhs': 0 };
    const rows = rowsOf(reportOf(leadershipBand(targetsOf(target(0.2), target(0.05)), frozen)), 'required');
    expect(rows.map(({ required, atConstantSize }) => [required, atConstantSize])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(rows[0]?.['feasibility']).toContain('Not reachable');
    expect(rows[1]?.['feasibility']).toBe('Reached whoever is appointed');
  });

  it('takes parity, the share of all staff as planned, where no share is entered', () => {
    const parity = { name: 'parity', scope: 'leadership', date: '2029-03', basis: 'known' };
    const [row] = rowsOf(reportOf(leadershipBand(targetsOf(parity))), 'required');
    expect(row).toMatchObject({ targetShare: close(0.1813), required: close(0.4) });
  });

  it('says when the date is outside the projection', () => {
    const late = { name: 'late', scope: 'leadership', target: 0.2, date: '2031-03' };
    const report = reportOf(leadershipBand(targetsOf(late)));
    expect(rowsOf(report, 'required')[0]?.['feasibility']).toBe('The date is not within the projection');
    expect(report.notes.join(' ')).toContain('late: the date is not within the projection');
  });
});

describe('published figures of the race equality standard', () => {
  it('shows the national shares of nurses by band on both bases, and loses nobody', () => {
    const cells = nurses.bands.flatMap((_, band) => [
      nurses.white[band] ?? 0,
      nurses.otherThanWhite[band] ?? 0,
      nurses.unknown[band] ?? 0,
    ]);
    const all = cells.reduce((sum, people) => sum + people, 0);
    const shareOf = (place: number): number =>
      cells.filter((_, cell) => cell % 3 === place).reduce((sum, people) => sum + people, 0) / all;
    const group = {
      code: 'nurses-and-health-visitors',
      headcount: all,
      fte: all,
      establishment: all,
      bandShares: nurses.bands.map(
        (_, band) => cells.slice(band * 3, band * 3 + 3).reduce((sum, people) => sum + people, 0) / all,
      ),
      ethnicityShares: [shareOf(0), shareOf(1), shareOf(2)],
      bandByEthnicity: cells,
    };
    const report = reportOf(withShippedFacts(handWorked([group], nurses.bands, {})));
    const opening = rowsOf(report, 'clusters').filter(
      ({ month, part }) => month === '2026-03' && part === 'Clinical',
    );
    expect(opening.map(({ shareOfKnown }) => Number((100 * Number(shareOfKnown)).toFixed(1)))).toEqual(
      nurses.publishedShareOfKnownPercent,
    );
    // Band 5 of everybody: 65,978 of 157,377.
    expect(opening[0]?.['shareOfAll']).toBeCloseTo(65978 / 157377, 9);
    expect(opening.reduce((sum, { people }) => sum + Number(people), 0)).toBeCloseTo(all, 4);
    // Bands 8a and above 19,889 white and 3,155 others; band 5 81,471 and 65,978.
    const clinical = rowsOf(report, 'disparity').find(({ part }) => part === 'Clinical');
    expect(clinical?.['lowerToUpper']).toBeCloseTo(19889 / 81471 / (3155 / 65978), 9);
    expect(Number(clinical?.['lowerToMiddle']) * Number(clinical?.['middleToUpper'])).toBeCloseTo(
      Number(clinical?.['lowerToUpper']),
      9,
    );
  });

  it('finds indicators 2 and 9 as published, in their directions', () => {
    const { indicator2, indicator9England2024: board } = published;
    const entries = [
      {
        indicator: 'wres-2',
        month: '2022-03',
        referenceEvents: indicator2.whiteAppointedOf10000,
        referencePeople: 10000,
        characteristicEvents: indicator2.bmeAppointedOf10000,
        characteristicPeople: 10000,
      },
      {
        indicator: 'wres-3',
        month: '2022-03',
        referenceEvents: 10,
        referencePeople: 1000,
        characteristicEvents: 12,
        characteristicPeople: 400,
      },
      {
        indicator: 'wres-9',
        month: '2024-03',
        characteristicEvents: board.boardPercent * 10,
        referenceEvents: 1000 - board.boardPercent * 10,
        characteristicPeople: board.workforcePercent * 10,
        referencePeople: 1000 - board.workforcePercent * 10,
      },
      { indicator: 'wres-4', month: '2024-03', referenceEvents: 5, referencePeople: 10 },
    ];
    const registers = {
      'representation.indicators': entries.map((values, index) => ({ id: `i${index}`, values })),
    } as Registers;
    const report = reportOf(leadershipBand(registers));
    const [two, three, nine, four] = rowsOf(report, 'indicators');
    expect(Number(two?.['ratio']).toFixed(2)).toBe(indicator2.ratio.toFixed(2));
    expect(Number(two?.['ratio']).toFixed(1)).toBe(indicator2.published);
    expect(three?.['ratio']).toBeCloseTo(3, 12);
    expect(100 * Number(nine?.['difference'])).toBeCloseTo(board.differencePoints, 9);
    expect(four?.['ratio']).toBeNull();
    expect(report.notes.join(' ')).toContain('wres-4 of 2024-03 has no value');
  });

  it('reports a projection by disability in the clusters of the disability standard', () => {
    const input = leadershipBand({});
    const byDisability = { ...input, ethnicities: ['not-disabled', 'disabled', 'not-known'] };
    const clusters = reportOf(byDisability).tables.find(({ key }) => key === 'clusters');
    expect(clusters?.title).toContain('WDES metric 1');
    expect(clusters?.rows[0]).toMatchObject({
      scope: 'Cluster 3: bands 8a and 8b',
      characteristic: close(8),
    });
  });
});

function close(value: number): unknown {
  return expect.closeTo(value, 9);
}
