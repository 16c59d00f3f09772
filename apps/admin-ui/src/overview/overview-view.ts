import { useAddressView } from '../shell/use-address-view';
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

/** A question that the engine works on for a while. */
export type QuestionKind = 'matters' | 'changed';

/** What of the overview is shown; all of it stands in the URL. */
export interface OverviewView {
  readonly group: string | null;
  readonly open: ReadonlySet<string>;
  readonly lines: LineChoice;
  /** The question that is asked about the figures; null where none is. */
  readonly asked: QuestionKind | null;
  /** What a change is held against: a scenario's id; null for what the question starts with. */
  readonly against: string | null;
  /** Whether a long answer is shown in full. */
  readonly isWhole: boolean;
  readonly chooseGroup: (code: string) => void;
  readonly setOpen: (codes: readonly string[]) => void;
  readonly chooseLines: (choice: LineChoice) => void;
  readonly ask: (question: QuestionKind | null) => void;
  readonly compareWith: (base: string) => void;
  readonly showWhole: (isWhole: boolean) => void;
}

function askedIn(text: string | null): QuestionKind | null {
  return text === 'matters' || text === 'changed' ? text : null;
}

/** Reads the view from the URL, and changes it there without a new history entry. */
export function useOverviewView(): OverviewView {
  const address = useAddressView();
  const { search } = address;
  const change = (name: string, value: string | null) => address.change({ [name]: value });
  const open = search.get('open');
  return {
    group: search.get('group'),
    open: new Set(open === null ? DEFAULT_OPEN : open.split(',').filter((code) => code !== '')),
    lines: lineChoice(search.get('lines')),
    asked: askedIn(search.get('ask')),
    against: search.get('against'),
    isWhole: search.has('rows'),
    chooseGroup: (code) => change('group', code === 'all-staff' ? null : code),
    setOpen: (codes) => change('open', codes.join(',')),
    chooseLines: (choice) => change('lines', choice === 'main' ? null : choice),
    ask: (question) => change('ask', question),
    compareWith: (base) => change('against', base),
    showWhole: (isWhole) => change('rows', isWhole ? 'all' : null),
  };
}
