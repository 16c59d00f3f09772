import type { ParameterDefinition } from '#modules/registry';
import { valueInWords } from './grid/cell-text';
import { contentOf, type CellView } from './grid/grid-model';
import { provenanceSentence } from './grid/provenance-sentence';
import type { Unit } from '../api/queries';

interface SelectedCellProps {
  readonly id: string;
  readonly view: CellView;
  readonly definition: ParameterDefinition;
  readonly unit: Unit;
  readonly label: string;
  readonly canEdit: boolean;
  readonly onReset: () => void;
}

function entryInWords(view: CellView, definition: ParameterDefinition): string | null {
  const { draft } = view;
  if (draft === null) return null;
  if (draft.findings.length > 0) return draft.findings.map((finding) => finding.message).join(' ');
  if (draft.state === 'conflict') return 'Someone else changed this cell meanwhile: choose below.';
  if (draft.content.kind === 'inherited') return 'Going back to the inherited value.';
  if (draft.content.kind === 'own') return `Entered now: ${valueInWords(draft.content.value, definition)}.`;
  return null;
}

/** Tells about the selected cell: its value, where that comes from, and what stands in its way. */
export function SelectedCell(props: SelectedCellProps) {
  const { id, view, definition, unit, label, canEdit, onReset } = props;
  const entered = entryInWords(view, definition);
  return (
    <div className="wt-selected-cell">
      <p id={id} className="wt-selected-cell__text">
        <strong>{label}:</strong> {entered === null ? provenanceSentence(view, definition, unit) : entered}
      </p>
      {canEdit && contentOf(view).kind !== 'inherited' ? (
        <button type="button" className="wt-link-button" onClick={onReset}>
          Reset to the inherited value
        </button>
      ) : null}
    </div>
  );
}
