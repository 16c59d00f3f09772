import type { ReleasedCell } from '../disclosure';
import { ALL, EQUALITY_MEASURE, type Observation } from '../observation';
import type { UnnumberedObservation } from './planning-lines';
import type { PublishedPlace } from './published-places';

/** Staff group of a row that is about all of them. */
const ALL_STAFF = 'all-staff';

/** Protected cells as rows of a release, place by place in its order; cells of no place of it are left out. */
export function equalityRows(
  cells: readonly ReleasedCell[],
  places: readonly PublishedPlace[],
  scenario: string,
): readonly UnnumberedObservation[] {
  const byPlace = cellsByPlace(cells);
  return places.flatMap(({ runIds: _runIds, ...place }) => {
    const unit = place.organisationLevel === 'nation' ? '' : place.organisationCode;
    const own = byPlace.get(`${place.organisationLevel} ${unit}`) ?? [];
    return own.map((cell): UnnumberedObservation => ({
      ...place,
      measure: EQUALITY_MEASURE.code,
      staffGroupCode: ALL_STAFF,
      year: yearOf(cell.date),
      scenario,
      bandCluster: cell.bandCluster ?? ALL,
      equalityClass: cell.equalityClass ?? ALL,
      value: cell.value,
      status: cell.status,
      unit: EQUALITY_MEASURE.unit,
    }));
  });
}

/** The financial year that ends at a date. */
function yearOf(date: string): Observation['year'] {
  return Number(date.slice(0, 4)) - 1;
}

function cellsByPlace(cells: readonly ReleasedCell[]): ReadonlyMap<string, readonly ReleasedCell[]> {
  const byPlace = new Map<string, ReleasedCell[]>();
  for (const cell of cells) {
    const key = `${cell.level} ${cell.unit}`;
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, [cell]);
    else known.push(cell);
  }
  return byPlace;
}
