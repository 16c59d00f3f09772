import { pow, type CostLine } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';

/** Cost lines in the order in which the engine reports them; each is a measure of the same name. */
export const PAY_BILL_LINES = [
  'pay-bill-basic',
  'pay-bill-national-insurance',
  'pay-bill-pension-local',
  'pay-bill-pension-central',
] as const;

/**
 * Pay of a group by band and month. Basic pay is the band's full-time pay of the year with awards after
 * the last published scales and drift, over 12; pension its local and central share of it; employer
 * National Insurance `rate x (pay - threshold)`, the threshold once per head.
 */
export function compileCosts(start: StartGroup, context: CompileContext): readonly CostLine[] {
  const { input, timeline } = context;
  const payByBand = input.bands.map((band) => annualPay(band, start, context));
  const { employerNationalInsurance, employerPension } = input.policy;
  const perMonth = (value: (year: number, band: number) => number): readonly number[] => {
    const byYear = employerPension.map((_, year) => input.bands.map((__, band) => value(year, band) / 12));
    return joinRows(timeline.yearOfMonth.map((year) => byYear[year] ?? []));
  };
  const pay = (year: number, band: number): number => payByBand[band]?.[year] ?? 0;
  const insurance = (year: number): number => employerNationalInsurance[year]?.rate ?? 0;
  const nothing = new Array<number>(timeline.months * input.bands.length).fill(0);
  const perFte = (code: (typeof PAY_BILL_LINES)[number], share: (year: number) => number): CostLine => ({
    code,
    poundsPerFte: perMonth((year, band) => pay(year, band) * share(year)),
    poundsPerHead: nothing,
  });
  return [
    perFte('pay-bill-basic', () => 1),
    {
      ...perFte('pay-bill-national-insurance', insurance),
      poundsPerHead: perMonth(
        (year) => -insurance(year) * (employerNationalInsurance[year]?.thresholdPounds ?? 0),
      ),
    },
    perFte('pay-bill-pension-local', (year) => employerPension[year]?.local ?? 0),
    perFte('pay-bill-pension-central', (year) => employerPension[year]?.central ?? 0),
  ];
}

/**
 * Full-time pay of a band by year: the policy's pay, times awards of the years after the last published
 * scales (the first year's award stands for earlier years without a scale), times drift from the second
 * year on.
 */
function annualPay(
  band: string,
  { group }: StartGroup,
  { assumptions, input }: CompileContext,
): readonly number[] {
  const awards = assumptions.yearly('pay-bill.pay-award', group.code);
  const drifts = assumptions.yearly('pay-bill.pay-drift', group.code);
  const firstIndexYear = input.calendar.firstYear - 1;
  const publishedTo = input.policy.payScalesTo[band] ?? firstIndexYear;
  const yearsBefore = Math.max(0, firstIndexYear - 1 - publishedTo);
  let uplift = pow(1 + (awards[0] ?? 0), yearsBefore);
  return (input.policy.basicPay[band] ?? []).map((pay, index) => {
    if (firstIndexYear + index > publishedTo) uplift *= 1 + (awards[index] ?? 0);
    if (index > 0) uplift *= 1 + (drifts[index] ?? 0);
    return pay * uplift;
  });
}

/** Rows of one length one after the other; sized ahead, for these are the longest arrays of a projection. */
function joinRows(rows: readonly (readonly number[])[]): readonly number[] {
  const width = rows[0]?.length ?? 0;
  const joined = new Array<number>(rows.length * width);
  rows.forEach((row, start) => {
    for (let index = 0; index < width; index += 1) joined[start * width + index] = row[index] ?? 0;
  });
  return joined;
}
