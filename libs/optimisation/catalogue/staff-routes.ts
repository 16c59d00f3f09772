/** How people reach a registered group from the staff who work beside it. */
export interface StaffRoute {
  readonly registered: string;
  /** Staff who learn and work beside the group. */
  readonly support: string;
  /** Apprenticeship by which they qualify, and what it is called. */
  readonly standard: string;
  readonly title: string;
}

/** Staff groups that a system plans nursing with. */
export const NURSING = 'nurses-and-health-visitors';
export const NURSING_SUPPORT = 'support-to-doctors-nurses-and-midwives';

/** The routes that have a degree apprenticeship among the standards of the levy's rules. */
const STAFF_ROUTES: readonly StaffRoute[] = [
  {
    registered: NURSING,
    support: NURSING_SUPPORT,
    standard: 'ST0781',
    title: 'Registered nurse degree apprentices',
  },
  {
    registered: 'scientific-therapeutic-and-technical-staff',
    support: 'support-to-scientific-therapeutic-and-technical-staff',
    standard: 'ST0519',
    title: 'Physiotherapist degree apprentices',
  },
  {
    registered: 'ambulance-staff',
    support: 'support-to-ambulance-staff',
    standard: 'ST0567',
    title: 'Paramedic degree apprentices',
  },
];

/** The route into a registered group; undefined where none is known. */
export function routeInto(staffGroup: string): StaffRoute | undefined {
  return STAFF_ROUTES.find(({ registered }) => registered === staffGroup);
}
