export { bandOf, type Band } from './draw-bands';
export { prepareFigures, UnknownFigureError, type Figure, type FiguresUnder } from './figure';
export { projectDraws } from './project-draws';
export {
  HEADLINE_MEASURES,
  seriesOf,
  type DrawRange,
  type HeadlineMeasure,
  type ProjectionDraws,
} from './projection-draws';
export { DrawsMismatchError, DrawSum, joinDraws, restoreDraws, sumDraws, yearEndsOf } from './sum-draws';
export { rangesOfSum, type RangesOfNode, type RangesOfSum, type SumQuestion } from './ranges-of-sum';
export { tornado, type Tornado, type TornadoBar } from './tornado';
export {
  varianceShares,
  type VarianceOptions,
  type VarianceShare,
  type VarianceShares,
} from './variance-shares';
