import type { Lever } from '../model';
import { routeInto, type StaffRoute } from './staff-routes';

/** A lever as the catalogue offers it: what a planner starts from, and changes. */
export type OfferedLever = Lever & {
  /** Where effect and price come from. */
  readonly source: string;
};

const JUDGEMENT = 'Judgement: replace by your own evaluation before a plan rests on it';

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

/** In a small team people are counted, not shared out. */
const FEW_PEOPLE = { wholeUpTo: 5 } as const;
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
      ...FEW_PEOPLE,
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
      ...FEW_PEOPLE,
      key: 'newly-qualified',
      label: 'Newly qualified recruits',
      unit: 'person',
      action: adds('training-supply.newly-qualified', staffGroup, 1),
      mostAYear: 0.015,
      leadMonths: 12,
      unitCost: 3_000,
    },
    {
      ...FEW_PEOPLE,
      key: 'labour-market',
      label: 'Recruits from outside the NHS',
      unit: 'person',
      action: adds('growth.joiners-wider-labour-market', staffGroup, 1),
      mostAYear: 0.01,
      unitCost: 2_000,
    },
    {
      ...FEW_PEOPLE,
      key: 'return-from-leave',
      label: 'Returners from unpaid leave',
      unit: 'person',
      action: adds('retention.return-from-leave', staffGroup, 1),
      mostAYear: 0.004,
      unitCost: 1_500,
    },
    {
      ...FEW_PEOPLE,
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

/** Key of the levy that organisations receive from one another. */
export const LEVY_RECEIVED = 'levy-received';

/** Levy funds that one employer gives to another of the system, who pays for apprentices from them. */
function transferLevers(): readonly Sketch[] {
  const transfer = (direction: 'in' | 'out'): Lever['action'] => ({
    kind: 'register-number',
    register: 'apprenticeship-levy.transfers',
    field: 'pounds',
    values: { partner: 'Employers of the same plan', direction },
  });
  const common = {
    unit: 'pound',
    mostPer: 'organisation',
    mostAYear: 2_000_000,
    unitCost: 0.01,
    source:
      'Within the share of the funds of the year before that may be given. A penny in the pound: judgement',
  } as const;
  return [
    { ...common, key: 'levy-given', label: 'Levy given to other employers', action: transfer('out') },
    {
      ...common,
      key: LEVY_RECEIVED,
      label: 'Levy received from other employers',
      action: transfer('in'),
      suppliedBy: 'levy-given',
    },
  ];
}

/** Levers that rest on the staff who work beside a registered group. */
function routeLevers({ registered, support, standard, title }: StaffRoute): readonly Sketch[] {
  return [
    {
      ...FEW_PEOPLE,
      key: 'apprenticeship-starts',
      label: title,
      unit: 'start',
      action: {
        kind: 'register-number',
        register: 'apprenticeship-levy.starts',
        field: 'starts',
        values: { standard, donorGroup: support, targetGroup: registered, intakeMonth: '09' },
      },
      mostAYear: 0.01,
      unitCost: 2_500,
      source: `${JUDGEMENT}. The projection prices backfill; the levy account pays for training as far as it covers it`,
    },
    ...transferLevers(),
    {
      key: 'substitution',
      label: 'Work taken over by support staff',
      unit: 'WTE of support staff',
      action: {
        kind: 'register-number',
        register: 'skill-mix.substitutions',
        field: 'substituteFte',
        values: { name: 'Work taken over', staffGroup: registered, substituteGroup: support, coverage: 0.5 },
      },
      mostAYear: [0.005, 0.01, 0.015, 0.02, 0.025],
      ramp: 0.005,
      unitCost: 3_000,
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
      key: 'bank-share',
      label: 'Shifts moved from agency to bank',
      unit: 'point of temporary staffing',
      action: adds('temporary-staffing.bank-share-change', staffGroup, 0.01),
      mostAYear: [5, 10, 15],
      ramp: 5,
      unitCost: 2,
    },
    {
      ...PROGRAMME,
      key: 'bank-cap',
      label: 'Lower cap on bank staff',
      unit: 'tenth of a point of funded posts',
      action: {
        kind: 'cap',
        parameter: 'temporary-staffing.bank-cap',
        staffGroup,
        effect: -0.001,
        inUse: 'temporary-staffing.bank-at-start',
      },
      mostAYear: 10,
      unitCost: 0,
      source: 'Priced by the projection: what bank staff would have cost, and who takes their shifts',
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
 * The levers that systems usually have for a registered staff group, those that need support staff only where a route
 * from them is known. Amounts of people are bounded as shares of the group's headcount, programmes as points of the
 * assumption that they move.
 */
export function usualLevers(staffGroup: string, years: number): readonly OfferedLever[] {
  const route = routeInto(staffGroup);
  return [
    ...retentionLevers(staffGroup),
    ...recruitmentLevers(staffGroup),
    ...(route === undefined ? [] : routeLevers(route)),
    ...availabilityLevers(staffGroup),
  ].map((sketch) => offered(sketch, staffGroup, years));
}
