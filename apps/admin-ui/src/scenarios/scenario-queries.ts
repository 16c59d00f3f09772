import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EntryValues } from '../api/analysis-types';
import { apiGet } from '../api/api-client';
import type { Unit } from '../api/queries';
import type { CellProvenance, OrganisationReference, ParameterDefinition } from '../api/types';

/** A value in force on one side of a difference. */
export interface DifferenceCell {
  readonly year: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly provenance: CellProvenance;
  readonly source: string | null;
  readonly note: string | null;
}

/** An assumption whose values differ in some year, with the values of all years on both sides. */
export interface DifferentAssumption {
  readonly parameter: ParameterDefinition;
  readonly staffGroup: { readonly code: string; readonly name: string };
  readonly years: readonly { readonly year: number; readonly label: string }[];
  readonly base: readonly DifferenceCell[];
  readonly changed: readonly DifferenceCell[];
}

/** A register entry in force on one side only, or with other values. */
export interface DifferentEntry {
  readonly register: string;
  readonly entryKey: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly base: EntryValues | null;
  readonly changed: EntryValues | null;
}

/** What two scenarios assume differently at one organisation. */
export interface ScenarioDifference {
  readonly organisation: OrganisationReference;
  readonly base: { readonly id: string; readonly name: string };
  readonly changed: { readonly id: string; readonly name: string };
  readonly assumptions: readonly DifferentAssumption[];
  readonly entries: readonly DifferentEntry[];
  /** Organisations below with values of their own on one side. */
  readonly below: readonly { readonly organisation: OrganisationReference; readonly values: number }[];
}

/** What a unit assumes differently from another scenario of its round; read again with each new result. */
export const differenceQuery = (unit: Unit, baseScenarioId: string, resultId: string | null) =>
  queryOptions({
    queryKey: ['scenario-difference', unit.scenarioId, unit.organisationId, baseScenarioId, resultId],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      apiGet<ScenarioDifference>('/scenarios/difference', { ...unit, baseScenarioId }, signal),
  });
