import { binomial, poisson, Substream, type GroupChance } from '#engine';

import type { StartGroup } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';

/** Positions in a stream that one number of a month may use; large counts are drawn in parts. */
const POSITIONS_A_NUMBER = 64;
const NUMBERS_A_MONTH = 32;
/** Numbers of a month: exits by cause from here, joiners by source from there. */
const EXITS = 0;
const JOINERS = 16;

/**
 * Chance in the flows of the small teams of an input: staff groups with fewer people at the baseline than
 * its option says. Exits by cause are multinomial on the whole number of people, joiners by source
 * Poisson. A function of seed, organisation, staff group, draw and month alone.
 *
 * @returns for a draw, the chance of a group by its code; undefined without the option.
 * Source: projection model, section 5.
 */
export function smallTeamChance(
  { smallTeams, seed, organisation }: ProjectionInput,
  groups: readonly StartGroup[],
): ((draw: number) => (group: string) => GroupChance | undefined) | undefined {
  if (smallTeams === undefined) return undefined;
  const streams = new Map(
    groups
      .filter(({ totalHeadcount }) => totalHeadcount < smallTeams.below)
      .map(({ group }) => [
        group.code,
        new Substream(seed, `flows of ${group.code} of ${organisation.code}`),
      ]),
  );
  return (draw) => (group) => {
    const stream = streams.get(group);
    return stream === undefined ? undefined : chanceOf(stream, draw);
  };
}

function chanceOf(stream: Substream, draw: number): GroupChance {
  const numbers = (month: number, number: number): (() => number) => {
    let position = (month * NUMBERS_A_MONTH + number) * POSITIONS_A_NUMBER;
    return () => stream.uniform(draw, position++);
  };
  return {
    exits: (month, people, probabilities) =>
      multinomial(people, probabilities, (cause) => numbers(month, EXITS + cause)),
    joiners: (month, source, expected) => poisson(expected, numbers(month, JOINERS + source)),
  };
}

/** Of `people`, how many fall on each outcome: one binomial number after the other, on who is left. */
function multinomial(
  people: number,
  probabilities: Float64Array,
  numbers: (outcome: number) => () => number,
): Float64Array {
  let left = people;
  let unspent = 1;
  return probabilities.map((probability, outcome) => {
    const share = unspent > 0 ? Math.min(1, probability / unspent) : 0;
    const count = binomial(left, share, numbers(outcome));
    left -= count;
    unspent -= probability;
    return count;
  });
}
