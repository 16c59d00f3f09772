import type { Lever } from '../model';

/** A lever as the catalogue offers it: what a planner starts from, and changes. */
export type OfferedLever = Lever & {
  /** Where effect and price come from. */
  readonly source: string;
};

const JUDGEMENT = 'Judgement: replace by your own evaluation before a plan rests on it';

/** Staff groups that a system plans nursing with. */
export const NURSING = 'nurses-and-health-visitors';
export const NURSING_SUPPORT = 'support-to-doctors-nurses-and-midwives';

type Sketch = Pick<Lever, 'key' | 'label' | 'unit' | 'action' | 'unitCost'> &
  Partial<OfferedLever> & {
    /** Most units a year, the same in all years, or one for each. */
    readonly mostAYear: number | readonly number[];
  };

function offered({ mostAYear, ...sketch }: Sketch, staffGroup: string, years: number): OfferedLever {
  const most = Array.from({ length: years }, (_, year) =>
    typeof mostAYear === 'number' ? mostAYear : (mostAYear[Math.min(year, mostAYear.length - 1)] ?? 0),
  );
  return {
    staffGroup,
    mostPer: 'head',
    costPer: 'organisation',
    ramp: null,
    leadMonths: 0,
    wholeUpTo: 0,
    pool: null,
    funded: 'own-means',
    source: JUDGEMENT,
    ...sketch,
    most,
  };
}

const PROGRAMME = { mostPer: 'organisation', costPer: 'head' } as const;

function adds(parameter: string, staffGroup: string, effect: number): Lever['action'] {
  return { kind: 'assumption', parameter, staffGroup, effect };
}

/** Levers by which people stay. */
function retentionLevers(staffGroup: string): readonly Sketch[] {
  return [
    {
      ...PROGRAMME,
      key: 'flexible-working',
      label: 'Flexible working',
      unit: 'share of staff reached',
      action: {
        kind: 'retention-coverage',
        name: 'Flexible working',
        staffGroup,
        effect: 0.15,
        evidence: JUDGEMENT,
      },
      mostAYear: [0.2, 0.4, 0.6],
      unitCost: 250,
      funded: 'outside-funding',
    },
    {
      ...PROGRAMME,
      key: 'turnover-programme',
      label: 'Retention programme',
      unit: 'tenth of a point of turnover',
      action: adds('retention.leaver-rate', staffGroup, -0.001),
      mostAYear: 5,
      ramp: 2,
      unitCost: 80,
    },
  ];
}

/** Levers by which people join or qualify. */
function recruitmentLevers(staffGroup: string): readonly Sketch[] {
  return [
    {
      key: 'overseas-offers',
      label: 'Overseas offers',
      unit: 'offer',
      action: adds('international-recruitment.offers', staffGroup, 1),
      mostAYear: 0.02,
      ramp: 0.01,
      leadMonths: 3,
      unitCost: 0,
      source: 'Priced by the projection: fees, travel and pay while awaiting registration',
    },
    {
      key: 'newly-qualified',
      label: 'Newly qualified recruits',
      unit: 'person',
      action: adds('training-supply.newly-qualified', staffGroup, 1),
      mostAYear: 0.015,
      leadMonths: 12,
      unitCost: 3_000,
    },
    {
      key: 'labour-market',
      label: 'Recruits from outside the NHS',
      unit: 'person',
      action: adds('growth.joiners-wider-labour-market', staffGroup, 1),
      mostAYear: 0.01,
      unitCost: 2_000,
    },
    {
      key: 'return-from-leave',
      label: 'Returners from unpaid leave',
      unit: 'person',
      action: adds('retention.return-from-leave', staffGroup, 1),
      mostAYear: 0.004,
      unitCost: 1_500,
    },
    {
      key: 'conversions',
      label: 'Support staff who qualify',
      unit: 'person',
      action: adds('skill-mix.conversions', staffGroup, 1),
      mostAYear: 0.01,
      leadMonths: 24,
      unitCost: 9_000,
      funded: 'outside-funding',
    },
  ];
}

/** Levers by which those in post get more done, or are less replaced by agency staff. */
function availabilityLevers(staffGroup: string): readonly Sketch[] {
  return [
    {
      ...PROGRAMME,
      key: 'sickness-programme',
      label: 'Sickness programme',
      unit: 'tenth of a point of sickness',
      action: adds('sickness-absence.rate', staffGroup, -0.001),
      mostAYear: 8,
      ramp: 3,
      unitCost: 60,
    },
    {
      ...PROGRAMME,
      key: 'agency-reduction',
      label: 'Reduction of agency use',
      unit: 'point',
      action: adds('temporary-staffing.agency-reduction', staffGroup, 0.01),
      mostAYear: 40,
      unitCost: 0,
      source: 'Priced by the projection: what agency staff would have cost',
    },
    {
      ...PROGRAMME,
      key: 'productivity',
      label: 'Productivity programme',
      unit: 'tenth of a point of productivity',
      action: adds('efficiency.productivity', staffGroup, 0.001),
      mostAYear: 2,
      unitCost: 120,
    },
  ];
}

/**
 * The ten levers that systems usually have for a registered staff group. Amounts of people are bounded as shares of the
 * group's headcount, programmes as points of the assumption that they move.
 */
export function usualLevers(staffGroup: string, years: number): readonly OfferedLever[] {
  return [
    ...retentionLevers(staffGroup),
    ...recruitmentLevers(staffGroup),
    ...availabilityLevers(staffGroup),
  ].map((sketch) => offered(sketch, staffGroup, years));
}
