import { useState, type KeyboardEvent } from 'react';
import { cellAt, textOf, type GridView } from './grid/grid-model';
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

/** The cell's editor: opened by typing, F2, Enter or a double click; closed by committing or Escape. */
export function useCellEditor(view: GridView, focus: Position, edits: GridEdits) {
  const [editor, setEditor] = useState<CellEditor | null>(null);
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
    setEditor(null);
  };
  const type = (text: string) => setEditor((current) => (current === null ? null : { ...current, text }));
  return { editor, open, commit, type, cancel: () => setEditor(null) };
}

/** What opens, fills and closes the editor. */
export type CellEditorControl = ReturnType<typeof useCellEditor>;
