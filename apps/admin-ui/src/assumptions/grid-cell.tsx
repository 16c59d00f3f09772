import { useEffect, useRef } from 'react';
import { PROPOSED_BY_OPTIMISER, type ParameterDefinition } from '#modules/registry';
import { exactText, formatCell } from './grid/cell-text';
import { contentOf, type CellView } from './grid/grid-model';
import { isProposed } from './grid/cell-content';
import { needsReason, type Draft } from './grid/draft';
import type { CellEditing } from './use-cell-editor';

/** The open editor of a cell: a text, or the answers of a choice. */
function CellInput({ editing, definition, label, width }: CellInputProps) {
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const { mode } = editing.editor;
  useEffect(() => {
    input.current?.focus();
    if (mode === 'change' && input.current instanceof HTMLInputElement) input.current.select();
  }, [mode]);
  const common = {
    ref: input,
    className: 'wt-cell__input',
    'aria-label': label,
    value: editing.editor.text,
    onChange: (event: { target: { value: string } }) => editing.onText(event.target.value),
    onKeyDown: editing.onKey,
    onBlur: editing.onCommit,
  };
  if (definition.choices === undefined) return <input {...common} inputMode="decimal" autoComplete="off" />;
  return (
    <select {...common} style={width}>
      <option value="">Inherited value</option>
      {definition.choices.map((choice) => (
        <option key={choice.value} value={choice.label}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface CellInputProps {
  readonly editing: CellEditing;
  readonly definition: ParameterDefinition;
  readonly label: string;
  /** Of the answers of a choice. */
  readonly width: { readonly width: string } | undefined;
}

/** What the cell shows: the entry on its way, else the saved value. */
export function cellText({ cell, draft, definition }: CellView): string {
  const content = draft?.content;
  if (content === undefined) return formatCell(cell.value, definition);
  if (content.kind === 'unreadable') return content.text;
  if (content.kind === 'inherited') return '…';
  if (content.operation !== 'set') return formatCell(cell.value, definition);
  return formatCell(content.value, definition) || exactText(content.value, definition);
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

/** How a cell stands to the selection and to a fill that is being dragged. */
export interface CellPlace {
  readonly isSelected: boolean;
  readonly isFocus: boolean;
  readonly isFilled: boolean;
}

function classesOf(view: CellView, { isSelected, isFocus, isFilled }: CellPlace): string {
  const mark = markOf(view.draft);
  const isDefault = view.draft === null && view.cell.provenance.level === 'national-default';
  const names: readonly (readonly [string, boolean])[] = [
    ['wt-cell--choice', view.definition.choices !== undefined],
    ['wt-cell--own', contentOf(view).kind !== 'inherited'],
    ['wt-cell--default', isDefault],
    ['wt-cell--proposed', isProposed(contentOf(view))],
    [`wt-cell--${mark ?? ''}`, mark !== null],
    ['wt-cell--selected', isSelected],
    ['wt-cell--focus', isFocus],
    ['wt-cell--filled', isFilled],
  ];
  return ['wt-cell', ...names.filter(([, holds]) => holds).map(([name]) => name)].join(' ');
}

/** What the marks of a cell say to those who don't see them. */
function SpokenMarks({
  mark,
  view,
  other,
}: { readonly mark: keyof typeof MARK_WORDS | null } & Pick<GridCellProps, 'view' | 'other'>) {
  return (
    <>
      {isProposed(contentOf(view)) ? (
        <span className="nhsuk-u-visually-hidden">, {PROPOSED_BY_OPTIMISER}</span>
      ) : null}
      {mark === null ? null : <span className="nhsuk-u-visually-hidden">, {MARK_WORDS[mark]}</span>}
      {other === null ? null : <span className="nhsuk-u-visually-hidden">, {other} is in this cell</span>}
    </>
  );
}

/** What the pointer is told: who else is here, else an answer in full, which the cell may cut short. */
function titleOf(view: CellView, other: string | null): string | undefined {
  if (other !== null) return `${other} is in this cell`;
  return view.definition.choices === undefined ? undefined : cellText(view);
}

interface GridCellProps {
  readonly view: CellView;
  readonly position: string;
  readonly label: string;
  readonly place: CellPlace;
  /** Columns that an answer in words may run over, as a spreadsheet's text does into empty cells. */
  readonly spans: number;
  readonly describedBy: string;
  /** The open editor, where this is the cell being edited. */
  readonly editing: CellEditing | null;
  /** Who else is in the cell now. */
  readonly other: string | null;
}

/** One cell: its value, the marks of where it comes from and of what stands in its way, its editor. */
export function GridCell(props: GridCellProps) {
  const { view, position, label, place, describedBy, editing, other } = props;
  const width = view.definition.choices === undefined ? undefined : { width: `${props.spans * 100}%` };
  const mark = markOf(view.draft);
  return (
    <td
      role="gridcell"
      className={`${classesOf(view, place)}${other === null ? '' : ' wt-cell--visited'}`}
      title={titleOf(view, other)}
      tabIndex={place.isFocus && editing === null ? 0 : -1}
      aria-selected={place.isSelected}
      aria-describedby={place.isFocus ? describedBy : undefined}
      aria-invalid={mark === 'error' ? true : undefined}
      data-position={position}
      data-parameter={view.address.parameter}
      data-cell={`${view.address.staffGroup}.${view.address.year}`}
      data-state={view.draft?.state ?? 'saved'}
    >
      {editing === null ? (
        <>
          <span style={width}>{cellText(view)}</span>
          <SpokenMarks mark={mark} view={view} other={other} />
        </>
      ) : (
        <CellInput editing={editing} definition={view.definition} label={label} width={width} />
      )}
    </td>
  );
}

/** A year in which the parameter has no value of its own: it holds one for all years. */
export function EmptyCell({ position, place }: Pick<GridCellProps, 'position' | 'place'>) {
  return (
    <td
      role="gridcell"
      className={`wt-cell wt-cell--none${place.isSelected ? ' wt-cell--selected' : ''}${place.isFocus ? ' wt-cell--focus' : ''}`}
      tabIndex={place.isFocus ? 0 : -1}
      aria-selected={place.isSelected}
      aria-disabled="true"
      data-position={position}
    >
      <span className="nhsuk-u-visually-hidden">As in the first year</span>
    </td>
  );
}
