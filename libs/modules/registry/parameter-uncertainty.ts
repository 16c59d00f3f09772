import type { UncertaintyFamily } from '#engine';

import type { ParameterDefinition, ParameterUncertainty } from './parameter-definition';

const BY_FORM = 'Judgement by the kind of parameter';
/** Common part of errors of a rate: labour market and policy move all organisations, local causes each. */
const RATE_SHARE = 0.5;
/** Numbers that an organisation plans itself err mostly by themselves. */
const COUNT_SHARE = 0.3;

/** The stated uncertainty of a parameter, or the one of its kind. */
export function uncertaintyOf(
  definition: Pick<ParameterDefinition, 'unit' | 'minimum' | 'maximum' | 'uncertainty'>,
): ParameterUncertainty {
  if (definition.uncertainty !== undefined) return definition.uncertainty;
  const judged = (family: UncertaintyFamily, nationalShare: number): ParameterUncertainty => ({
    family,
    nationalShare,
    source: BY_FORM,
    status: 'judgement',
  });
  switch (definition.unit) {
    case 'share':
    case 'share-a-year':
      return judged(definition.minimum < 0 ? 'split-normal' : 'log-split-normal', RATE_SHARE);
    case 'fte-per-head':
    case 'ratio':
      return judged('log-split-normal', RATE_SHARE);
    case 'months':
      return judged('pert', RATE_SHARE);
    default:
      return judged('split-normal', COUNT_SHARE);
  }
}
