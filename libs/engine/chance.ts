import type { GroupWork } from './group-work';
import type { GroupChance } from './model';

/** A stock this much below a whole number of people is that number: sums of shares round. */
const ROUNDING = 1e-9;

/**
 * Replaces the expected exits of a small team by drawn ones, as the month's rates: the number that leaves
 * for each cause is drawn on the whole number of people in post, and what is left of them, a fraction of
 * a person, leaves as expected, so that the mean over draws is the expectation. The drawn numbers fall on
 * ages in the proportions expected; what an age band cannot carry falls on the others. The own exits of
 * the month's joiners stay expected. Source: projection model, section 5.
 *
 * @param kept share of the opening stock that planned exits leave
 */
export function drawExits(work: GroupWork, chance: GroupChance, kept: number, month: number): void {
  const { rates } = work;
  const present = peopleByAge(work);
  const expected = expectedByCause(work, present, kept);
  const people = kept * sumOf(present);
  const whole = Math.floor(people + ROUNDING);
  if (!(sumOf(expected) > 0) || whole === 0) {
    return;
  }
  const probabilities = expected.map((exits) => exits / people);
  const drawn = chance.exits(month, whole, probabilities);
  const fraction = Math.max(0, people - whole);
  const ratio = expected.map((exits, cause) =>
    exits > 0 ? ((drawn[cause] as number) + fraction * (probabilities[cause] as number)) / exits : 0,
  );
  const leaves = leavesByAge(work, ratio);
  capAtEverybody(leaves, present);
  leaves.forEach((share, age) => {
    rates.stay[age] = 1 - share;
  });
}

/** Puts the expected rates back before the next month's are loaded, which repeat only what differs. */
export function restoreExpected({ rates, expectedRates }: GroupWork): void {
  rates.stay.set(expectedRates.stay);
  rates.causeShare.set(expectedRates.causeShare);
}

export function keepExpected({ rates, expectedRates }: GroupWork): void {
  expectedRates.stay.set(rates.stay);
  expectedRates.causeShare.set(rates.causeShare);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function peopleByAge({ stocks, exits }: GroupWork): Float64Array {
  const { cells } = stocks.opening;
  const slab = cells.length / exits.length;
  return exits.map((_, age) => {
    let people = 0;
    for (let place = age * slab; place < (age + 1) * slab; place += 2) {
      people += cells[place] as number;
    }
    return people;
  });
}

function expectedByCause({ rates, ledger }: GroupWork, present: Float64Array, kept: number): Float64Array {
  const causes = ledger.exits.length;
  return Float64Array.from({ length: causes }, (_, cause) =>
    present.reduce(
      (sum, people, age) =>
        sum +
        kept *
          people *
          (1 - (rates.stay[age] as number)) *
          (rates.causeShare[age * causes + cause] as number),
      0,
    ),
  );
}

/** Share of each age band that leaves under the drawn numbers; turns the shares by cause accordingly. */
function leavesByAge({ rates, ledger }: GroupWork, ratio: Float64Array): Float64Array {
  const causes = ledger.exits.length;
  return rates.stay.map((stay, age) => {
    const shares = rates.causeShare.subarray(age * causes, (age + 1) * causes);
    const turned = shares.map((share, cause) => share * (ratio[cause] as number));
    const total = sumOf(turned);
    if (total > 0) {
      shares.set(turned.map((share) => share / total));
    }
    return (1 - stay) * total;
  });
}

/** No age band loses more than everybody: the rest leaves from the others, in proportion. */
function capAtEverybody(leaves: Float64Array, present: Float64Array): void {
  for (let round = 0; round < leaves.length; round += 1) {
    let excess = 0;
    let carrying = 0;
    leaves.forEach((share, age) => {
      const people = present[age] as number;
      if (share > 1) {
        excess += (share - 1) * people;
        leaves[age] = 1;
      } else if (share < 1) {
        carrying += share * people;
      }
    });
    if (excess === 0 || carrying === 0) {
      return;
    }
    const factor = 1 + excess / carrying;
    leaves.forEach((share, age) => {
      leaves[age] = share < 1 ? share * factor : 1;
    });
  }
  leaves.forEach((share, age) => {
    leaves[age] = Math.min(1, share);
  });
}
