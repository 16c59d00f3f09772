import fc from 'fast-check';

import { leadTimeShares, meanLeadTime } from './lead-time';
import { addPipelines, runPipeline } from './pipeline';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const leadTimes = fc
  .tuple(
    fc.double({ min: 0, max: 12, noNaN: true }),
    fc.double({ min: 0, max: 6, noNaN: true }),
    fc.double({ min: 0, max: 6, noNaN: true }),
  )
  .map(([shortest, up, more]) => ({ shortest, usual: shortest + up, longest: shortest + up + more }));

describe('the lead time of a stage', () => {
  it('is certain where the three points are one', () => {
    expect(leadTimeShares({ shortest: 4, usual: 4, longest: 4 })).toEqual([0, 0, 0, 0, 1]);
    expect(leadTimeShares({ shortest: 0, usual: 0, longest: 0 })).toEqual([1]);
  });

  it('spreads 1, 2 and 3 months as 30 %, 40 % and 30 %', () => {
    const shares = leadTimeShares({ shortest: 1, usual: 2, longest: 3 });
    [0, 0.3, 0.4, 0.3].forEach((share, months) => expect(shares[months]).toBeCloseTo(share, 12));
    expect(meanLeadTime(shares)).toBeCloseTo(2, 12);
  });

  it('takes the points in order of length, whatever order they are entered in', () => {
    expect(leadTimeShares({ shortest: 7, usual: 3, longest: 4 })).toEqual(
      leadTimeShares({ shortest: 3, usual: 4, longest: 7 }),
    );
  });

  it('gives shares of 0 or more that sum to 1', () => {
    fc.assert(
      fc.property(leadTimes, (lead) => {
        const shares = leadTimeShares(lead);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(-1e-12);
        expect(sum(shares)).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('a pipeline', () => {
  const cohorts = fc.record({
    offers: fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 12 }),
    toArrival: leadTimes.map(leadTimeShares),
    toRegistration: leadTimes.map(leadTimeShares),
    arriving: fc.double({ min: 0, max: 1, noNaN: true }),
    registering: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('keeps everybody who arrived: registered, left or waiting in every month, and nobody waiting in the end', () => {
    fc.assert(
      fc.property(cohorts, ({ offers, toArrival, toRegistration, arriving, registering }) => {
        const months = offers.length + toArrival.length + toRegistration.length;
        const padded = [...offers, ...new Array<number>(months - offers.length).fill(0)];
        const always = (share: number) => new Array<number>(months).fill(share);
        const pipeline = runPipeline(padded, {
          toArrival,
          toRegistration,
          arriving: always(arriving),
          registering: always(registering),
        });
        for (let month = 0; month < months; month += 1) {
          const upTo = (line: readonly number[]) => sum(line.slice(0, month + 1));
          const accounted =
            upTo(pipeline.registrations) +
            upTo(pipeline.unregisteredLeavers) +
            (pipeline.waiting[month] ?? NaN);
          expect(Math.abs(accounted - upTo(pipeline.arrivals))).toBeLessThan(1e-8);
        }
        expect(pipeline.waiting.at(-1)).toBe(0);
        expect(Math.abs(sum(pipeline.registrations) - sum(offers) * arriving * registering)).toBeLessThan(
          1e-7,
        );
      }),
    );
  });

  it('is the sum of its cohorts', () => {
    const rates = {
      toArrival: leadTimeShares({ shortest: 3, usual: 4, longest: 7 }),
      toRegistration: leadTimeShares({ shortest: 2, usual: 3, longest: 5 }),
      arriving: new Array<number>(24).fill(0.85),
      registering: new Array<number>(24).fill(0.96),
    };
    const offers = (at: number, people: number) =>
      Array.from({ length: 24 }, (_, month) => (month === at ? people : 0));
    const [first, second] = [runPipeline(offers(0, 40), rates), runPipeline(offers(5, 20), rates)];
    const together = runPipeline(
      offers(0, 40).map((people, month) => people + (offers(5, 20)[month] ?? 0)),
      rates,
    );
    addPipelines(24, [first, second]).waiting.forEach((people, month) =>
      expect(people).toBeCloseTo(together.waiting[month] ?? NaN, 10),
    );
  });
});
