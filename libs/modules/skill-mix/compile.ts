import { monthlyProbability, type EngineMove } from '#engine';

import { type Compiled, type CompileContext, type StartGroup } from '../compilation';
import { entryBand, nextBands, supportBandShares } from './ladder';
import { programmeSchedules, type ProgrammeSchedule } from './programme-schedule';

/** Which support group's people qualify into which group. */
export const CONVERSION_ROUTES: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'support-to-doctors-nurses-and-midwives', to: 'nurses-and-health-visitors' },
  {
    from: 'support-to-scientific-therapeutic-and-technical-staff',
    to: 'scientific-therapeutic-and-technical-staff',
  },
  { from: 'support-to-ambulance-staff', to: 'ambulance-staff' },
];

/** People a month from some bands of a group to one band of another. */
interface PlannedMove {
  readonly from: StartGroup;
  /** Share of the people by band of origin. */
  readonly bandShares: readonly number[];
  readonly to: StartGroup;
  readonly toBand: number;
  readonly people: readonly number[];
}

/** Promotions within groups, then conversions between groups, then completed conversion programmes. */
export function compileMoves(context: CompileContext): Compiled<readonly EngineMove[]> {
  const schedules = programmeSchedules(context);
  const planned = [
    ...CONVERSION_ROUTES.flatMap((route) => conversions(route, context)),
    ...schedules.part.map((schedule) => completions(schedule, context)),
  ];
  return {
    part: [...context.groups.flatMap((start) => promotions(start, context)), ...planned.flatMap(engineMoves)],
    notices: schedules.notices,
  };
}

/** A band's people move to the next band in use with `1 - (1 - rate)^(1/12)` a month. */
function promotions(start: StartGroup, context: CompileContext): readonly EngineMove[] {
  const { assumptions, input, timeline } = context;
  const rates = assumptions.yearly('skill-mix.promotion-rate', start.group.code);
  if (rates.every((rate) => rate === 0)) return [];
  const probability = assumptions.spread(rates.map(monthlyProbability));
  const people = new Array<number>(timeline.months).fill(0);
  const next = assumptions.recall(`next bands ${start.group.code}`, start, () =>
    nextBands(input.bands, start),
  );
  return next.flatMap((toBand, fromBand) =>
    toBand === null
      ? []
      : [{ fromGroup: start.index, fromBand, toGroup: start.index, toBand, probability, people }],
  );
}

/** Planned numbers of the receiving group, from the support bands in proportion to their people. */
function conversions(
  route: { readonly from: string; readonly to: string },
  { assumptions, groups, input }: CompileContext,
): readonly PlannedMove[] {
  const from = groups.find(({ group }) => group.code === route.from);
  const to = groups.find(({ group }) => group.code === route.to);
  if (from === undefined || to === undefined) return [];
  const people = assumptions.planned('skill-mix.conversions', route.to, 'conversions');
  const bandShares = supportBandShares(input.bands, from);
  return [{ from, bandShares, to, toBand: entryBand(input.bands, to), people }];
}

function completions(
  { from, fromBand, to, toBand, completions: people }: ProgrammeSchedule,
  { input: { bands } }: CompileContext,
): PlannedMove {
  return {
    from,
    bandShares:
      fromBand === null
        ? supportBandShares(bands, from)
        : bands.map((band): number => Number(band === fromBand)),
    to,
    toBand: toBand === null ? entryBand(bands, to) : bands.indexOf(toBand),
    people,
  };
}

/** One engine move for each band of origin; who is in the band already stays. */
function engineMoves({ from, bandShares, to, toBand, people }: PlannedMove): readonly EngineMove[] {
  if (people.every((number) => number === 0)) return [];
  const probability = new Array<number>(people.length).fill(0);
  return bandShares.flatMap((share, fromBand) =>
    share === 0 || (from === to && fromBand === toBand)
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
