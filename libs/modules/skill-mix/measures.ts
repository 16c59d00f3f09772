import type { MeasureDefinitions } from '../projection/measure-definition';

/** What skill mix changes of the requirement. */
export const SKILL_MIX_MEASURES: MeasureDefinitions<'requirement-skill-mix'> = {
  'requirement-skill-mix': {
    label: 'Change of requirement through substitution',
    unit: 'fte',
    kind: 'stock',
    formula:
      'WTE of substitutes in this group - coverage x WTE of substitutes for this group, as far as the registered floor allows',
    parts: [],
    parameters: ['skill-mix.registered-floor'],
    registers: ['skill-mix.substitutions'],
  },
};
