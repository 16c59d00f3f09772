import { useEffect, useEffectEvent, useState, type FocusEvent, type MouseEvent } from 'react';
import { fillTarget, select, type Position, type Rectangle, type Selection } from './grid/selection';
import type { CellEditorControl } from './use-cell-editor';
import type { GridEdits } from './use-grid-edits';

/** What the mouse does on the grid, whichever of its cells it is over. */
export interface GridMouse {
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onMouseOver: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

interface GridMouseInput {
  readonly selection: Selection;
  readonly isEditing: boolean;
  readonly edits: GridEdits;
  readonly onSelect: (selection: Selection) => void;
  readonly open: CellEditorControl['open'];
}

/** The cell that an event happened in. */
function positionUnder(target: EventTarget): Position | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null;
  const [row, column] = (cell?.dataset['position'] ?? '').split(',').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

const isHandle = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-fill-handle]') !== null;

/** Follows a fill that is dragged from the selection's corner; it is done where the button is let go. */
function useFillDrag({ selection, edits }: Pick<GridMouseInput, 'selection' | 'edits'>) {
  const [target, setTarget] = useState<Rectangle | null>(null);
  const isDragging = target !== null;
  const finish = useEffectEvent(() => {
    if (target !== null) edits.fillTo(target);
    setTarget(null);
  });
  useEffect(() => {
    if (!isDragging) return undefined;
    const onUp = () => finish();
    window.addEventListener('mouseup', onUp);
    return () => window.removeEventListener('mouseup', onUp);
  }, [isDragging]);
  return {
    target,
    isDragging,
    dragTo: (position: Position) => setTarget(fillTarget(selection, position)),
  };
}

/** Selecting by mouse, with Shift and by dragging; filling by the handle; opening by a double click. */
export function useGridMouse(input: GridMouseInput): {
  readonly mouse: GridMouse;
  readonly fillTarget: Rectangle | null;
} {
  const { selection, isEditing, onSelect, open } = input;
  const drag = useFillDrag(input);
  const { focus, anchor } = selection;
  const isFocus = ({ row, column }: Position) => row === focus.row && column === focus.column;
  const extendTo = (position: Position) => onSelect({ anchor, focus: position });

  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0) return;
    if (isHandle(event.target)) {
      event.preventDefault();
      drag.dragTo(focus);
      return;
    }
    const position = positionUnder(event.target);
    if (position === null || (isEditing && isFocus(position))) return;
    if (event.shiftKey) extendTo(position);
    else onSelect(select(position));
  };
  const onMouseOver = (event: MouseEvent) => {
    const position = positionUnder(event.target);
    if (position === null || event.buttons !== 1 || isEditing) return;
    if (drag.isDragging) drag.dragTo(position);
    else if (!isFocus(position)) extendTo(position);
  };
  return {
    fillTarget: drag.target,
    mouse: {
      onMouseDown,
      onMouseOver,
      onDoubleClick: (event) => {
        if (positionUnder(event.target) !== null && !isEditing) open('change', '');
      },
      onFocus: (event) => {
        const isCell = event.target instanceof HTMLElement && event.target.dataset['position'] !== undefined;
        const position = positionUnder(event.target);
        if (isCell && position !== null && !isFocus(position) && !drag.isDragging) onSelect(select(position));
      },
    },
  };
}
