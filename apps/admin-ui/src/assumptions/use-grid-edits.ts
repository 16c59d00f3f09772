import { useState, type ClipboardEvent } from 'react';
import { useAnnounce } from '../shell/announcer';
import { formatQuantity } from '../words/numbers';
import { INHERITED } from './grid/cell-content';
import {
  blockToHtml,
  blockToText,
  placeBlock,
  tileBlock,
  type Block,
  type PlacedText,
} from './grid/clipboard-block';
import type { EditingSession } from './grid/editing-session';
import { blockReader } from './parts';
import {
  blockOf,
  cellAt,
  contentOf,
  countUnreadable,
  entriesOf,
  textsOfSameParameter,
  textsWithCells,
  countLost,
  type GridView,
} from './grid/grid-model';
import { pasteInWords } from './grid/outcome-words';
import { positionsIn, rectangleOf, type Rectangle, type Selection } from './grid/selection';

/** Where a fill goes: down and right from the selection's edge, on to the last year, or where it is dragged. */
export type FillDirection = 'down' | 'right' | 'forward';

/** The grid's edits: each is one step that can be undone, and each is said aloud. */
export interface GridEdits {
  /** What the last edit did, in words; empty before the first. */
  readonly outcome: string;
  readonly canEdit: () => boolean;
  readonly type: (text: string) => void;
  readonly reset: () => void;
  readonly fill: (direction: FillDirection) => void;
  readonly fillTo: (target: Rectangle) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly copy: (event: ClipboardEvent) => void;
  readonly paste: (event: ClipboardEvent) => void;
}

function namesOf(view: GridView, { focus }: Selection): string {
  const group = view.rows[focus.row]?.staffGroup.name ?? '';
  const year = view.years[focus.column]?.label ?? '';
  return `${group}, ${year}`;
}

function asSelection({ top, left, bottom, right }: Rectangle): Selection {
  return { anchor: { row: top, column: left }, focus: { row: bottom, column: right } };
}

/**
 * What a fill by key repeats, and over what: the first row down, the first column right or on to the last
 * year. A selection of one row or column takes the cell before it, as a spreadsheet does.
 */
function fillPlan(view: GridView, selection: Selection, direction: FillDirection): [Rectangle, Rectangle] {
  const own = rectangleOf(selection);
  if (direction === 'down') {
    const top = own.top === own.bottom ? Math.max(own.top - 1, 0) : own.top;
    return [
      { ...own, top, bottom: top },
      { ...own, top },
    ];
  }
  if (direction === 'forward')
    return [
      { ...own, right: own.left },
      { ...own, right: view.extent.columns - 1 },
    ];
  const left = own.left === own.right ? Math.max(own.left - 1, 0) : own.left;
  return [
    { ...own, left, right: left },
    { ...own, left },
  ];
}

/** The texts of a fill; a value is not carried into another parameter, whose unit may differ. */
function fillTexts(view: GridView, source: Rectangle, target: Rectangle): readonly PlacedText[] {
  const height = source.bottom - source.top + 1;
  const rowOf = (row: number) => source.top + ((((row - source.top) % height) + height) % height);
  return textsOfSameParameter(view, tileBlock(blockOf(view, asSelection(source)), source, target), rowOf);
}

function resetCells(view: GridView, session: EditingSession, selection: Selection): string {
  const own = positionsIn(selection).flatMap((position) => {
    const shown = cellAt(view, position);
    return shown === null || contentOf(shown).kind === 'inherited' ? [] : [shown];
  });
  const count = formatQuantity(own.length, 'cell');
  session.enter(
    own.map(({ address }) => ({ address, content: INHERITED })),
    `reset of ${count}`,
  );
  return own.length === 0 ? 'Nothing was entered here.' : `Reset ${count}.`;
}

function pasteBlock(view: GridView, session: EditingSession, selection: Selection, block: Block): string {
  const { texts, fallenOff } = placeBlock(block, selection, view.extent);
  const placed = textsWithCells(view, texts);
  const entries = entriesOf(view, placed);
  session.enter(entries, `paste of ${formatQuantity(placed.length, 'cell')}`);
  return pasteInWords({
    placed: placed.length,
    fallenOff: fallenOff + countLost(view, texts),
    unreadable: countUnreadable(entries),
  });
}

/** The edits that the keyboard, the clipboard, the mouse and the buttons of the grid ask for. */
export function useGridEdits(view: GridView, session: EditingSession, selection: Selection): GridEdits {
  const announceToAll = useAnnounce();
  const [outcome, setOutcome] = useState('');
  const announce = (words: string) => {
    setOutcome(words);
    announceToAll(words);
  };
  const canEdit = () => {
    if (!view.canEdit) announce('You can look at these values but not change them.');
    return view.canEdit;
  };
  const fill = (source: Rectangle, target: Rectangle) => {
    const texts = fillTexts(view, source, target);
    const count = formatQuantity(texts.length, 'cell');
    const entries = entriesOf(view, texts);
    session.enter(entries, `fill of ${count}`);
    announce(entries.length === 0 ? 'These cells hold the value already.' : `Filled ${count}.`);
  };
  return {
    outcome,
    canEdit,
    type: (text) => {
      const entries = entriesOf(view, [{ position: selection.focus, text }]);
      session.enter(entries, namesOf(view, selection));
      if (countUnreadable(entries) > 0) announce(`“${text}” can’t be read.`);
      else setOutcome('');
    },
    reset: () => {
      if (canEdit()) announce(resetCells(view, session, selection));
    },
    fill: (direction) => {
      if (canEdit()) fill(...fillPlan(view, selection, direction));
    },
    fillTo: (target) => {
      if (canEdit()) fill(rectangleOf(selection), target);
    },
    undo: () => announce(session.undo()),
    redo: () => announce(session.redo()),
    copy: (event) => {
      const block = blockOf(view, selection);
      event.clipboardData.setData('text/plain', blockToText(block));
      event.clipboardData.setData('text/html', blockToHtml(block));
      announce(`Copied ${formatQuantity(positionsIn(selection).length, 'cell')}.`);
    },
    paste: (event) => {
      if (!canEdit()) return;
      const text = event.clipboardData.getData('text/plain');
      void blockReader().then(
        ({ parseBlock }) => announce(pasteBlock(view, session, selection, parseBlock(text))),
        () =>
          announce(
            'Nothing was pasted: the service can’t be reached. Paste again when the connection is back.',
          ),
      );
    },
  };
}
