import fc from 'fast-check';
import { ValuePatterns } from '../../reading/value-patterns';
import { ESR_AGE_BANDS, ageAt, ageBandOf, readAgeBand, readEsrDate, readFte } from './esr-values';

describe('values of an extract', () => {
  it.each([
    ['31/03/2026', '2026-03-31'],
    ['1/4/2026', '2026-04-01'],
    ['31-MAR-2026', '2026-03-31'],
    ['1 April 2026', '2026-04-01'],
    ['2026-03-31 00:00:00', '2026-03-31'],
    ['46112', '2026-03-31'],
    ['46112.0', '2026-03-31'],
  ])('read the date %s', (field, day) => {
    expect(readEsrDate(field)?.day).toBe(day);
  });

  it.each(['31/02/2026', '13/13/2026', '03/31/2026', '31-MRZ-2026', '31/03/26', '12', 'soon', ''])(
    'take %s for no date',
    (field) => expect(readEsrDate(field)).toBeNull(),
  );

  it('count days as Excel does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7_306, max: 73_415 }), (serial) => {
        const day = readEsrDate(String(serial))?.day ?? '';
        expect(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569).toBe(serial);
      }),
    );
  });

  it('read WTE in hundred-thousandths, without the noise of spreadsheets', () => {
    expect(['0.6', '.5', '1', '0.59999999999999998', ''].map(readFte)).toEqual([
      60_000,
      50_000,
      100_000,
      60_000,
      null,
    ]);
    expect(['37.5', '-0.1', '0,6', '1e400'].map(readFte)).toEqual([
      'too-large',
      'negative',
      'not-a-number',
      'not-a-number',
    ]);
  });

  it('put each age into the band that its label names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 100 }), (age) => {
        const band = ageBandOf(age);
        const { fromAge, widthYears } = ESR_AGE_BANDS[band ?? 0] ?? ESR_AGE_BANDS[0];
        expect(age).toBeGreaterThanOrEqual(fromAge);
        expect(age).toBeLessThan(fromAge + (widthYears ?? 100));
        expect(readAgeBand(`${fromAge}-${fromAge + 4} Years`)).toBe(band);
      }),
    );
    expect(['<=20 Years', '>=71 Years', '21-25', '24', '18-40', 'n/a', '7'].map(readAgeBand)).toEqual([
      0,
      11,
      1,
      1,
      null,
      null,
      null,
    ]);
    expect([ageAt('1985-04-01', '2026-03-31'), ageAt('1985-03-31', '2026-03-31')]).toEqual([40, 41]);
  });

  it('go by the pattern that says most, and of equal ones by the later', () => {
    const patterns = new ValuePatterns([
      { pattern: 'N*', value: 1 },
      { pattern: 'N6*', value: 2 },
      { pattern: 'N6A', value: 3 },
      { pattern: 'n6*', value: 4 },
    ]);
    expect(['N6A', ' n6b ', 'NA', 'X'].map((code) => patterns.find(code))).toEqual([3, 4, 1, undefined]);
  });
});
