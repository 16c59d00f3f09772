import fc from 'fast-check';
import { checkLines, lineSetOn, shippedLineSets } from './line-set';
import { displayPeriod, RETURN_EMPLOYMENTS } from './displayed-return';

const figure = fc.double({ min: 0, max: 1e7, noNaN: true });
const line = fc.record({ substantive: figure, bank: figure, agency: figure });

describe('a displayed return', () => {
  it('adds up down and across, and its total is the plan’s', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const { lines: shown, total } = displayPeriod(lines);
        for (const employment of [...RETURN_EMPLOYMENTS, 'total'] as const) {
          expect(shown.reduce((sum, each) => sum + each[employment], 0)).toBe(total[employment]);
        }
        for (const each of [...shown, total]) {
          expect(each.substantive + each.bank + each.agency).toBe(each.total);
        }
        const exact = lines.reduce((sum, each) => sum + each.substantive + each.bank + each.agency, 0);
        expect(Math.abs(total.total - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it('moves each figure by at most two units', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        displayPeriod(lines).lines.forEach((shown, row) => {
          for (const employment of RETURN_EMPLOYMENTS) {
            expect(Math.abs(shown[employment] - (lines[row]?.[employment] ?? 0))).toBeLessThan(2);
          }
        });
      }),
    );
  });

  it('has shipped lines that hold every staff group once, and says that they are not verified', () => {
    const [set] = shippedLineSets();
    const groups = set?.lines.flatMap(({ staffGroups }) => staffGroups) ?? [];
    expect(groups).toHaveLength(13);
    expect(() => checkLines(set?.lines ?? [], groups)).not.toThrow();
    expect(set?.status).toContain('unverified');
    expect(lineSetOn(shippedLineSets(), '2026-04-01')).toEqual(set);
  });

  it('refuses lines that leave a staff group out, have it twice or make one up', () => {
    const lines = [
      { code: 'a', label: 'A', staffGroups: ['midwives', 'midwives'] },
      { code: 'a', label: 'B', staffGroups: ['wizards'] },
    ];
    const refused = (): unknown => {
      try {
        return checkLines(lines, ['midwives', 'managers']);
      } catch (error) {
        return error;
      }
    };
    expect(refused()).toMatchObject({
      faults: ['one-code', 'known-staff-group', 'one-line', 'some-line'].map((rule) => ({ rule })),
    });
  });
});
