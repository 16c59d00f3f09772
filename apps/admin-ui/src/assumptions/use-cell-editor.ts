import { useEffect, useState, type KeyboardEvent } from 'react';
import { cellAt, textOf, type GridView } from './grid/grid-model';
import type { TypingStore } from './grid/kept-typing';
import type { Position } from './grid/selection';
import type { GridEdits } from './use-grid-edits';

/** A text being typed: `replace` began by typing over the value, `change` by opening it. */
export interface CellEditor {
  readonly text: string;
  readonly initial: string;
  readonly mode: 'replace' | 'change';
}

/** An open editor with what its keys and its text do. */
export interface CellEditing {
  readonly editor: CellEditor;
  readonly onText: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onCommit: () => void;
}

/** The editor as it was left when the page was loaded again in the middle of an entry. */
function unfinished(view: GridView, focus: Position, typing: TypingStore): CellEditor | null {
  const kept = typing.read();
  const shown = cellAt(view, focus);
  if (kept === null || shown?.key !== kept.cell || !view.canEdit) return null;
  return { mode: 'change', initial: textOf(shown), text: kept.text };
}

/** The cell's editor: opened by typing, F2, Enter or a double click; closed by committing or Escape. */
export function useCellEditor(view: GridView, focus: Position, edits: GridEdits, typing: TypingStore) {
  const [editor, setEditor] = useState<CellEditor | null>(() => unfinished(view, focus, typing));
  const cell = cellAt(view, focus)?.key ?? null;
  useEffect(() => {
    if (editor !== null && cell !== null) typing.keep({ cell, text: editor.text });
  }, [editor, cell, typing]);
  const close = () => {
    typing.forget();
    setEditor(null);
  };
  const open = (mode: CellEditor['mode'], typed: string) => {
    const shown = cellAt(view, focus);
    if (shown === null || !edits.canEdit()) return;
    const initial = textOf(shown);
    // The answers of a choice are picked, not typed over.
    if (shown.definition.choices !== undefined) setEditor({ mode: 'change', initial, text: initial });
    else setEditor({ mode, initial, text: mode === 'change' ? initial : typed });
  };
  const commit = () => {
    if (editor !== null && editor.text !== editor.initial) edits.type(editor.text);
    close();
  };
  const type = (text: string) => setEditor((current) => (current === null ? null : { ...current, text }));
  return { editor, open, commit, type, cancel: close };
}

/** What opens, fills and closes the editor. */
export type CellEditorControl = ReturnType<typeof useCellEditor>;
