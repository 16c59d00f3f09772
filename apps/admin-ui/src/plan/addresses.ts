import type { Unit } from '../api/queries';

/** The address of a projection's overview. */
export function overviewAddress(unit: Unit): string {
  return `/scenarios/${encodeURIComponent(unit.scenarioId)}/organisations/${encodeURIComponent(unit.organisationId)}`;
}

/** The address of a unit's assumptions; of one of them if it is named. */
export function assumptionsAddress(unit: Unit, parameter?: string): string {
  const address = `${overviewAddress(unit)}/assumptions`;
  return parameter === undefined ? address : `${address}?${new URLSearchParams({ parameter }).toString()}`;
}

/** The address of a planning module's page. */
export function moduleAddress(unit: Unit, module: string): string {
  return `${overviewAddress(unit)}/modules/${encodeURIComponent(module)}`;
}
