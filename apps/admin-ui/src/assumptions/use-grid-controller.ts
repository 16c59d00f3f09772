import {
  useCallback,
  useLayoutEffect,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { EditingSession } from './grid/editing-session';
import type { GridView } from './grid/grid-model';
import type { TypingStore } from './grid/kept-typing';
import {
  clampSelection,
  moveSelection,
  type Position,
  type Press,
  type Rectangle,
  type Selection,
} from './grid/selection';
import { useCellEditor, type CellEditing, type CellEditorControl } from './use-cell-editor';
import { useGridEdits, type GridEdits } from './use-grid-edits';
import { useGridMouse, type GridMouse } from './use-grid-mouse';

/** What the grid's parts need in order to act. */
export interface GridController {
  readonly selection: Selection;
  /** What a fill that is being dragged covers. */
  readonly fillTarget: Rectangle | null;
  /** The open editor of the cell that has the focus. */
  readonly editing: CellEditing | null;
  readonly edits: GridEdits;
  readonly mouse: GridMouse;
  readonly onGridKey: (event: KeyboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

interface GridControllerInput {
  readonly view: GridView;
  readonly session: EditingSession;
  /** Where an unfinished entry waits while the page is loaded again. */
  readonly typing: TypingStore;
  readonly selection: Selection;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onSelect: (selection: Selection) => void;
  /** Shows what the selected parameter means, or hides it. */
  readonly onHelp: () => void;
}

const isCommand = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;

/** Keeps the browser's focus on the cell that the keyboard moved to. */
function useCellFocus(table: RefObject<HTMLTableElement | null>, focus: Position, isEditing: boolean) {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (!wanted.current || isEditing) return;
    wanted.current = false;
    table.current?.querySelector<HTMLElement>(`[data-position="${focus.row},${focus.column}"]`)?.focus();
  });
  return useCallback(() => {
    wanted.current = true;
  }, []);
}

/** The edits that keys with Ctrl (or Command) ask for. */
const COMMANDS: Readonly<Record<string, (edits: GridEdits) => void>> = {
  z: (edits) => edits.undo(),
  'shift+z': (edits) => edits.redo(),
  y: (edits) => edits.redo(),
  d: (edits) => edits.fill('down'),
  r: (edits) => edits.fill('right'),
  'shift+f': (edits) => edits.fill('forward'),
};

/** Runs the edit of a key with Ctrl; false where it is the browser's. */
function runCommand(event: KeyboardEvent, edits: GridEdits): boolean {
  const command = COMMANDS[`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`];
  command?.(edits);
  return command !== undefined;
}

/** What a key without Ctrl does in a cell; false where it is the browser's, as Tab is. */
function runKey(event: KeyboardEvent, edits: GridEdits, editing: CellEditorControl): boolean {
  const opensList = event.altKey && event.key === 'ArrowDown';
  if (event.key === 'F2' || event.key === 'Enter' || opensList) editing.open('change', '');
  else if (event.key === 'Delete' || event.key === 'Backspace') edits.reset();
  else if (event.key.length === 1 && event.key !== ' ' && !event.altKey) editing.open('replace', event.key);
  else return false;
  return true;
}

/** The move after an editor's key: Enter goes down or up, an arrow where it points, Escape nowhere. */
function moveAfter(event: KeyboardEvent): Press | null {
  if (event.key === 'Escape') return null;
  const enter = event.shiftKey ? 'ArrowUp' : 'ArrowDown';
  return { key: event.key === 'Enter' ? enter : event.key, extend: false, jump: false };
}

/** Keyboard, mouse and clipboard of the assumption grid, as a spreadsheet's user expects them. */
export function useGridController(input: GridControllerInput): GridController {
  const { view, session, onSelect } = input;
  const selection = clampSelection(input.selection, view.extent);
  const edits = useGridEdits(view, session, selection);
  const cellEditor = useCellEditor(view, selection.focus, edits, input.typing);
  const { editor } = cellEditor;
  const wantFocus = useCellFocus(input.table, selection.focus, editor !== null);
  const { mouse, fillTarget } = useGridMouse({
    selection,
    isEditing: editor !== null,
    edits,
    onSelect,
    open: cellEditor.open,
  });

  const move = (press: Press): boolean => {
    const moved = moveSelection(selection, press, view.extent);
    if (moved === null) return false;
    wantFocus();
    onSelect(moved);
    return true;
  };
  const onGridKey = (event: KeyboardEvent) => {
    if (event.key === 'F1') {
      event.preventDefault();
      input.onHelp();
    }
    if (editor !== null) return;
    const press = { key: event.key, extend: event.shiftKey, jump: isCommand(event) };
    const act = isCommand(event) ? () => runCommand(event, edits) : () => runKey(event, edits, cellEditor);
    if ((!event.altKey && move(press)) || act()) event.preventDefault();
  };
  const onKey = (event: KeyboardEvent) => {
    const leavesByArrow = editor?.mode === 'replace' && event.key.startsWith('Arrow');
    if (event.key === 'Escape') cellEditor.cancel();
    else if (event.key === 'Enter' || leavesByArrow) cellEditor.commit();
    else return;
    event.preventDefault();
    event.stopPropagation();
    wantFocus();
    const press = moveAfter(event);
    if (press !== null) move(press);
  };
  const ownClipboard = (act: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
    if (editor !== null) return;
    event.preventDefault();
    act(event);
  };
  return {
    selection,
    fillTarget,
    editing: editor === null ? null : { editor, onKey, onText: cellEditor.type, onCommit: cellEditor.commit },
    edits,
    mouse,
    onGridKey,
    onCopy: ownClipboard(edits.copy),
    onPaste: ownClipboard(edits.paste),
  };
}
