export { bandOf, type Band } from './draw-bands';
export { DrawRoom } from './draw-room';
export { prepareFigures, UnknownFigureError, type Figure, type FiguresUnder } from './figure';
export { headlineInput } from './headline-input';
export { projectDraws } from './project-draws';
export {
  HEADLINE_MEASURES,
  seriesOf,
  type DrawRange,
  type HeadlineMeasure,
  type ProjectionDraws,
} from './projection-draws';
export {
  addToSum,
  draftSum,
  DrawsMismatchError,
  frameOfSum,
  joinDraws,
  numbersOfSum,
  restoreDraws,
  sumDraws,
  takeFromSum,
  yearEndsOf,
  type SumFrame,
} from './sum-draws';
export {
  drawMember,
  frameOfMembers,
  rangesOf,
  type MemberOfSum,
  type MemberQuestion,
  type RangesOfNode,
  type SumMonths,
} from './ranges-of-sum';
export { tornado, type Tornado, type TornadoBar } from './tornado';
export {
  varianceShares,
  type VarianceOptions,
  type VarianceShare,
  type VarianceShares,
} from './variance-shares';
