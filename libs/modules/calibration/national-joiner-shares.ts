import type { CalibratedSource, JoinerShares } from './calibration-evidence';

type Shares = Readonly<Record<CalibratedSource, number>>;

const SOURCE = 'national shares by staff group (judgement)';

const REGISTERED: Shares = {
  'newly-qualified': 0.22,
  international: 0,
  'wider-labour-market': 0.26,
  'same-system': 0.13,
  'other-nhs': 0.25,
  'return-to-practice': 0.02,
  'return-from-leave': 0.1,
  apprenticeship: 0.02,
};

const UNREGISTERED: Shares = {
  'newly-qualified': 0,
  international: 0,
  'wider-labour-market': 0.62,
  'same-system': 0.1,
  'other-nhs': 0.18,
  'return-to-practice': 0,
  'return-from-leave': 0.09,
  apprenticeship: 0.01,
};

const MEDICAL: Shares = {
  'newly-qualified': 0.15,
  international: 0,
  'wider-labour-market': 0.2,
  'same-system': 0.2,
  'other-nhs': 0.38,
  'return-to-practice': 0.01,
  'return-from-leave': 0.06,
  apprenticeship: 0,
};

const BY_GROUP: Readonly<Record<string, Shares>> = {
  'hchs-doctors': MEDICAL,
  'nurses-and-health-visitors': REGISTERED,
  midwives: REGISTERED,
  'ambulance-staff': REGISTERED,
  'scientific-therapeutic-and-technical-staff': REGISTERED,
};

/** Shares of joiners by source for a leaf staff group; no published split exists, so they are judgement. */
export function nationalJoinerShares(staffGroup: string): JoinerShares {
  return { shares: BY_GROUP[staffGroup] ?? UNREGISTERED, source: SOURCE };
}
