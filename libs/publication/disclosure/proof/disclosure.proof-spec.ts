import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import { discloseRelease } from '../disclosed-release';
import { addressText, type EqualityRelease } from '../equality-release';
import { EMPTY_REGISTER } from '../release-register';
import { attackOutcome } from './attack-outcome';
import { brokenLimits, proofTotals } from './disclosure-limits';
import { proveReleases } from './disclosure-proof';
import { generatedReleases } from './generated-hierarchy';
import { weakerTables } from './weaker-rules';

const SEEDS = Array.from({ length: 10 }, (_, place) => place + 1);
const NOTHING_LOST = { cells: 0, sensitiveCells: 0, otherCells: 0, withheldCells: 0 };

describe('disclosure control of generated hierarchies', () => {
  let solver: LinearSolver;

  beforeAll(async () => {
    solver = await loadLinearSolver();
  });

  it('gives nothing away in three releases of each, at a bounded loss', () => {
    const cases = SEEDS.map((seed) => proveReleases(generatedReleases(seed), solver));
    const totals = proofTotals(cases);
    expect(totals.protectedCells).toBeGreaterThan(300);
    expect(brokenLimits(totals)).toEqual([]);
  }, 1_800_000);

  it.each(['primary', 'linear-independence'] as const)('finds that the rule %s fails', (rule) => {
    const cases = SEEDS.slice(0, 3).map((seed) => ({
      outcome: attackOutcome(weakerTables(first(seed), rule), solver),
      loss: { ...NOTHING_LOST, publishedCells: 0, absoluteError: 0 },
      changedWithoutReason: 0,
      rounds: 0,
    }));
    const totals = proofTotals(cases);
    expect(totals.exactRecoveries / totals.protectedCells).toBeGreaterThan(0.3);
    expect(totals.missedTruth).toBe(0);
    expect(brokenLimits(totals)).toHaveLength(2);
  });

  it('publishes the same cells of the same figures, and new figures of one organisation only where it counts', () => {
    const release = first(4);
    const once = discloseRelease(EMPTY_REGISTER, release, solver);
    expect(discloseRelease(EMPTY_REGISTER, release, solver).cells).toEqual(once.cells);
    const again = discloseRelease(once.register, { ...release, code: 'again' }, solver);
    expect(again.cells).toEqual(once.cells);
    expect(again.register.cells.size).toBe(once.register.cells.size);
  });

  it('hides FTE where people are hidden, and a projection where its base is', () => {
    const { cells } = discloseRelease(EMPTY_REGISTER, first(4), solver);
    const statusAt = new Map(cells.map((cell) => [addressText(cell), cell.status]));
    const base = first(4).dates[0]?.date ?? '';
    for (const cell of cells) {
      const people = statusAt.get(addressText({ ...cell, measure: 'headcount' })) ?? '';
      if (['c', 'w'].includes(people)) expect(['c', 'w']).toContain(cell.status);
      const before = statusAt.get(addressText({ ...cell, date: base }));
      if (before === 'c') expect(['c', 'w']).toContain(cell.status);
    }
  });

  it('refuses figures that no table can be made of, and says which', () => {
    const release = first(4);
    const [base] = release.dates;
    const [figures] = base?.organisations ?? [];
    const broken = { ...figures!, headcount: figures!.headcount.map((people) => people + 0.5) };
    const dates = [{ ...base!, organisations: [broken, ...base!.organisations.slice(1)] }];
    expect(() => discloseRelease(EMPTY_REGISTER, { ...release, dates }, solver)).toThrow(
      /Figures of .* at 2026-03-31: cell 0 must count whole people/,
    );
  });
});

function first(seed: number): EqualityRelease {
  const [release] = generatedReleases(seed);
  if (release === undefined) throw new RangeError('There is no release.');
  return release;
}
