import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { EditingSession } from './grid/editing-session';
import { cellAt, textOf, type GridView } from './grid/grid-model';
import {
  clampSelection,
  moveSelection,
  select,
  type Position,
  type Press,
  type Selection,
} from './grid/selection';
import { useGridEdits, type GridEdits } from './use-grid-edits';

/** A text being typed: `replace` began by typing over the value, `change` by opening it. */
export interface CellEditor {
  readonly text: string;
  readonly initial: string;
  readonly mode: 'replace' | 'change';
}

/** What the grid's parts need in order to act. */
export interface GridController {
  readonly selection: Selection;
  readonly editor: CellEditor | null;
  readonly edits: GridEdits;
  readonly select: (position: Position, extend: boolean) => void;
  readonly openEditor: () => void;
  readonly typeText: (text: string) => void;
  readonly commit: () => void;
  readonly onGridKey: (event: KeyboardEvent) => void;
  readonly onEditorKey: (event: KeyboardEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

interface GridControllerInput {
  readonly view: GridView;
  readonly session: EditingSession;
  readonly selection: Selection;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly onSelect: (selection: Selection) => void;
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

/** The edit that a key with Ctrl (or Command) asks for; false where it is the browser's. */
function runCommand(event: KeyboardEvent, edits: GridEdits): boolean {
  switch (event.key.toLowerCase()) {
    case 'z':
      (event.shiftKey ? edits.redo : edits.undo)();
      return true;
    case 'y':
      edits.redo();
      return true;
    case 'd':
      edits.fill('down');
      return true;
    case 'r':
      edits.fill('right');
      return true;
    default:
      return false;
  }
}

/** The cell's editor: opened by typing, F2, Enter or a double click; closed by committing or Escape. */
function useCellEditor(view: GridView, focus: Position, edits: GridEdits) {
  const [editor, setEditor] = useState<CellEditor | null>(null);
  const open = (mode: CellEditor['mode'], typed: string) => {
    const shown = cellAt(view, focus);
    if (shown === null || !edits.canEdit()) return;
    const initial = textOf(view, shown);
    setEditor({ mode, initial, text: mode === 'change' ? initial : typed });
  };
  const commit = () => {
    if (editor !== null && editor.text !== editor.initial) edits.type(editor.text);
    setEditor(null);
  };
  const type = (text: string) => setEditor((current) => (current === null ? null : { ...current, text }));
  return { editor, open, commit, type, cancel: () => setEditor(null) };
}

type CellEditing = ReturnType<typeof useCellEditor>;

/** What a key without Ctrl does in a cell; false where it is the browser's, as Tab is. */
function runKey(event: KeyboardEvent, edits: GridEdits, editing: CellEditing): boolean {
  if (event.key === 'F2' || event.key === 'Enter') editing.open('change', '');
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
  const editing = useCellEditor(view, selection.focus, edits);
  const { editor } = editing;
  const wantFocus = useCellFocus(input.table, selection.focus, editor !== null);

  const move = (press: Press): boolean => {
    const moved = moveSelection(selection, press, view.extent);
    if (moved === null) return false;
    wantFocus();
    onSelect(moved);
    return true;
  };
  const onGridKey = (event: KeyboardEvent) => {
    if (editor !== null) return;
    const press = { key: event.key, extend: event.shiftKey, jump: isCommand(event) };
    const act = isCommand(event) ? () => runCommand(event, edits) : () => runKey(event, edits, editing);
    if (move(press) || act()) event.preventDefault();
  };
  const onEditorKey = (event: KeyboardEvent) => {
    const leavesByArrow = editor?.mode === 'replace' && event.key.startsWith('Arrow');
    if (event.key === 'Escape') editing.cancel();
    else if (event.key === 'Enter' || leavesByArrow) editing.commit();
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
    editor,
    edits,
    select: (position, extend) =>
      onSelect(extend ? { anchor: selection.anchor, focus: position } : select(position)),
    openEditor: () => editing.open('change', ''),
    typeText: editing.type,
    commit: editing.commit,
    onGridKey,
    onEditorKey,
    onCopy: ownClipboard(edits.copy),
    onPaste: ownClipboard(edits.paste),
  };
}
