export {
  OUTTURN_METHODS,
  outturnErrors,
  type OutturnErrors,
  type OutturnMethod,
  type PlannedAndPublished,
} from './outturn-errors';
export { sicknessErrors, type SicknessErrors, type SicknessYear } from './sickness-errors';
