import {
  addressText,
  type CellAddress,
  type CellLevel,
  type DatedFigures,
  type EqualityMeasure,
  type EqualityRelease,
} from './equality-release';

/** The attacker's variables of an organisation's finest cells; null where a cell is zero by construction. */
export type FinestVariables = readonly (number | null)[];

/** A cell of the tables and the finest cells that it adds up. */
export interface LatticeCell {
  readonly address: CellAddress;
  readonly addressText: string;
  readonly columns: readonly number[];
  readonly trueValue: number;
}

interface Unit {
  readonly level: CellLevel;
  readonly code: string;
  readonly boundary: string;
  readonly organisations: readonly string[];
}

/**
 * Every cell that a release publishes of a measure at a date: organisations, systems and regions of every
 * boundary, England; each band cluster and class, and the totals over them. True values are sums of unrounded
 * finest values, added in the order of the organisations' codes, so that equal figures have equal sums.
 */
export function latticeCells(
  release: EqualityRelease,
  figures: DatedFigures,
  measure: EqualityMeasure,
  variablesOf: (organisation: string) => FinestVariables,
): readonly LatticeCell[] {
  const byCode = new Map(figures.organisations.map((entry) => [entry.organisation, entry[measure] ?? []]));
  const bands = placesWithTotal(release.bandClusters);
  const classes = placesWithTotal(release.classes);
  return unitsOf(release, [...byCode.keys()].sort()).flatMap((unit) =>
    bands.flatMap((band) =>
      classes.map((equalityClass): LatticeCell => {
        const places = band.places.flatMap((row) =>
          equalityClass.places.map((column) => row * release.classes.length + column),
        );
        const address: CellAddress = {
          measure,
          date: figures.date,
          level: unit.level,
          unit: unit.code,
          boundary: unit.boundary,
          bandCluster: band.code,
          equalityClass: equalityClass.code,
        };
        let trueValue = 0;
        const columns = unit.organisations.flatMap((code) => {
          const values = byCode.get(code) ?? [];
          const variables = variablesOf(code);
          for (const place of places) trueValue += values[place] ?? 0;
          return places.flatMap((place) => variables[place] ?? []);
        });
        return { address, addressText: addressText(address), columns, trueValue };
      }),
    ),
  );
}

function placesWithTotal(codes: readonly string[]): { code: string | null; places: readonly number[] }[] {
  const single = codes.map((code, place) => ({ code, places: [place] }));
  return [...single, { code: null, places: codes.map((_, place) => place) }];
}

function unitsOf({ boundaries }: EqualityRelease, organisations: readonly string[]): readonly Unit[] {
  const alone = organisations.map((code): Unit => ({
    level: 'organisation',
    code,
    boundary: '',
    organisations: [code],
  }));
  const drawn = boundaries.flatMap(({ code: boundary, systems }) => {
    const regions = new Map<string, string[]>();
    for (const { region, organisations: members } of systems) {
      regions.set(region, [...(regions.get(region) ?? []), ...members]);
    }
    return [
      ...systems.map(({ code, organisations: members }): Unit => ({
        level: 'system',
        code,
        boundary,
        organisations: [...members].sort(),
      })),
      ...[...regions].map(([code, members]): Unit => ({
        level: 'region',
        code,
        boundary,
        organisations: members.sort(),
      })),
    ];
  });
  return [...alone, ...drawn, { level: 'nation', code: '', boundary: '', organisations }];
}
