import { useEffect, useRef } from 'react';
import type { ParameterDefinition } from '#modules/registry';
import { exactText, formatCell } from './grid/cell-text';
import { contentOf, type CellView } from './grid/grid-model';
import { needsReason, type Draft } from './grid/draft';
import type { Position } from './grid/selection';
import type { GridController } from './use-grid-controller';

function CellInput({ controller, label }: { readonly controller: GridController; readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const mode = controller.editor?.mode;
  useEffect(() => {
    input.current?.focus();
    if (mode === 'change') input.current?.select();
  }, [mode]);
  return (
    <input
      ref={input}
      className="wt-cell__input"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      value={controller.editor?.text ?? ''}
      onChange={(event) => controller.typeText(event.target.value)}
      onKeyDown={controller.onEditorKey}
      onBlur={controller.commit}
    />
  );
}

/** What the cell shows: the entry on its way, else the saved value. */
export function cellText({ cell, draft }: CellView, definition: ParameterDefinition): string {
  const content = draft?.content;
  if (content === undefined) return formatCell(cell.value, definition);
  if (content.kind === 'unreadable') return content.text;
  if (content.kind === 'inherited') return '…';
  if (content.operation !== 'set') return formatCell(cell.value, definition);
  return formatCell(content.value, definition) || exactText(content.value, definition.unit);
}

function markOf(draft: Draft | null): 'error' | 'reason' | 'conflict' | null {
  if (draft === null) return null;
  if (draft.state === 'conflict') return 'conflict';
  if (needsReason(draft)) return 'reason';
  return draft.state === 'held' || draft.state === 'refused' ? 'error' : null;
}

const MARK_WORDS = {
  error: 'not saved: error',
  reason: 'not saved: give a reason',
  conflict: 'not saved: someone else changed it',
} as const;

function classesOf(view: CellView, isSelected: boolean, isFocus: boolean): string {
  const mark = markOf(view.draft);
  const isOwn = contentOf(view).kind !== 'inherited';
  const isDefault = view.draft === null && view.cell.provenance.level === 'national-default';
  return [
    'wt-cell',
    isOwn ? 'wt-cell--own' : '',
    isDefault ? 'wt-cell--default' : '',
    mark === null ? '' : `wt-cell--${mark}`,
    isSelected ? 'wt-cell--selected' : '',
    isFocus ? 'wt-cell--focus' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

interface GridCellProps {
  readonly view: CellView;
  readonly position: Position;
  readonly definition: ParameterDefinition;
  readonly label: string;
  readonly controller: GridController;
  readonly isSelected: boolean;
  readonly isFocus: boolean;
  readonly describedBy: string;
}

/** One cell: its value, the marks of where it comes from and of what stands in its way, its editor. */
export function GridCell(props: GridCellProps) {
  const { view, position, controller, isSelected, isFocus } = props;
  const isEditing = isFocus && controller.editor !== null;
  const mark = markOf(view.draft);
  return (
    <td
      role="gridcell"
      className={classesOf(view, isSelected, isFocus)}
      tabIndex={isFocus && !isEditing ? 0 : -1}
      aria-selected={isSelected}
      aria-describedby={isFocus ? props.describedBy : undefined}
      aria-invalid={mark === 'error' ? true : undefined}
      data-position={`${position.row},${position.column}`}
      data-cell={`${view.address.staffGroup}.${view.address.year}`}
      data-state={view.draft?.state ?? 'saved'}
      onMouseDown={(event) => {
        if (event.button === 0 && !isEditing) controller.select(position, event.shiftKey);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1 && controller.editor === null) controller.select(position, true);
      }}
      onFocus={(event) => {
        if (!isFocus && event.target === event.currentTarget) controller.select(position, false);
      }}
      onDoubleClick={controller.openEditor}
    >
      {isEditing ? (
        <CellInput controller={controller} label={props.label} />
      ) : (
        <>
          <span>{cellText(view, props.definition)}</span>
          {mark === null ? null : <span className="nhsuk-u-visually-hidden">, {MARK_WORDS[mark]}</span>}
        </>
      )}
    </td>
  );
}
