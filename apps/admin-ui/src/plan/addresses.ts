import type { NumberQuestion } from '../api/analysis-types';
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

/** The address of those of a unit's assumptions that no return is taken with: without a source, or only proposed. */
export function unfinishedAddress(unit: Unit, rows: 'unfounded' | 'proposed'): string {
  return `${assumptionsAddress(unit)}?${new URLSearchParams({ module: 'all', rows }).toString()}`;
}

/** The address of everything that was changed in a unit's assumptions. */
export function changesAddress(unit: Unit): string {
  return `${assumptionsAddress(unit)}/changes`;
}

/** The address of one cell of the assumptions. */
export function assumptionCellAddress(
  unit: Unit,
  {
    parameter,
    staffGroup,
    year,
  }: { readonly parameter: string; readonly staffGroup: string; readonly year: number },
): string {
  const search = new URLSearchParams({ parameter, cell: `${staffGroup}.${year}` });
  return `${overviewAddress(unit)}/assumptions?${search.toString()}`;
}

/** The address of a planning module's page. */
export function moduleAddress(unit: Unit, module: string): string {
  return `${overviewAddress(unit)}/modules/${encodeURIComponent(module)}`;
}

/** The address of the scenarios of a unit's round, beside its own; of a comparison with some if they are named. */
export function scenariosAddress(unit: Unit, compared: readonly string[] = []): string {
  const address = `${overviewAddress(unit)}/scenarios`;
  if (compared.length === 0) return address;
  return `${address}?${new URLSearchParams({ with: compared.join(',') }).toString()}`;
}

/** What the optimiser is asked about: a staff group and the year in which its gap is to be closed. */
export interface GapToClose {
  readonly group: string;
  /** First calendar year of the financial year. */
  readonly year: number;
}

/** The address of the optimiser's page; filled in for a gap if it is named. */
export function closeTheGapAddress(unit: Unit, gap?: GapToClose): string {
  const address = `${overviewAddress(unit)}/close-the-gap`;
  if (gap === undefined) return address;
  return `${address}?${new URLSearchParams({ group: gap.group, year: String(gap.year) }).toString()}`;
}

/** The address of the explanation of one number. */
export function explanationAddress(unit: Unit, question: NumberQuestion): string {
  return `${overviewAddress(unit)}/explanation?${new URLSearchParams({ ...question }).toString()}`;
}

/** The address of plan against actual of an organisation. */
export function inTheYearAddress(unit: Unit): string {
  return `${overviewAddress(unit)}/in-the-year`;
}

/** The address of contracted, worked, establishment and requirement of an organisation. */
export function fourLinesAddress(unit: Unit): string {
  return `${overviewAddress(unit)}/four-lines`;
}

/** The address of the workforce return. */
export function workforceReturnAddress(unit: Unit): string {
  return `${overviewAddress(unit)}/return`;
}
