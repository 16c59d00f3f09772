import type { MeasureDefinitions } from '../projection/measure-definition';

const REGISTERS = ['apprenticeship-levy.starts', 'apprenticeship-levy.in-training'];

/** Apprentices in training, their time, and who stands in for them. */
export const APPRENTICESHIP_MEASURES: MeasureDefinitions<
  | 'apprentices-in-training-headcount'
  | 'apprenticeship-training-fte'
  | 'apprenticeship-backfill-fte'
  | 'apprenticeship-backfill-cost'
> = {
  'apprentices-in-training-headcount': {
    label: 'Apprentices in training',
    unit: 'headcount',
    kind: 'stock',
    formula: 'starts so far less those who withdrew or completed',
    parts: [],
    parameters: ['apprenticeship-levy.completion-rate'],
    registers: REGISTERS,
  },
  'apprenticeship-training-fte': {
    label: 'Training time of apprentices',
    unit: 'fte',
    kind: 'level',
    formula:
      'WTE available before training x apprentices in training / mean headcount x share of time off the job',
    parts: ['headcount', 'apprentices-in-training-headcount'],
    parameters: ['apprenticeship-levy.off-the-job-share'],
    registers: REGISTERS,
  },
  'apprenticeship-backfill-fte': {
    label: 'Backfill for apprentices',
    unit: 'fte',
    kind: 'level',
    formula: 'training time of apprentices x share backfilled',
    parts: ['apprenticeship-training-fte'],
    parameters: ['apprenticeship-levy.backfill-share'],
    registers: [],
  },
  'apprenticeship-backfill-cost': {
    label: 'Cost of backfill for apprentices',
    unit: 'pounds',
    kind: 'flow',
    formula:
      'backfill x (basic pay + high cost area supplement + National Insurance + local pension of a mean WTE of the group) x (1 + extra cost of backfill)',
    parts: [
      'apprenticeship-backfill-fte',
      'pay-bill-basic',
      'pay-bill-high-cost-area',
      'pay-bill-national-insurance',
      'pay-bill-pension-local',
    ],
    parameters: ['apprenticeship-levy.backfill-premium'],
    registers: [],
  },
};
