import { useSearchParams } from 'react-router';
import { TABLE_LINES, type TableLine } from './staff-group-rows';

const MAIN_LINES: readonly TableLine[] = ['staff-in-post', 'establishment', 'requirement', 'gap'];
const DEFAULT_OPEN = ['all-staff'];

/** A named choice of the table's lines. */
export type LineChoice = 'main' | 'all' | TableLine;

/** The lines that a choice shows. */
export function linesOf(choice: LineChoice): readonly TableLine[] {
  if (choice === 'main') return MAIN_LINES;
  return choice === 'all' ? TABLE_LINES : [choice];
}

function lineChoice(text: string | null): LineChoice {
  if (text === 'all') return 'all';
  return TABLE_LINES.find((line) => line === text) ?? 'main';
}

/** What of the overview is shown; all of it stands in the URL. */
export interface OverviewView {
  readonly group: string | null;
  readonly open: ReadonlySet<string>;
  readonly lines: LineChoice;
  readonly chooseGroup: (code: string) => void;
  readonly setOpen: (codes: readonly string[]) => void;
  readonly chooseLines: (choice: LineChoice) => void;
}

/** Reads the view from the URL, and changes it there without a new history entry. */
export function useOverviewView(): OverviewView {
  const [search, setSearch] = useSearchParams();
  const change = (name: string, value: string | null) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const open = search.get('open');
  return {
    group: search.get('group'),
    open: new Set(open === null ? DEFAULT_OPEN : open.split(',').filter((code) => code !== '')),
    lines: lineChoice(search.get('lines')),
    chooseGroup: (code) => change('group', code === 'all-staff' ? null : code),
    setOpen: (codes) => change('open', codes.join(',')),
    chooseLines: (choice) => change('lines', choice === 'main' ? null : choice),
  };
}
