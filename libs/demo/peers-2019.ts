import type { PeerFigures, PeerSource } from '#assumptions';

const LEAVERS: PeerFigures['leaverRate'] = {
  value: 0.107,
  low: 0.08,
  high: 0.14,
  source:
    'nurses and health visitors, England, 2017/18, for want of other groups by March 2019; range judgement',
};

function sickness(value: number, source: string): PeerFigures['sickness'] {
  return { value, source };
}

const ALL_STAFF_SICKNESS = sickness(0.0425, 'all HCHS staff, England, 2014/15');

const SICKNESS_2016 = 'NHS sickness absence rates, England, April to June 2016';

const SICKNESS: Readonly<Record<string, PeerFigures['sickness']>> = {
  'hchs-doctors': sickness(0.0122, `${SICKNESS_2016}, medical and dental`),
  'nurses-and-health-visitors': sickness(0.0458, `${SICKNESS_2016}, nursing and midwifery`),
  midwives: sickness(0.0458, `${SICKNESS_2016}, nursing and midwifery`),
  'ambulance-staff': sickness(0.0508, `${SICKNESS_2016}, ambulance staff`),
  'support-to-doctors-nurses-and-midwives': sickness(
    0.06,
    `${SICKNESS_2016}, healthcare assistants and support`,
  ),
};

/**
 * National figures that had been published by March 2019, so that the founding round knows nothing of
 * what came after. Leavers by group had not been; joiners by difference make the stock independent of
 * that rate, which only splits the flows.
 */
export const peersKnownIn2019: PeerSource = (staffGroup) => ({
  leaverRate: LEAVERS,
  sickness: SICKNESS[staffGroup] ?? ALL_STAFF_SICKNESS,
});
