import type { CellView } from './grid/grid-model';

/** The figures that say how many stay; which of them counts is a choice of the staff group. */
const FIGURES: readonly string[] = ['retention.leaver-rate', 'retention.stability-index'];

/** True for cells whose value can be entered as what it saves. */
export function isRetentionFigure({ definition }: CellView): boolean {
  return FIGURES.includes(definition.key);
}
