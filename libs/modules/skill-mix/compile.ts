import { monthlyProbability, type EngineMove } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import { entryBand, nextBands, supportBandShares } from './ladder';

/** Which support group's people qualify into which group. */
export const CONVERSION_ROUTES: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'support-to-doctors-nurses-and-midwives', to: 'nurses-and-health-visitors' },
  {
    from: 'support-to-scientific-therapeutic-and-technical-staff',
    to: 'scientific-therapeutic-and-technical-staff',
  },
  { from: 'support-to-ambulance-staff', to: 'ambulance-staff' },
];

/** Promotions within groups, then conversions between groups. */
export function compileMoves(context: CompileContext): readonly EngineMove[] {
  return [
    ...context.groups.flatMap((start) => promotions(start, context)),
    ...CONVERSION_ROUTES.flatMap((route) => conversions(route, context)),
  ];
}

/** A band's people move to the next band in use with `1 - (1 - rate)^(1/12)` a month. */
function promotions(start: StartGroup, context: CompileContext): readonly EngineMove[] {
  const { assumptions, input, timeline } = context;
  const rates = assumptions.yearly('skill-mix.promotion-rate', start.group.code);
  if (rates.every((rate) => rate === 0)) return [];
  const probability = assumptions.spread(rates.map(monthlyProbability));
  const people = new Array<number>(timeline.months).fill(0);
  return nextBands(input.bands, start).flatMap((toBand, fromBand) =>
    toBand === null
      ? []
      : [{ fromGroup: start.index, fromBand, toGroup: start.index, toBand, probability, people }],
  );
}

/** Planned numbers of the receiving group, from the support bands in proportion to their people. */
function conversions(
  route: { readonly from: string; readonly to: string },
  context: CompileContext,
): readonly EngineMove[] {
  const { assumptions, input, timeline } = context;
  const from = context.groups.find(({ group }) => group.code === route.from);
  const to = context.groups.find(({ group }) => group.code === route.to);
  if (from === undefined || to === undefined) return [];
  const people = assumptions.planned('skill-mix.conversions', route.to, 'conversions');
  if (people.every((number) => number === 0)) return [];
  const probability = new Array<number>(timeline.months).fill(0);
  const toBand = entryBand(input.bands, to);
  return supportBandShares(input.bands, from).flatMap((share, fromBand) =>
    share === 0
      ? []
      : [
          {
            fromGroup: from.index,
            fromBand,
            toGroup: to.index,
            toBand,
            probability,
            people: people.map((number) => number * share),
          },
        ],
  );
}
