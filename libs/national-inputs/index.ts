export {
  ENVELOPES,
  type EnvelopeCode,
  type EnvelopeLine,
  type NationalInputKind,
  type NationalInputLines,
  type NationalSubmission,
  type TrainingSupplyLine,
} from './envelope';
export { currentSubmission, readEnvelopes, readTrainingSupply } from './national-inputs.reader';
export { NationalInputsService, type NewSubmission, type SubmissionOutcome } from './national-inputs.service';
