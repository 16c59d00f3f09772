import { EXIT_CAUSES, type EngineGroup, type GroupRunRates } from '#engine';

import type { StartGroup } from '../../compilation';
import { RETURN_KINDS } from '../../retention/returns';
import type { DrawCalendar } from './draw-calendar';
import type { DrawExits } from './draw-exits';
import type { DrawnValues, ValuesPlace } from './drawn-values';

interface DrawnReturn {
  readonly cause: number;
  readonly share: ValuesPlace;
}

/** Returners of a group draw by draw, by the formulas of retention (`compileReturns`). */
export class DrawReturns {
  private readonly returns: readonly DrawnReturn[];
  private readonly absent: readonly ValuesPlace[];

  /** @param model the group as it is laid out: its returns are those that a draw may have */
  constructor(
    { group }: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    { returns = [] }: EngineGroup,
  ) {
    const shareOf = (kind: (typeof RETURN_KINDS)[number]): ValuesPlace =>
      drawn.placeOf(kind.share, group.code);
    this.returns = returns.flatMap(({ source }) =>
      RETURN_KINDS.filter((kind) => kind.source === source).map((kind) => ({
        cause: EXIT_CAUSES.indexOf(kind.cause),
        share: shareOf(kind),
      })),
    );
    this.absent = RETURN_KINDS.filter(({ source }) => !returns.some((each) => each.source === source)).map(
      shareOf,
    );
  }

  /** Writes the returners of the draw in hand after its exits; false where it has some that are not laid out. */
  write(rates: GroupRunRates, exits: DrawExits): boolean {
    const { values } = this.drawn;
    const { months, years, yearOfMonth } = this.calendar;
    for (const place of this.absent) {
      for (let year = 0; year < years; year += 1) if (values[place + year] !== 0) return false;
    }
    this.returns.forEach(({ cause, share }, index) => {
      const ofMonth = rates.returnShare[index] as Float64Array;
      for (let month = 0; month < months; month += 1) {
        ofMonth[month] = values[share + (yearOfMonth[month] as number)] as number;
      }
      rates.priorExits[index]?.fill(exits.firstMonthExits(rates.exitHazard, cause));
    });
    return true;
  }
}
