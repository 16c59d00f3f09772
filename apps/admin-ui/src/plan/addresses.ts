import type { Unit } from '../api/queries';

/** The address of a projection's overview. */
export function overviewAddress(unit: Unit): string {
  return `/scenarios/${encodeURIComponent(unit.scenarioId)}/organisations/${encodeURIComponent(unit.organisationId)}`;
}

/** The address of a unit's assumptions. */
export function assumptionsAddress(unit: Unit): string {
  return `${overviewAddress(unit)}/assumptions`;
}
