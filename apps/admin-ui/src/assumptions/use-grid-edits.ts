import { useState, type ClipboardEvent } from 'react';
import { useAnnounce } from '../shell/announcer';
import { formatQuantity } from '../words/numbers';
import { INHERITED } from './grid/cell-content';
import {
  blockToHtml,
  blockToText,
  fillBlock,
  parseBlock,
  placeBlock,
  type Block,
} from './grid/clipboard-block';
import type { EditingSession } from './grid/editing-session';
import { blockOf, cellAt, contentOf, countUnreadable, entriesOf, type GridView } from './grid/grid-model';
import { pasteInWords } from './grid/outcome-words';
import { positionsIn, type Selection } from './grid/selection';

/** The grid's edits: each is one step that can be undone, and each is said aloud. */
export interface GridEdits {
  /** What the last edit did, in words; empty before the first. */
  readonly outcome: string;
  readonly canEdit: () => boolean;
  readonly type: (text: string) => void;
  readonly reset: () => void;
  readonly fill: (direction: 'down' | 'right') => void;
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

/** Enters a block at the selection, under a name for the step. */
function enterBlock(
  view: GridView,
  session: EditingSession,
  selection: Selection,
  block: Block,
  verb: string,
) {
  const { texts, fallenOff } = placeBlock(block, selection, view.extent);
  const entries = entriesOf(view, texts);
  session.enter(entries, `${verb} of ${formatQuantity(texts.length, 'cell')}`);
  return { placed: texts.length, fallenOff, unreadable: countUnreadable(entries) };
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

/** The edits that the keyboard, the clipboard and the buttons of the grid ask for. */
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
  return {
    outcome,
    canEdit,
    type: (text) => {
      const entries = entriesOf(view, [{ position: selection.focus, text }]);
      session.enter(entries, namesOf(view, selection));
      if (countUnreadable(entries) > 0) announce(`“${text}” can’t be read as a number.`);
      else setOutcome('');
    },
    reset: () => {
      if (canEdit()) announce(resetCells(view, session, selection));
    },
    fill: (direction) => {
      if (!canEdit()) return;
      const block = fillBlock(blockOf(view, selection), direction);
      const { placed } = enterBlock(view, session, selection, block, 'fill');
      announce(`Filled ${formatQuantity(placed, 'cell')}.`);
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
      const block = parseBlock(event.clipboardData.getData('text/plain'));
      announce(pasteInWords(enterBlock(view, session, selection, block, 'paste')));
    },
  };
}
