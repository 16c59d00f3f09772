import { BAND_CLUSTERS, ETHNIC_CLASSES } from '../coarse-table';
import type { Boundary, EqualityRelease, OrganisationFigures } from '../equality-release';
import { RandomNumbers } from '../random-numbers';

/** How large generated hierarchies are. */
export interface GeneratedSize {
  readonly systems: readonly [least: number, most: number];
  readonly organisationsPerSystem: readonly [least: number, most: number];
  readonly regions: readonly [least: number, most: number];
  /** Staff of the smallest organisation, and how many times as many the largest has. */
  readonly leastStaff: number;
  readonly staffRatio: number;
}

export const USUAL_SIZE: GeneratedSize = {
  systems: [2, 5],
  organisationsPerSystem: [1, 4],
  regions: [1, 2],
  leastStaff: 150,
  staffRatio: 25,
};

/** Shares of all staff: by band cluster, and by ethnic class in each. */
const BAND_SHARES = [0.4, 0.38, 0.12, 0.1];
const CLASS_SHARES = [
  [0.72, 0.12, 0.07, 0.04, 0.05],
  [0.7, 0.14, 0.08, 0.04, 0.04],
  [0.85, 0.06, 0.03, 0.02, 0.04],
  [0.5, 0.3, 0.05, 0.06, 0.09],
];
/** How often an organisation has nobody, by construction, in the third or fourth band cluster. */
const EMPTY_BAND = 0.12;
const ACTUAL = '2026-03-31';
const PROJECTED = '2027-03-31';

/**
 * Three successive releases of a random hierarchy: a first one with a projected year end; one after an organisation
 * moved to another system, old and new boundary published side by side and some projections made anew; one with a
 * correction of one to three people. Systems of one organisation and empty band clusters occur by chance.
 */
export function generatedReleases(
  seed: number,
  size: GeneratedSize = USUAL_SIZE,
): readonly EqualityRelease[] {
  const random = new RandomNumbers(seed);
  const before = randomBoundary(random, size);
  const after = movedBoundary(random, before);
  const codes = before.systems.flatMap(({ organisations }) => organisations).sort();
  const actual = codes.map((code) => randomFigures(random, code, size));
  const first = actual.map((figures) => projected(random, figures));
  const renewed = new Set([random.pick(codes), random.pick(codes)]);
  const second = first.map((figures, place) =>
    renewed.has(figures.organisation) ? projected(random, actual[place] ?? figures) : figures,
  );
  const { corrected, figures: corrections } = correctedFigures(random, actual);
  const third = second.map((figures, place) =>
    figures.organisation === corrected ? projected(random, corrections[place] ?? figures) : figures,
  );
  return [
    releaseOf('first', [before], actual, first),
    releaseOf('moved', [after, before], actual, second),
    releaseOf('corrected', random.isTrue(0.5) ? [after, before] : [after], corrections, third),
  ];
}

function releaseOf(
  code: string,
  boundaries: readonly Boundary[],
  actual: readonly OrganisationFigures[],
  later: readonly OrganisationFigures[],
): EqualityRelease {
  return {
    code,
    bandClusters: BAND_CLUSTERS.slice(0, BAND_SHARES.length),
    classes: ETHNIC_CLASSES,
    boundaries,
    dates: [
      { date: ACTUAL, kind: 'whole', baseDate: null, organisations: actual },
      { date: PROJECTED, kind: 'real', baseDate: ACTUAL, organisations: later },
    ],
  };
}

function randomBoundary(random: RandomNumbers, size: GeneratedSize): Boundary {
  const regions = random.between(...size.regions);
  const systems = Array.from({ length: Math.max(regions, random.between(...size.systems)) }, (_, system) => ({
    code: `S${system + 1}`,
    region: `R${(system % regions) + 1}`,
    organisations: Array.from(
      { length: random.between(...size.organisationsPerSystem) },
      (__, place) => `O${system + 1}-${place + 1}`,
    ),
  }));
  return { code: '2026', systems };
}

/** One organisation of a system of several goes to another; where there is none, systems stay as they are. */
function movedBoundary(random: RandomNumbers, { systems }: Boundary): Boundary {
  const sources = systems.filter(({ organisations }) => organisations.length > 1);
  if (sources.length === 0 || systems.length < 2) return { code: '2027', systems };
  const source = random.pick(sources);
  const target = random.pick(systems.filter(({ code }) => code !== source.code));
  const moved = random.pick(source.organisations);
  return {
    code: '2027',
    systems: systems.map((system) => {
      const stay = system.organisations.filter((code) => code !== moved);
      return { ...system, organisations: system.code === target.code ? [...stay, moved] : stay };
    }),
  };
}

function randomFigures(
  random: RandomNumbers,
  organisation: string,
  size: GeneratedSize,
): OrganisationFigures {
  const staff = size.leastStaff * Math.pow(size.staffRatio, random.next());
  const isEmptyBand = BAND_SHARES.map((_, band) => band > 1 && random.isTrue(EMPTY_BAND));
  const isImpossible = BAND_SHARES.flatMap((_, band) => ETHNIC_CLASSES.map(() => isEmptyBand[band] === true));
  const headcount = BAND_SHARES.flatMap((share, band) =>
    (CLASS_SHARES[band] ?? []).map((part) =>
      isEmptyBand[band] === true ? 0 : random.wholeNear(staff * share * part),
    ),
  );
  return { organisation, headcount, fte: fteOf(random, headcount), isImpossible };
}

/** A year later: some growth or decline in each cell, not whole people. */
function projected(random: RandomNumbers, figures: OrganisationFigures): OrganisationFigures {
  const headcount = figures.headcount.map((people) => people * (0.94 + 0.12 * random.next()));
  return { ...figures, headcount, fte: fteOf(random, headcount) };
}

function correctedFigures(
  random: RandomNumbers,
  actual: readonly OrganisationFigures[],
): { corrected: string; figures: readonly OrganisationFigures[] } {
  const { organisation: corrected } = random.pick(actual);
  const figures = actual.map((entry) => {
    if (entry.organisation !== corrected) return entry;
    const headcount = [...entry.headcount];
    const possible = headcount.flatMap((_, cell) => (entry.isImpossible[cell] === true ? [] : [cell]));
    for (let people = random.between(1, 3); people > 0; people -= 1) {
      const cell = random.pick(possible);
      const now = headcount[cell] ?? 0;
      headcount[cell] = now > 0 && random.isTrue(0.5) ? now - 1 : now + 1;
    }
    const fte = (entry.fte ?? []).map((value, cell) => {
      const change = (headcount[cell] ?? 0) - (entry.headcount[cell] ?? 0);
      return Math.min(headcount[cell] ?? 0, Math.max(0, value + 0.8 * change));
    });
    return { ...entry, headcount, fte };
  });
  return { corrected, figures };
}

function fteOf(random: RandomNumbers, headcount: readonly number[]): readonly number[] {
  return headcount.map((people) => people * (0.75 + 0.2 * random.next()));
}
