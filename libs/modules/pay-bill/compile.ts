import type { CostLine } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import { bandPays, highCostZone } from './band-pay';

/** Cost of the people in post, line by line; each is a measure of the same name. */
export const STAFF_IN_POST_LINES = [
  'pay-bill-basic',
  'pay-bill-high-cost-area',
  'pay-bill-national-insurance',
  'pay-bill-pension-local',
  'pay-bill-pension-central',
] as const;
type StaffInPostLine = (typeof STAFF_IN_POST_LINES)[number];

/** The lines that the engine calculates for every group of an organisation, in its order. */
export function engineLineCodes(context: Pick<CompileContext, 'assumptions'>): readonly StaffInPostLine[] {
  return STAFF_IN_POST_LINES.filter(
    (code) => code !== 'pay-bill-high-cost-area' || highCostZone(context) !== null,
  );
}

/**
 * Pay of a group by band and month, one row a year. Basic pay is the band's full-time pay of the year with awards after
 * the last published scales and drift, over 12; supplement and pension by band; employer National
 * Insurance `rate x (pay - threshold)`, the threshold once per head. The supplement is pensionable and
 * bears National Insurance.
 */
export function compileCosts(start: StartGroup, context: CompileContext): readonly CostLine[] {
  const { input, timeline } = context;
  const pays = bandPays(start.group, context);
  const { employerNationalInsurance, employerPension } = input.policy;
  const years = employerPension.length;
  const bands = input.bands.length;
  const perMonth = (value: (year: number, band: number) => number): readonly number[] => {
    const rows = new Array<number>(years * bands);
    for (let place = 0; place < rows.length; place += 1) {
      rows[place] = value(Math.floor(place / bands), place % bands) / 12;
    }
    return rows;
  };
  const basic = (year: number, band: number): number => pays[band]?.basic[year] ?? 0;
  const supplement = (year: number, band: number): number => pays[band]?.supplement[year] ?? 0;
  const paid = (year: number, band: number): number => basic(year, band) + supplement(year, band);
  const insurance = (year: number): number => employerNationalInsurance[year]?.rate ?? 0;
  const perFte: Readonly<Record<StaffInPostLine, (year: number, band: number) => number>> = {
    'pay-bill-basic': basic,
    'pay-bill-high-cost-area': supplement,
    'pay-bill-national-insurance': (year, band) => insurance(year) * paid(year, band),
    'pay-bill-pension-local': (year, band) => (employerPension[year]?.local ?? 0) * paid(year, band),
    'pay-bill-pension-central': (year, band) => (employerPension[year]?.central ?? 0) * paid(year, band),
  };
  const threshold = (year: number): number => employerNationalInsurance[year]?.thresholdPounds ?? 0;
  // The same for every group and whatever is assumed.
  const perHead = context.assumptions.recall('pounds per head', timeline, () => ({
    nothing: perMonth(() => 0),
    insurance: perMonth((year) => -insurance(year) * threshold(year)),
  }));
  return engineLineCodes(context).map((code) => ({
    code,
    poundsPerFte: perMonth(perFte[code]),
    poundsPerHead: code === 'pay-bill-national-insurance' ? perHead.insurance : perHead.nothing,
    rowOfMonth: timeline.yearOfMonth,
  }));
}
