import { routeInto } from '../catalogue';
import {
  internationalShareLimit,
  levyLimit,
  payBillLimit,
  registeredShareFloor,
  representationLimit,
  shortfallLimit,
  supervisionLimit,
  temporaryCap,
  type Limit,
} from '../plan';
import type { AskedLimit, LimitKind } from './asked';

/** How a kind of limit is written down and shown. */
export interface OfferedLimit {
  readonly kind: LimitKind;
  readonly label: string;
  readonly sense: 'at-most' | 'at-least';
  /** `times-planned` is entered as a percentage of what the plan has. */
  readonly unit: 'fte' | 'pounds' | 'share' | 'times-planned';
  /** Whether it is about a staff group. */
  readonly isOfGroup: boolean;
  /** What planners usually begin with, in the unit; null where it is their own decision. */
  readonly usual: number | null;
}

const TOGETHER = { organisation: null } as const;

/** The support staff who learn and work beside a registered group; null where none is known. */
function supportOf(staffGroup: string): string | null {
  return routeInto(staffGroup)?.support ?? null;
}

/** Every kind of limit that makes sense for a staff group, or for the whole organisation (null). */
export function offeredLimits(staffGroup: string | null): readonly OfferedLimit[] {
  return OFFERED.filter(({ kind, isOfGroup }) => {
    if (isOfGroup !== (staffGroup !== null)) return false;
    return kind !== 'registered-share' || supportOf(staffGroup ?? '') !== null;
  });
}

const OFFERED: readonly OfferedLimit[] = [
  {
    kind: 'shortfall',
    label: 'Shortfall after bank and agency',
    sense: 'at-most',
    unit: 'fte',
    isOfGroup: true,
    usual: null,
  },
  {
    kind: 'registered-share',
    label: 'Registered share of registered and support staff',
    sense: 'at-least',
    unit: 'share',
    isOfGroup: true,
    usual: null,
  },
  {
    kind: 'international-share',
    label: 'International share of joiners',
    sense: 'at-most',
    unit: 'share',
    isOfGroup: true,
    usual: 0.12,
  },
  {
    kind: 'supervision',
    label: 'Learners for each member of staff who can supervise',
    sense: 'at-most',
    unit: 'share',
    isOfGroup: true,
    usual: 0.1,
  },
  {
    kind: 'representation',
    label: 'BME share of those whose ethnicity is known',
    sense: 'at-least',
    unit: 'share',
    isOfGroup: true,
    usual: null,
  },
  {
    kind: 'bank-use',
    label: 'Bank staff',
    sense: 'at-most',
    unit: 'fte',
    isOfGroup: true,
    usual: null,
  },
  {
    kind: 'agency-use',
    label: 'Agency staff',
    sense: 'at-most',
    unit: 'fte',
    isOfGroup: true,
    usual: null,
  },
  {
    kind: 'pay-bill',
    label: 'Pay bill',
    sense: 'at-most',
    unit: 'times-planned',
    isOfGroup: false,
    usual: 1.006,
  },
  {
    kind: 'control-total',
    label: 'Pay held against the control total',
    sense: 'at-most',
    unit: 'times-planned',
    isOfGroup: false,
    usual: null,
  },
  {
    kind: 'levy-expired',
    label: 'Apprenticeship levy funds that expire',
    sense: 'at-most',
    unit: 'pounds',
    isOfGroup: false,
    usual: null,
  },
  {
    kind: 'levy-not-covered',
    label: 'Apprenticeship payments that the levy does not cover',
    sense: 'at-most',
    unit: 'pounds',
    isOfGroup: false,
    usual: null,
  },
];

/** The limit as the optimiser keeps it, over all organisations together, its bound as asked. */
export function limitOf({ kind, staffGroup, year, bound }: AskedLimit): Limit {
  const group = staffGroup ?? '';
  switch (kind) {
    case 'shortfall':
      return shortfallLimit(TOGETHER, { staffGroups: [group], year, most: bound });
    case 'pay-bill':
    case 'control-total':
      return payBillLimit(TOGETHER, { year, most: bound, basis: kind });
    case 'levy-expired':
      return levyLimit(TOGETHER, { year, what: 'expired', most: bound });
    case 'levy-not-covered':
      return levyLimit(TOGETHER, { year, what: 'not-covered', most: bound });
    case 'bank-use':
      return temporaryCap(TOGETHER, { staffGroup: group, year, what: 'bank', most: bound });
    case 'agency-use':
      return temporaryCap(TOGETHER, { staffGroup: group, year, what: 'agency', most: bound });
    case 'international-share':
      return internationalShareLimit(TOGETHER, { staffGroup: group, year, most: bound });
    case 'representation':
      return representationLimit(TOGETHER, { staffGroup: group, bands: null, year, least: bound });
    default:
      return shareBesideSupport({ kind, group, year, bound });
  }
}

function shareBesideSupport({
  kind,
  group,
  year,
  bound,
}: {
  readonly kind: 'registered-share' | 'supervision';
  readonly group: string;
  readonly year: number;
  readonly bound: number;
}): Limit {
  const support = supportOf(group);
  if (kind === 'supervision') {
    const learnersIn = support === null ? [] : [support];
    return supervisionLimit(TOGETHER, { staffGroup: group, learnersIn, year, most: bound });
  }
  return registeredShareFloor(TOGETHER, { registered: group, support: support ?? group, year, least: bound });
}
