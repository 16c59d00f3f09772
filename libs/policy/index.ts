export type {
  InternationalRecruitmentPolicy,
  RecruitmentCountry,
  RecruitmentCountryFact,
  RecruitmentFee,
} from './international-data';
export type {
  ApprenticeshipStandardFact,
  DatedValue,
  FundingBandFact,
  LevyPolicy,
  LevyStandard,
} from './levy-data';
export * from './fact-origin';
export * from './policy-data';
export type {
  EqualityClusterFact,
  EqualityIndicatorFact,
  LikelihoodDirection,
  RepresentationPolicy,
  WorkforceType,
} from './representation-data';
export { loadPolicy } from './load-policy';
export { PolicyFileError } from './policy-file-error';
export { projectionPolicy } from './projection-policy';
