import { assume, BASE, NURSES, still, sum } from '../../../test/support/example-projection';
import { withShippedFacts } from '../../../test/support/representation-policy.fixture';
import { project, type ProjectionInput } from '../projection';

const INPUT: ProjectionInput = {
  ...withShippedFacts(BASE),
  staffGroups: BASE.staffGroups.map((group) => ({ ...group, ethnicityShares: [0.96, 0, 0.04] })),
};
const JOINERS = { ...still(NURSES), 'growth.joiners-other-nhs': { [NURSES]: [0, 200, 200] } };

/** BME share of those of known ethnicity among nurses on the bands, at the end; nobody was BME at the start. */
function shareOnBands(
  values: Readonly<Record<string, Readonly<Record<string, number>>>>,
  from: number,
  to: number,
): number {
  const output = project({ ...INPUT, assumptions: assume({ ...JOINERS, ...values }) });
  const cells = output.staffGroups[0]?.headcountByBandAndEthnicity.at(-1)?.values ?? [];
  const part = cells.slice(from * 3, to * 3);
  const white = sum(part.filter((_, cell) => cell % 3 === 0));
  const bme = sum(part.filter((_, cell) => cell % 3 === 1));
  return bme / (white + bme);
}

describe('who joins', () => {
  const joined = 400 / 1820;

  it('follows from the shortlist where joiners are entered so: 0.3 and 1.59 make 0.2123', () => {
    const entered = {
      'representation.joiner-share-entry': { [NURSES]: 1 },
      'representation.bme-share-of-shortlists': { [NURSES]: 0.3 },
      'representation.relative-likelihood-of-appointment': { [NURSES]: 1.59 },
    };
    expect(shareOnBands(entered, 0, 8)).toBeCloseTo((0.3 / (0.3 + 1.59 * 0.7)) * joined, 8);
  });

  it('has a share of its own on the bands of leadership where one is entered, and nowhere else', () => {
    const entered = {
      'representation.bme-share-of-joiners': { [NURSES]: 0.4 },
      'representation.leadership-entry': { [NURSES]: 1 },
      'representation.bme-share-of-leadership-joiners': { [NURSES]: 0.1 },
    };
    expect(shareOnBands(entered, 0, 6)).toBeCloseTo(0.4 * joined, 8);
    expect(shareOnBands(entered, 6, 8)).toBeCloseTo(0.1 * joined, 8);
  });
});
