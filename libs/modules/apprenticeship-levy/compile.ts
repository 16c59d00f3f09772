import type { EngineMove } from '#engine';

import { monthNumber, type CompileContext, type JoinerPlan, type StartGroup } from '../compilation';
import { entryBand, supportBandShares } from '../skill-mix/ladder';
import { completionMonth, type ApprenticeCohort } from './cohort';
import { apprenticeCohorts } from './cohorts';

/** Joiners from apprenticeships completed elsewhere, people a month, spread evenly. */
export function compileCompletions({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const parameter = 'apprenticeship-levy.completions';
  return { source: 'apprenticeship', people: assumptions.planned(parameter, group.code, 'apprenticeship') };
}

/** People recruited into the group to start an apprenticeship, from outside the NHS, in the month of start. */
export function compileApprenticeRecruits({ group }: StartGroup, context: CompileContext): JoinerPlan {
  const people = new Array<number>(context.timeline.months).fill(0);
  for (const cohort of apprenticeCohorts(context.input)) {
    if (!cohort.isRecruited || cohort.donorGroup !== group.code) continue;
    add(people, placeOf(cohort.startMonth, context), cohort.people);
  }
  return { source: 'wider-labour-market', people };
}

/**
 * Apprentices who complete move into the group they qualify for, in the month after their training ends:
 * planned numbers, from the bands of the group in training in proportion to its people at the start,
 * capped at its stock; the rest is reported as unmet.
 */
export function compileQualifications(context: CompileContext): readonly EngineMove[] {
  const moves = new Map<string, EngineMove & { readonly people: number[] }>();
  for (const cohort of apprenticeCohorts(context.input)) {
    for (const route of routesOf(cohort, context)) {
      const { number, ...ends } = route;
      const key = JSON.stringify(ends);
      const move = moves.get(key) ?? { ...ends, ...noMoves(context) };
      moves.set(key, move);
      add(move.people, placeOf(completionMonth(cohort), context), number);
    }
  }
  return [...moves.values()].filter(({ people }) => people.some((number) => number > 0));
}

interface Route {
  readonly fromGroup: number;
  readonly fromBand: number;
  readonly toGroup: number;
  readonly toBand: number;
  readonly number: number;
}

/** Where a cohort's completers come from and go to; nowhere where they stay in their band. */
function routesOf(cohort: ApprenticeCohort, { groups, input }: CompileContext): readonly Route[] {
  const from = groups.find(({ group }) => group.code === cohort.donorGroup);
  const to = groups.find(({ group }) => group.code === (cohort.targetGroup ?? cohort.donorGroup));
  if (from === undefined || to === undefined) return [];
  const isSameGroup = from.index === to.index;
  if (isSameGroup && cohort.targetBand === null) return [];
  const toBand =
    cohort.targetBand === null ? entryBand(input.bands, to) : input.bands.indexOf(cohort.targetBand);
  const people = cohort.people * cohort.completionRate;
  const shares = isSameGroup ? sharesBelow(from, toBand) : originShares(input.bands, from);
  return shares.flatMap((share, fromBand) =>
    share > 0 ? [{ fromGroup: from.index, fromBand, toGroup: to.index, toBand, number: people * share }] : [],
  );
}

/** Support staff train in bands 2 to 4, registered staff in any. */
function originShares(bands: readonly string[], from: StartGroup): readonly number[] {
  return from.group.registered ? from.bandShares : supportBandShares(bands, from);
}

/** The group's people in the bands below one. */
function sharesBelow({ bandShares }: StartGroup, toBand: number): readonly number[] {
  const below = bandShares.map((share, band) => (band < toBand ? share : 0));
  const sum = below.reduce((total, share) => total + share, 0);
  return sum > 0 ? below.map((share) => share / sum) : below;
}

function noMoves({
  timeline,
}: CompileContext): Pick<EngineMove, 'probability'> & { readonly people: number[] } {
  const nothing = new Array<number>(timeline.months).fill(0);
  return { probability: nothing, people: [...nothing] };
}

/** Place of a month among the simulated ones. */
function placeOf(month: number, { input }: CompileContext): number {
  return month - monthNumber(input.calendar.baselineMonth) - 1;
}

function add(series: number[], place: number, people: number): void {
  const before = series[place];
  if (before !== undefined) series[place] = before + people;
}
