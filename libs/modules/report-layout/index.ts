export { arrangeRows, type RowArrangement, type RowReader } from './arrange-rows';
export { CHART_COLOURS } from './chart-colours';
export {
  COMPARED_LINES,
  gapShares,
  lessBy,
  lineIn,
  type ComparedGroup,
  type ComparedLine,
} from './compared-lines';
export {
  explainedRows,
  originWords,
  type ExplainedOrigin,
  type ExplainedRow,
  type ExplainedWithOrigins,
} from './explained-rows';
export { financialYearLabel } from './financial-year';
export { highlightsOf, warningsOf, withHighlights } from './highlights';
export { likelyRange, marchOf, type DrawnRange, type LikelyRange } from './likely-range';
export { isFigure, nameOfValue, reportUnitWords, type ReportValue } from './report-words';
export { shownTable, type ShownCell, type ShownColumn, type ShownRow, type ShownTable } from './shown-table';
export {
  shownEffects,
  shownParts,
  sumOfChanges,
  sumOfTornados,
  type Change,
  type Effect,
  type Effects,
} from './sums-of-answers';
export { askedSum, leavesBelow, sumIn, type AskedSum, type SummedGroup } from './sum-parts';
export {
  chosenOf,
  chosenRows,
  offeredChoices,
  type OfferedChoice,
  type OfferedChoices,
  type TableChoice,
} from './table-choice';
export { distinct, shapeOf, type ReportRow, type TableShape } from './table-shape';
