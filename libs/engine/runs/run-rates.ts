import { log1p } from '../arithmetic';
import { EngineInputError } from '../errors';
import { EXIT_CAUSES, type EngineGroup, type EngineInput } from '../model';
import type { GroupRunRates, RunOptions, RunRates, RunShape } from './run-model';

/** The shape of the runs of a collapsed input. @throws EngineInputError where periods do not fit the months */
export function runShape(input: EngineInput, { periodOfMonth }: RunOptions): RunShape {
  const months = Array.from({ length: input.months }, (_, month) => month);
  const periods = periodOfMonth ?? months;
  const last = Math.max(...periods);
  if (periods.length !== input.months || !months.slice(0, last + 1).every((each) => periods.includes(each))) {
    throw new EngineInputError([
      'periodOfMonth: one period a month, numbered from 0 without gaps, is needed',
    ]);
  }
  const ages = input.ageBandWidths.length;
  return { bands: input.bands, ages, months: input.months, periodOfMonth: periods, periods: last + 1 };
}

/** The rates of the input as the first rates of its runs. */
export function centralRates(input: EngineInput, shape: RunShape): RunRates {
  return {
    groups: input.groups.map((group) => groupRates(group, shape)),
    moves: input.moves.map((move) => ({
      probability: copied(move.probability),
      people: copied(move.people),
    })),
  };
}

function copied(values: readonly number[]): Float64Array {
  return Float64Array.from(values);
}

function groupRates(group: EngineGroup, shape: RunShape): GroupRunRates {
  const { recruitment } = group;
  const filling = recruitment.mode === 'planned' ? undefined : recruitment;
  return {
    exitHazard: copied(centralHazards(group, shape)),
    plannedExits: copied(group.plannedExits),
    participationFactor: copied(group.participationFactor),
    fillRate: copied(filling?.fillRate ?? []),
    capacity: copied(filling?.capacity ?? []),
    establishment: copied(filling?.establishment ?? []),
    joiners: recruitment.sources.map((source) => copied(source.people)),
    returnShare: (group.returns ?? []).map((each) => copied(each.share)),
    priorExits: (group.returns ?? []).map((each) => copied(each.priorExits ?? [])),
  };
}

/**
 * Exit hazards of a group, `[(period * ages + age) * causes + cause]`.
 *
 * @throws EngineInputError where exit rates differ within a period
 */
export function centralHazards(group: EngineGroup, { ages, periods, periodOfMonth }: RunShape): number[] {
  const causes = EXIT_CAUSES.length;
  const hazards = new Array<number>(periods * ages * causes).fill(0);
  for (let period = 0; period < periods; period += 1) {
    const month = periodOfMonth.indexOf(period);
    for (let age = 0; age < ages; age += 1) {
      group.exitProbability.forEach((table, cause) => {
        hazards[(period * ages + age) * causes + cause] = -log1p(-(table[month * ages + age] ?? NaN));
      });
    }
  }
  assertEqualWithinPeriods(group, ages, periodOfMonth);
  return hazards;
}

function assertEqualWithinPeriods(group: EngineGroup, ages: number, periodOfMonth: readonly number[]): void {
  periodOfMonth.forEach((period, month) => {
    const first = periodOfMonth.indexOf(period);
    for (const table of group.exitProbability) {
      for (let age = 0; age < ages; age += 1) {
        if (table[month * ages + age] !== table[first * ages + age]) {
          throw new EngineInputError([
            `group ${group.code}: exit rates of month ${month} differ from those of month ${first} of the same period`,
          ]);
        }
      }
    }
  });
}
