import { EXIT_CAUSES } from '#engine';

import { lineOf, sumOfSeries, type CompileContext, type SimulatedGroup } from '../compilation';
import type { MonthlyMeasure } from '../projection/projection-output';

/** Half a month: joiners arrive in the middle of it. */
export const HALF_OF_MONTH = 0.5;

/**
 * FTE that newly qualified staff in their preceptorship are short of an experienced colleague's, by month
 * (0 in the baseline month): `(1 - productivity share) x people in preceptorship x FTE per head x
 * (1 - absence)`. A month of preceptorship is one at work; the month of arrival and the last one count
 * half. Preceptees leave at the pace of their group. Source: projection model, section 4, Training supply.
 */
export function preceptorshipFte(group: SimulatedGroup, { assumptions }: CompileContext): readonly number[] {
  const code = group.start.group.code;
  const months = Math.floor(assumptions.atStart('training-supply.preceptorship-months', code));
  const productivity = assumptions.monthly('training-supply.preceptorship-productivity', code);
  const people = lineOf(group, 'headcount');
  const fte = lineOf(group, 'fte');
  const available = lineOf(group, 'available-fte');
  if (months === 0 || productivity.every((share) => share === 1)) return people.map(() => 0);
  const preceptees = peopleInPreceptorship(group, months);
  return preceptees.map((number, month) => {
    if (month === 0 || number === 0) return 0;
    const meanFte = ((fte[month - 1] ?? 0) + (fte[month] ?? 0)) / 2;
    const meanPeople = ((people[month - 1] ?? 0) + (people[month] ?? 0)) / 2;
    if (meanFte === 0 || meanPeople === 0) return 0;
    const atWork = (available[month] ?? 0) / meanFte;
    return (1 - (productivity[month - 1] ?? 1)) * number * (meanFte / meanPeople) * atWork;
  });
}

/** Mean people in preceptorship of each month. */
function peopleInPreceptorship(group: SimulatedGroup, months: number): readonly number[] {
  const joined = lineOf(group, 'joiners-newly-qualified');
  const stay = stayOfMonths(group);
  const people = new Array<number>(joined.length);
  for (let month = 0; month < people.length; month += 1) {
    let sum = (joined[month] ?? 0) * HALF_OF_MONTH;
    let survival = 1;
    for (let age = 1; age <= months && age <= month; age += 1) {
      survival *= stay[month - age] ?? 1;
      sum += (joined[month - age] ?? 0) * survival * (age === months ? HALF_OF_MONTH : 1);
    }
    people[month] = sum;
  }
  return people;
}

/** Share of the group who stay in each month. */
function stayOfMonths(group: SimulatedGroup): readonly number[] {
  const people = lineOf(group, 'headcount');
  const causes: readonly MonthlyMeasure[] = [
    'exits-planned',
    ...EXIT_CAUSES.map((cause): MonthlyMeasure => `exits-${cause}`),
  ];
  const exits = sumOfSeries(causes.map((cause) => lineOf(group, cause)));
  return exits.map((leaving, month) => {
    const exposed = Math.max(month > 0 ? (people[month - 1] ?? 0) : 0, leaving);
    return exposed === 0 ? 1 : 1 - leaving / exposed;
  });
}
