export * from './cross-check';
export * from './national-position';
export { runCrossChecks } from './run-cross-checks';
export * from './national-picture';
export {
  NationalService,
  type NationalRound,
  type RoundCrossChecks,
  type RoundPicture,
} from './national.service';
