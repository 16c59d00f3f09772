import { pow } from '#engine';
import type { HighCostAreaPolicy } from '#policy';

import { ALL_STAFF, type RateContext } from '../compilation';
import type { ProjectionInput, StaffGroupInput } from '../projection/projection-input';

/** Full-time pay of one band by financial year from the year before the round's first, pounds a year. */
export interface BandPay {
  readonly basic: readonly number[];
  /** High cost area supplement; 0 outside London and its fringe and for bands that are not Agenda for Change. */
  readonly supplement: readonly number[];
}

/** What pay by band is made from. */
export interface PayContext extends Pick<RateContext, 'assumptions'> {
  readonly input: Pick<ProjectionInput, 'bands' | 'calendar' | 'policy'>;
}

/** Answers of `pay-bill.high-cost-area`, in the order of its choices. */
const ZONES = [null, 'inner', 'outer', 'fringe'] as const;
type Zone = (typeof ZONES)[number];

/** The organisation's zone; null for none. */
export function highCostZone({ assumptions }: Pick<RateContext, 'assumptions'>): Zone {
  return ZONES[assumptions.atStart('pay-bill.high-cost-area', ALL_STAFF)] ?? null;
}

/** Pay of every band of a group, in the order of the bands. */
export function bandPays(group: StaffGroupInput, context: PayContext): readonly BandPay[] {
  const terms = payTerms(group, context);
  return context.input.bands.map((band) => payOfBand(band, terms, context));
}

/** Pay of one band, which the group need not have. */
export function bandPay(band: string, group: StaffGroupInput, context: PayContext): BandPay {
  return payOfBand(band, payTerms(group, context), context);
}

/** What is assumed of a group's pay in every band. */
interface PayTerms {
  readonly zone: Zone;
  /** Position in the scale, from its middle (0) to its ends (-0.5 and 0.5). */
  readonly fromMiddle: number;
  /** Drift by year, multiplied. */
  readonly drift: readonly number[];
  /** Awards by year since the last published year, multiplied. */
  readonly awardsAfter: (publishedTo: number | undefined) => readonly number[];
}

function payTerms(group: StaffGroupInput, context: PayContext): PayTerms {
  const { assumptions } = context;
  let drift = 1;
  const known = new Map<number | undefined, readonly number[]>();
  return {
    zone: highCostZone(context),
    fromMiddle: assumptions.atStart('pay-bill.position-in-scale', group.code) - 0.5,
    drift: assumptions.yearly('pay-bill.pay-drift', group.code).map((rate, index) => {
      if (index > 0) drift *= 1 + rate;
      return drift;
    }),
    awardsAfter: (publishedTo) => {
      const awards = known.get(publishedTo) ?? awardsAfter(publishedTo, group, context);
      known.set(publishedTo, awards);
      return awards;
    },
  };
}

function payOfBand(band: string, terms: PayTerms, context: PayContext): BandPay {
  const { zone } = terms;
  const areas = context.input.policy.highCostAreas;
  const basic = basicPay(band, terms, context);
  const hasSupplement = zone !== null && areas !== undefined && band.startsWith('band-');
  return {
    basic,
    supplement: hasSupplement ? supplement(basic, { zone, areas }, terms) : basic.map(() => 0),
  };
}

/**
 * Basic pay by year: the policy's pay at the group's position in the scale, times awards of the years
 * after the last published scales, times drift from the second year on.
 */
function basicPay(band: string, terms: PayTerms, { input }: PayContext): readonly number[] {
  const { fromMiddle, drift } = terms;
  const awards = terms.awardsAfter(input.policy.payScalesTo[band]);
  const ranges = input.policy.basicPayRange?.[band] ?? [];
  return (input.policy.basicPay[band] ?? []).map(
    (middle, index) =>
      (middle + fromMiddle * (ranges[index] ?? 0)) * (awards[index] ?? 1) * (drift[index] ?? 1),
  );
}

/**
 * The supplement of a year: `min(most, max(least, share x basic pay))`. Its limits rise with the award
 * after the last published ones, as they have so far.
 */
function supplement(
  basic: readonly number[],
  { zone, areas }: { readonly zone: Exclude<Zone, null>; readonly areas: HighCostAreaPolicy },
  terms: PayTerms,
): readonly number[] {
  const awards = terms.awardsAfter(areas.publishedTo);
  return basic.map((pay, index) => {
    const { share = 0, minimumPounds = 0, maximumPounds = 0 } = areas.zones[zone][index] ?? {};
    const award = awards[index] ?? 1;
    return Math.min(maximumPounds * award, Math.max(minimumPounds * award, share * pay));
  });
}

/**
 * Awards since the last published year, multiplied, by year: `prod (1 + award)`. The first year's award
 * stands for earlier years without a publication; doctors have awards of their own.
 */
function awardsAfter(
  publishedTo: number | undefined,
  group: StaffGroupInput,
  { assumptions, input }: PayContext,
): readonly number[] {
  const award = group.medical ? 'pay-bill.medical-pay-award' : 'pay-bill.pay-award';
  const awards = assumptions.yearly(award, group.code);
  const firstIndexYear = input.calendar.firstYear - 1;
  const lastPublished = publishedTo ?? firstIndexYear;
  let uplift = pow(1 + (awards[0] ?? 0), Math.max(0, firstIndexYear - 1 - lastPublished));
  return awards.map((rate, index) => {
    if (firstIndexYear + index > lastPublished) uplift *= 1 + rate;
    return uplift;
  });
}
