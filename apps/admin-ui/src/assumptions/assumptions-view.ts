import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { ParameterCatalogue } from '../api/types';

/** The selection is written to the URL when it has rested this long. */
const REST_MILLISECONDS = 300;
const FIRST_SHOWN = 'retention.leaver-rate';

/** A cell as the URL names it. */
export interface CellName {
  readonly staffGroup: string;
  readonly year: number;
}

/** What of the assumptions is shown; all of it stands in the URL. */
export interface AssumptionsView {
  readonly parameter: string | null;
  readonly cell: CellName | null;
  readonly panel: 'details' | 'history' | null;
  readonly change: (values: Readonly<Record<string, string | null>>) => void;
}

/** Reads `staff-group.year`; null for anything else. */
export function parseCellName(text: string | null): CellName | null {
  const match = /^([a-z0-9-]+)\.(\d{4})$/.exec(text ?? '');
  return match === null ? null : { staffGroup: match[1] ?? '', year: Number(match[2]) };
}

/** The parameter to show: the one in the URL, else the leaver rate, else the first there is. */
export function shownParameter(
  catalogue: ParameterCatalogue | undefined,
  wanted: string | null,
): string | null {
  const keys = catalogue?.parameters.map(({ key }) => key) ?? [];
  return keys.find((key) => key === wanted) ?? keys.find((key) => key === FIRST_SHOWN) ?? keys[0] ?? null;
}

/** Reads the view from the URL, and changes it there without a new history entry. */
export function useAssumptionsView(): AssumptionsView {
  const [search, setSearch] = useSearchParams();
  const panel = search.get('panel');
  return {
    parameter: search.get('parameter'),
    cell: parseCellName(search.get('cell')),
    panel: panel === 'details' || panel === 'history' ? panel : null,
    change: (values) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(values)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
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
