import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { gridQuery, moduleGridQuery, type Unit } from '../api/queries';
import type { GridSet, ParameterCatalogue } from '../api/types';
import { ALL_MODULES, type ShownAssumptions } from './assumptions-view';
import { gridSetOf, joinGridSets } from './grid/grid-model';

/** What is known of the grid that is shown. */
export interface GridSetResult {
  readonly data: GridSet | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

/** All of them, once each has been read. */
function combine(results: readonly UseQueryResult<GridSet>[]): GridSetResult {
  const read = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    data: read.length === results.length ? joinGridSets(read) : undefined,
    isPending: results.some(({ isPending }) => isPending),
    error: results.find(({ isError }) => isError)?.error ?? null,
    refetch: () => results.forEach((result) => void result.refetch()),
  };
}

/** The modules to read: none for a single parameter; those without parameters have no grid. */
function modulesOf(shown: ShownAssumptions, { modules, parameters }: ParameterCatalogue): readonly string[] {
  if (shown.kind === 'parameter') return [];
  if (shown.module !== ALL_MODULES) return [shown.module];
  return modules.map(({ code }) => code).filter((code) => parameters.some(({ module }) => module === code));
}

/** The grid of one parameter, or of every parameter of one module or of all. */
export function useGridSet(
  unit: Unit,
  shown: ShownAssumptions,
  catalogue: ParameterCatalogue,
): GridSetResult {
  const isSingle = shown.kind === 'parameter';
  const single = useQuery({ ...gridQuery(unit, isSingle ? shown.parameter : ''), enabled: isSingle });
  const modules = useQueries({
    queries: modulesOf(shown, catalogue).map((module) => moduleGridQuery(unit, module)),
    combine,
  });
  const data = useMemo(() => (single.data === undefined ? undefined : gridSetOf(single.data)), [single.data]);
  if (!isSingle) return modules;
  return { data, isPending: single.isPending, error: single.error, refetch: () => void single.refetch() };
}
