import { valueInWords } from './grid/cell-text';
import { contentOf, type CellView } from './grid/grid-model';
import { provenanceSentence } from './grid/provenance-sentence';
import type { Unit } from '../api/queries';

interface SelectedCellProps {
  readonly id: string;
  /** Null where the parameter has no value of that year. */
  readonly view: CellView | null;
  readonly unit: Unit;
  readonly label: string;
  readonly canEdit: boolean;
  /** True where the grid shows several parameters: what this one means is then told here. */
  readonly isOneOfSeveral: boolean;
  readonly onReset: () => void;
}

function entryInWords(view: CellView): string | null {
  const { draft, definition } = view;
  if (draft === null) return null;
  if (draft.findings.length > 0) return draft.findings.map((finding) => finding.message).join(' ');
  if (draft.state === 'conflict') return 'Someone else changed this cell meanwhile: choose below.';
  if (draft.content.kind === 'inherited') return 'Going back to the inherited value.';
  if (draft.content.kind === 'own') return `Entered now: ${valueInWords(draft.content.value, definition)}.`;
  return null;
}

/** Tells about the selected cell: its value, where that comes from, and what stands in its way. */
export function SelectedCell(props: SelectedCellProps) {
  const { id, view, unit, label, canEdit, onReset } = props;
  if (view === null) {
    return (
      <div className="wt-selected-cell">
        <p id={id} className="wt-selected-cell__text">
          <strong>{label}:</strong> one value, in the first year’s cell, serves all years.
        </p>
      </div>
    );
  }
  const entered = entryInWords(view);
  return (
    <div className="wt-selected-cell">
      <p id={id} className="wt-selected-cell__text">
        <strong>{label}:</strong> {entered ?? provenanceSentence(view, view.definition, unit)}
      </p>
      {props.isOneOfSeveral ? (
        <p className="wt-selected-cell__text wt-secondary">{view.definition.description}</p>
      ) : null}
      {canEdit && contentOf(view).kind !== 'inherited' ? (
        <button type="button" className="wt-link-button" onClick={onReset}>
          Reset to the inherited value
        </button>
      ) : null}
    </div>
  );
}
