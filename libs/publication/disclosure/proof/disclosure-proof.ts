import type { LinearSolver } from '#linear-programming';
import { discloseRelease, publishedSystem } from '../disclosed-release';
import { addressText, type EqualityRelease } from '../equality-release';
import { informationLoss, type InformationLoss } from '../information-loss';
import { EMPTY_REGISTER, type DisclosureRegister, type FrozenCell } from '../release-register';
import { attackOutcome, type AttackOutcome } from './attack-outcome';

/** What successive releases of one hierarchy gave away and cost. */
export interface ProofCase {
  readonly outcome: AttackOutcome;
  readonly loss: InformationLoss;
  /** Cells released again with an unchanged value and another output. */
  readonly changedWithoutReason: number;
  readonly rounds: number;
}

/** Publishes the releases one after another, then attacks all of them together. */
export function proveReleases(releases: readonly EqualityRelease[], solver: LinearSolver): ProofCase {
  let register = EMPTY_REGISTER;
  let [rounds, changedWithoutReason] = [0, 0];
  const losses: InformationLoss[] = [];
  for (const release of releases) {
    const disclosed = discloseRelease(register, release, solver);
    const shown = disclosed.cells.flatMap((cell) => {
      const frozen = shownAt(disclosed.register, addressText(cell));
      return frozen === undefined ? [] : [{ ...frozen, address: addressText(cell) }];
    });
    changedWithoutReason += shown.filter((cell) => isChanged(cell, shownAt(register, cell.address))).length;
    losses.push(informationLoss(shown));
    rounds += disclosed.audit.rounds;
    register = disclosed.register;
  }
  const truth = [...register.cells.values()].map(({ trueValue }) => trueValue);
  const outcome = attackOutcome({ ...publishedSystem(register), truth }, solver, register.proof);
  return { outcome, loss: sumOfLosses(losses), changedWithoutReason, rounds };
}

/** What a release register shows at an address. */
function shownAt(register: DisclosureRegister, address: string): FrozenCell | undefined {
  return register.cells.get(register.addresses.get(address) ?? '');
}

function isChanged(now: FrozenCell, before: FrozenCell | undefined): boolean {
  if (before === undefined || before.trueValue !== now.trueValue) return false;
  return before.status !== now.status || before.value !== now.value;
}

export function sumOfLosses(losses: readonly InformationLoss[]): InformationLoss {
  const sum = (key: keyof InformationLoss): number => losses.reduce((total, loss) => total + loss[key], 0);
  return {
    cells: sum('cells'),
    sensitiveCells: sum('sensitiveCells'),
    otherCells: sum('otherCells'),
    withheldCells: sum('withheldCells'),
    publishedCells: sum('publishedCells'),
    absoluteError: sum('absoluteError'),
  };
}
