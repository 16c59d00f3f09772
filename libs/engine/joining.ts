import type { GroupWork } from './group-work';
import { joinAge } from './kernel';
import type { JoinerProfile } from './recruitment';

/**
 * Step 7: joiners arrive in the middle of the month and survive it with `p^0.5`. Puts the survivors on
 * the inflow, reports the joiners in full and adds their own exits to those of their age.
 */
export function join(work: GroupWork, month: number): void {
  const { ledger, recruitment } = work;
  recruitment.decide({ month, fte: fteAfterMoves(work, month), exits: ledger.exits });
  for (let source = 0; source < recruitment.people.length; source += 1) {
    (ledger.joiners[source] as Float64Array)[month] = recruitment.people[source] as number;
  }
  ledger.fteJoiners[month] = recruitment.fte;
  for (const profile of recruitment.profiles) {
    if (profile.people > 0) {
      arrive(work, profile, month);
    }
  }
}

/** FTE of a group once everybody has moved, before anybody joins. */
function fteAfterMoves({ ledger }: GroupWork, month: number): number {
  return (
    (ledger.fte[month] as number) -
    (ledger.fteExits[month] as number) +
    (ledger.fteParticipationChange[month] as number) +
    (ledger.fteMovesIn[month] as number) -
    (ledger.fteMovesOut[month] as number)
  );
}

function arrive(work: GroupWork, profile: JoinerProfile, month: number): void {
  const { stayFromMiddle } = work.rates;
  let fteExits = 0;
  for (let age = 0; age < stayFromMiddle.length; age += 1) {
    const stay = stayFromMiddle[age] as number;
    const leaves = (profile.byAge[age] as number) * (1 - stay);
    if (profile.byAge[age] !== 0) {
      joinAge(work.stocks.inflow.cells, profile, age, stay * profile.people, stay * profile.fte);
    }
    work.exits[age] = (work.exits[age] as number) + leaves * profile.people;
    fteExits += leaves * profile.fte;
  }
  work.ledger.fteExits[month] = (work.ledger.fteExits[month] as number) + fteExits;
}
