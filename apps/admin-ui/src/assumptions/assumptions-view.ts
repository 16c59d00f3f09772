import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { ParameterCatalogue } from '../api/types';
import { AS_IT_COMES, type Arrangement, type RowsShown } from './grid/arrange-rows';

/** The selection is written to the URL, and its staff group's figures shown, when it has rested this long. */
export const REST_MILLISECONDS = 300;
const FIRST_SHOWN = 'retention.leaver-rate';

/** The module code that stands for every module. */
export const ALL_MODULES = 'all';

/** A cell as the URL names it. */
export interface CellName {
  /** Named where the grid shows several parameters. */
  readonly parameter: string | null;
  readonly staffGroup: string;
  readonly year: number;
}

/** One parameter, every parameter of a module, or those of all modules (`all`). */
export type ShownAssumptions =
  | { readonly kind: 'parameter'; readonly parameter: string }
  | { readonly kind: 'module'; readonly module: string };

const PANELS = ['details', 'history', 'about', 'retention'] as const;

/** What else there is to the selected cell, opened below the grid. */
export type Panel = (typeof PANELS)[number];

/** What of the assumptions is shown; all of it stands in the URL. */
export interface AssumptionsView {
  readonly parameter: string | null;
  readonly module: string | null;
  readonly arrangement: Arrangement;
  readonly cell: CellName | null;
  readonly panel: Panel | null;
  readonly change: (values: Readonly<Record<string, string | null>>) => void;
}

const CELL_NAME = /^(?:(?<parameter>[a-z0-9.-]+)~)?(?<staffGroup>[a-z0-9-]+)\.(?<year>\d{4})$/;

/** Reads `staff-group.year` or `parameter~staff-group.year`; null for anything else. */
export function parseCellName(text: string | null): CellName | null {
  const groups = CELL_NAME.exec(text ?? '')?.groups;
  if (groups === undefined) return null;
  const { parameter = null, staffGroup = '', year = '' } = groups;
  return { parameter, staffGroup, year: Number(year) };
}

/** What to show: what the URL names, else the leaver rate, else the first parameter there is. */
export function shownAssumptions(
  catalogue: ParameterCatalogue | undefined,
  view: Pick<AssumptionsView, 'parameter' | 'module'>,
): ShownAssumptions | null {
  const modules = catalogue?.modules.map(({ code }) => code) ?? [];
  if (view.module !== null && (view.module === ALL_MODULES || modules.some((code) => code === view.module))) {
    return { kind: 'module', module: view.module };
  }
  const keys = catalogue?.parameters.map(({ key }) => key) ?? [];
  const parameter =
    keys.find((key) => key === view.parameter) ?? keys.find((key) => key === FIRST_SHOWN) ?? keys[0];
  return parameter === undefined ? null : { kind: 'parameter', parameter };
}

const SHOWN: readonly RowsShown[] = ['all', 'entered', 'attention', 'unfounded', 'proposed'];

/** Reads `2026.ascending`; null for anything else. */
function parseSort(text: string | null): Arrangement['sort'] {
  const groups = /^(?<year>\d{4})\.(?<direction>ascending|descending)$/.exec(text ?? '')?.groups;
  if (groups === undefined) return null;
  const direction = groups['direction'] === 'descending' ? 'descending' : 'ascending';
  return { year: Number(groups['year']), direction };
}

function arrangementOf(search: URLSearchParams): Arrangement {
  const show = SHOWN.find((candidate) => candidate === search.get('rows')) ?? 'all';
  const sort = parseSort(search.get('sort'));
  const find = search.get('find') ?? '';
  return show === 'all' && sort === null && find === '' ? AS_IT_COMES : { find, show, sort };
}

/**
 * Reads the view from the URL, and changes it there without a new history entry. A change is made to the
 * address as it stands: what the page has drawn may lag behind it, while a part of it is fetched or drawn.
 */
export function useAssumptionsView(): AssumptionsView {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const panel = search.get('panel');
  const arrangement = useMemo(() => arrangementOf(search), [search]);
  return {
    parameter: search.get('parameter'),
    module: search.get('module'),
    arrangement,
    cell: parseCellName(search.get('cell')),
    panel: PANELS.find((candidate) => candidate === panel) ?? null,
    change: (values) => {
      if (window.location.pathname !== pathname) return;
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(values)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      setSearch(next, { replace: true, preventScrollReset: true });
    },
  };
}

/** Writes the selected cell to the URL once the selection rests. */
export function useCellInAddress(view: AssumptionsView, name: string | null): void {
  const { change } = view;
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    if (name === null) return undefined;
    const timer = window.setTimeout(() => latest.current({ cell: name }), REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [name]);
}
