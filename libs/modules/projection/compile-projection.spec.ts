import { payBillOfSpan } from '../pay-bill';
import { leaverReport } from '../retention';
import {
  assume,
  BASE,
  codes,
  last,
  NURSES,
  seriesOf,
  still,
  sum,
  SUPPORT,
} from '../../../test/support/example-projection';
import { project } from '.';

describe('project, assumption by assumption', () => {
  it('loses exactly the annual leaver rate over twelve months without joiners', () => {
    const assumptions = assume({ 'retention.leaver-rate': { [NURSES]: 0.12 } });
    const { headcount } = seriesOf(project({ ...BASE, assumptions }));
    expect((headcount[16] ?? 0) / (headcount[4] ?? 1)).toBeCloseTo(0.88, 10);
  });

  it('scales shares by cause that do not sum to 1, keeps the total and says so', () => {
    const even = project({ ...BASE, assumptions: assume({}) });
    const skewed = project({
      ...BASE,
      assumptions: assume({ 'retention.share-retirement': { [NURSES]: 0.4 } }),
    });
    expect(last(seriesOf(skewed).headcount)).toBeCloseTo(last(seriesOf(even).headcount), 8);
    expect(sum(seriesOf(skewed)['exits-retirement'])).toBeGreaterThan(
      sum(seriesOf(even)['exits-retirement']),
    );
    expect(codes(skewed)).toContain(`cause-shares-scaled ${NURSES}`);
    expect(codes(even)).not.toContain(`cause-shares-scaled ${NURSES}`);
  });

  it('scales destinations that are more than all voluntary leavers and says so', () => {
    const assumptions = assume({
      'retention.share-to-same-system': { [NURSES]: 0.9 },
      'retention.share-to-other-nhs': { [NURSES]: 0.6 },
    });
    const output = project({ ...BASE, assumptions });
    const series = seriesOf(output);
    const report = leaverReport(series, { from: 4, to: 16 });
    expect(report.leftOrganisation - report.leftNhs).toBeCloseTo(report.byCause.voluntary, 8);
    expect(codes(output)).toContain(`destination-shares-scaled ${NURSES}`);
  });

  it('caps planned exits at the people in post and reports the rest', () => {
    const assumptions = assume({ 'retention.planned-exits': { [NURSES]: 5000 } });
    const output = project({ ...BASE, assumptions });
    expect(Math.min(...seriesOf(output).headcount)).toBeGreaterThanOrEqual(0);
    expect(codes(output)).toContain(`planned-exits-unmet ${NURSES}`);
  });

  it('moves conversions from support to nursing without changing the total', () => {
    const conversions = { 'skill-mix.conversions': { [NURSES]: [0, 24, 24] } };
    const output = project({ ...BASE, assumptions: assume({ ...still(NURSES, SUPPORT), ...conversions }) });
    expect(sum(seriesOf(output)['moves-in'])).toBeCloseTo(48, 8);
    expect(last(seriesOf(output).headcount)).toBeCloseTo(1420 + 48, 8);
    expect(last(seriesOf(output, SUPPORT).headcount)).toBeCloseTo(1180 - 48, 8);
    const bands = output.staffGroups[0]?.headcountByBandAndEthnicity.at(-1)?.values ?? [];
    expect(sum(bands.slice(9, 12))).toBeCloseTo(1420 * 0.46 + 48, 8);
  });

  it('reports conversions that there are no support staff for', () => {
    const assumptions = assume({ 'skill-mix.conversions': { [NURSES]: 5000 } });
    expect(codes(project({ ...BASE, assumptions }))).toContain(`conversions-unmet ${NURSES}`);
  });

  it('promotes within the group: heads stay, pay rises', () => {
    const none = project({ ...BASE, assumptions: assume({ 'skill-mix.promotion-rate': { [NURSES]: 0 } }) });
    const some = project({
      ...BASE,
      assumptions: assume({ 'skill-mix.promotion-rate': { [NURSES]: 0.05 } }),
    });
    expect(last(seriesOf(some).headcount)).toBeCloseTo(last(seriesOf(none).headcount), 8);
    expect(last(seriesOf(some)['pay-bill'])).toBeGreaterThan(last(seriesOf(none)['pay-bill']));
  });

  it('changes FTE and not heads with participation, by the year', () => {
    const assumptions = assume({ ...still(NURSES), 'retention.participation-change': { [NURSES]: -0.02 } });
    const series = seriesOf(project({ ...BASE, assumptions }));
    expect(last(series.headcount)).toBeCloseTo(1420, 8);
    expect((series.fte[16] ?? 0) / (series.fte[4] ?? 1)).toBeCloseTo(0.98, 10);
  });

  it('recruits to vacancies only where asked, within the planned joiners', () => {
    const joiners = { [NURSES]: 1200 };
    const planned = assume({ ...still(NURSES), 'growth.joiners-other-nhs': joiners });
    const filling = assume({
      ...still(NURSES),
      'growth.joiners-other-nhs': joiners,
      'growth.share-of-vacancies-filled': { [NURSES]: [0.5, 0.5, 0] },
    });
    const without = seriesOf(project({ ...BASE, assumptions: planned }));
    const series = seriesOf(project({ ...BASE, assumptions: filling }));
    expect(series.fte[4]).toBeGreaterThan(1278.4);
    expect(series.fte[16]).toBeLessThanOrEqual(1361.5 + 1e-9);
    expect(series.fte[1]).toBeCloseTo(1278.4 + 0.5 * (1361.5 - 1278.4), 8);
    expect(sum(without['joiners-other-nhs'].slice(5, 17))).toBeCloseTo(1200, 8);
    expect(sum(series['joiners-other-nhs'].slice(17, 29))).toBeCloseTo(1200, 8);
  });

  it('assumes an establishment only where none is loaded, and says so', () => {
    const output = project(BASE);
    expect(seriesOf(output).establishment[0]).toBe(1361.5);
    expect(seriesOf(output, SUPPORT).establishment[0]).toBeCloseTo(1020.6 / 0.92, 8);
    expect(codes(output)).toContain(`establishment-assumed ${SUPPORT}`);
    expect(codes(output)).not.toContain(`establishment-assumed ${NURSES}`);
  });

  it('grows posts and requirement by the year, productivity off the requirement', () => {
    const assumptions = assume({
      'growth.establishment-growth': { [NURSES]: 0.03 },
      'growth.requirement-growth': { [NURSES]: 0.04 },
      'growth.unmet-need': { [NURSES]: 0.05 },
      'efficiency.productivity': { [NURSES]: 0.01 },
    });
    const { establishment, requirement } = seriesOf(project({ ...BASE, assumptions }));
    expect((establishment[16] ?? 0) / (establishment[4] ?? 1)).toBeCloseTo(1.03, 10);
    expect(requirement[0]).toBeCloseTo(1361.5 * 1.05, 8);
    expect((requirement[16] ?? 0) / (requirement[4] ?? 1)).toBeCloseTo(1.04 / 1.01, 10);
  });

  it('moves the BME share towards that of joiners and leaves unknown ethnicity as it is', () => {
    const joiners = { ...still(NURSES), 'growth.joiners-other-nhs': { [NURSES]: 200 } };
    const shareAtEnd = (share: number): readonly number[] => {
      const assumptions = assume({ ...joiners, 'representation.bme-share-of-joiners': { [NURSES]: share } });
      const cells =
        project({ ...BASE, assumptions }).staffGroups[0]?.headcountByBandAndEthnicity.at(-1)?.values ?? [];
      const total = sum(cells);
      return [0, 1, 2].map((column) => sum(cells.filter((_, cell) => cell % 3 === column)) / total);
    };
    const [, bme, unknown] = shareAtEnd(0.6);
    expect(bme).toBeGreaterThan(0.25);
    expect(unknown).toBeCloseTo(0.04, 10);
    expect(shareAtEnd(0.25 / 0.96)[1]).toBeCloseTo(0.25, 10);
  });

  it('starts newly registered people on the registration band', () => {
    const assumptions = assume({ ...still(NURSES), 'training-supply.newly-qualified': { [NURSES]: 100 } });
    const kept = project({ ...BASE, assumptions }).staffGroups[0]?.headcountByBandAndEthnicity ?? [];
    const ofBand = (place: number, band: number): number =>
      sum((kept[place]?.values ?? []).slice(band * 3, band * 3 + 3));
    expect(ofBand(2, 3) - ofBand(1, 3)).toBeCloseTo(100, 8);
    expect(ofBand(2, 4)).toBeCloseTo(ofBand(1, 4), 8);
  });

  it('pays awards only after the last published scales, and drift from the second year', () => {
    const flat = still(NURSES);
    const output = (award: number, drift: number) =>
      seriesOf(
        project({
          ...BASE,
          assumptions: assume({
            ...flat,
            'pay-bill.pay-award': { [NURSES]: award },
            'pay-bill.pay-drift': { [NURSES]: drift },
          }),
        }),
      )['pay-bill-basic'];
    const [plain, awarded, drifted] = [output(0, 0), output(0.05, 0), output(0, 0.01)];
    expect(awarded[16]).toBe(plain[16]);
    expect((awarded[17] ?? 0) / (plain[17] ?? 1)).toBeCloseTo(1.05, 10);
    expect(drifted[4]).toBe(plain[4]);
    expect((drifted[17] ?? 0) / (plain[17] ?? 1)).toBeCloseTo(1.01 * 1.01, 10);
  });

  it('reports the pay bill by line', () => {
    const series = seriesOf(project(BASE));
    const report = payBillOfSpan(series, { from: 4, to: 16 });
    expect(sum(report.lines.map(({ pounds }) => pounds))).toBeCloseTo(report.total, 4);
    expect(report.averagePoundsPerFte).toBeGreaterThan(40000);
    expect(report.averagePoundsPerFte).toBeLessThan(70000);
  });
});
