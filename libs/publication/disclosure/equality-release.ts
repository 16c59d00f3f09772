import type { CellStatus, FigureKind, PublishedCell } from './disclosure-rule';

export const EQUALITY_MEASURES = ['headcount', 'fte'] as const;
export type EqualityMeasure = (typeof EQUALITY_MEASURES)[number];

/** One organisation's finest publishable cells at a date: band clusters x classes, row-major. */
export interface OrganisationFigures {
  readonly organisation: string;
  readonly headcount: readonly number[];
  /** Null where FTE is not known by these cells: then there is no table of it. */
  readonly fte: readonly number[] | null;
  /** FTE of all staff as other rows publish it exactly: an attacker knows that there are no fewer people. */
  readonly publishedFte?: number;
  /** Cells that are zero by construction, for instance a band cluster that the organisation does not have. */
  readonly isImpossible: readonly boolean[];
}

/** The organisations of each system and the region of each system, as they are (or were) drawn. */
export interface Boundary {
  readonly code: string;
  readonly systems: readonly {
    readonly code: string;
    readonly region: string;
    readonly organisations: readonly string[];
  }[];
}

/** All figures of a date. */
export interface DatedFigures {
  /** Year end as `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: FigureKind;
  /** The date of the same release that it is projected from; what is hidden there is hidden here. Null for a base. */
  readonly baseDate: string | null;
  readonly organisations: readonly OrganisationFigures[];
}

/** Everything that a release would publish of equality tables, unprotected. */
export interface EqualityRelease {
  readonly code: string;
  readonly bandClusters: readonly string[];
  readonly classes: readonly string[];
  /** The current boundary, and earlier ones that are still published. */
  readonly boundaries: readonly Boundary[];
  readonly dates: readonly DatedFigures[];
}

export type CellLevel = 'organisation' | 'system' | 'region' | 'nation';

/** Where a cell stands in the tables. A null band cluster or class is the total over all. */
export interface CellAddress {
  readonly measure: EqualityMeasure;
  readonly date: string;
  readonly level: CellLevel;
  /** Code of the organisation, system or region; empty for England. */
  readonly unit: string;
  /** Code of the boundary of systems and regions; empty where none matters. */
  readonly boundary: string;
  readonly bandCluster: string | null;
  readonly equalityClass: string | null;
}

export interface ReleasedCell extends CellAddress, PublishedCell {
  readonly status: CellStatus;
}

/** An address as one text, the same in every release. */
export function addressText(address: CellAddress): string {
  const { measure, date, level, unit, boundary, bandCluster, equalityClass } = address;
  return [measure, date, level, unit, boundary, bandCluster ?? '*', equalityClass ?? '*'].join('|');
}

/**
 * Refuses figures that no table can be made of.
 *
 * @throws RangeError with organisation, date and rule
 */
export function checkEqualityRelease(release: EqualityRelease): void {
  const cells = release.bandClusters.length * release.classes.length;
  for (const { date, kind, organisations } of release.dates) {
    const codes = organisations.map(({ organisation }) => organisation).sort();
    for (const figures of organisations) checkFigures(figures, cells, date, kind);
    for (const { code, systems } of release.boundaries) {
      const members = systems.flatMap((system) => system.organisations).sort();
      if (members.join('|') === codes.join('|')) continue;
      throw new RangeError(
        `Boundary ${code} must place each organisation of ${date} in one system; it places ` +
          `${members.join(', ')}, the figures are of ${codes.join(', ')}.`,
      );
    }
  }
}

function checkFigures(figures: OrganisationFigures, cells: number, date: string, kind: FigureKind): void {
  const { organisation, headcount, isImpossible } = figures;
  const fte = figures.fte ?? headcount.map(() => 0);
  const refuse = (rule: string): never => {
    throw new RangeError(`Figures of ${organisation} at ${date}: ${rule}`);
  };
  if ([headcount, fte, isImpossible].some(({ length }) => length !== cells)) {
    refuse(`headcount, FTE and impossible cells must each have ${cells} entries (band clusters x classes).`);
  }
  headcount.forEach((people, cell) => {
    const equivalents = fte[cell] ?? 0;
    if (!(people >= 0 && equivalents >= 0)) refuse(`cell ${cell} must not be negative.`);
    if (kind === 'whole' && !Number.isInteger(people)) refuse(`cell ${cell} must count whole people.`);
    if (equivalents > people + 1e-9)
      refuse(`cell ${cell} has more FTE (${equivalents}) than people (${people}).`);
    if (isImpossible[cell] === true && people > 0)
      refuse(`cell ${cell} is marked impossible and has people.`);
  });
}
