import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { gridQuery, moduleGridsQuery, type Unit } from '../api/queries';
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
  const modules = useQuery({
    ...moduleGridsQuery(unit, modulesOf(shown, catalogue)),
    enabled: !isSingle,
    select: joinGridSets,
  });
  const data = useMemo(() => (single.data === undefined ? undefined : gridSetOf(single.data)), [single.data]);
  const { isPending, error, refetch } = isSingle ? single : modules;
  return { data: isSingle ? data : modules.data, isPending, error, refetch: () => void refetch() };
}
