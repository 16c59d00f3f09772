import type { FrozenRun } from '#plans';
import { PLANNING_MEASURES, type Observation, type PlanningMeasure } from '../observation';
import type { PublishedPlace } from './published-places';

/** A row before it has its position. */
export type UnnumberedObservation = Omit<Observation, 'seq'>;

/** What planning lines are made from. */
export interface PlanningLineSource {
  readonly places: readonly PublishedPlace[];
  /** By id. */
  readonly runs: ReadonlyMap<string, FrozenRun>;
  /** Leaf staff groups in the order of the reference. */
  readonly staffGroups: readonly string[];
  readonly scenario: string;
}

/**
 * WTE and money of every place, by staff group and year: sums over its organisations, rounded once at the end. None
 * of the measures counts moves between organisations, so that nothing needs netting.
 */
export function planningLines(source: PlanningLineSource): readonly UnnumberedObservation[] {
  return source.places.flatMap((place) => {
    const runs = place.runIds.flatMap((id) => source.runs.get(id) ?? []);
    return PLANNING_MEASURES.flatMap((measure) =>
      source.staffGroups.flatMap((staffGroup) =>
        linesOf(place, { runs, measure, staffGroup }, source.scenario),
      ),
    );
  });
}

function linesOf(
  { runIds: _runIds, ...place }: PublishedPlace,
  line: {
    readonly runs: readonly FrozenRun[];
    readonly measure: PlanningMeasure;
    readonly staffGroup: string;
  },
  scenario: string,
): readonly UnnumberedObservation[] {
  const { measure, staffGroup } = line;
  const byYear = new Map<number, number>();
  for (const { figures } of line.runs) {
    for (const [year, value] of Object.entries(figures[measure.source]?.[staffGroup] ?? {})) {
      byYear.set(Number(year), (byYear.get(Number(year)) ?? 0) + Number(value));
    }
  }
  return [...byYear]
    .sort(([left], [right]) => left - right)
    .map(([year, value]) => ({
      ...place,
      measure: measure.code,
      staffGroupCode: staffGroup,
      year,
      scenario,
      bandCluster: null,
      equalityClass: null,
      value: rounded(value, measure.places),
      status: '',
      unit: measure.unit,
    }));
}

function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}
