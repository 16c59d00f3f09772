import type { JoinerSource } from '#engine';

/** The parameter that plans the joiners of a source, in the order in which a group's plans are made. */
export const PLANNED_JOINERS = {
  'newly-qualified': 'training-supply.newly-qualified',
  international: 'international-recruitment.arrivals-registered',
  'wider-labour-market': 'growth.joiners-wider-labour-market',
  'same-system': 'growth.joiners-same-system',
  'other-nhs': 'growth.joiners-other-nhs',
  'return-to-practice': 'retention.return-to-practice',
  'return-from-leave': 'retention.return-from-leave',
  apprenticeship: 'apprenticeship-levy.completions',
} as const satisfies Partial<Record<JoinerSource, string>>;
