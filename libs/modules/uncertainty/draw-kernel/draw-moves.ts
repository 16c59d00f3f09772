import { monthlyProbability, type EngineInput, type MoveRunRates } from '#engine';

import type { CompileContext } from '../../compilation';
import { nextBands } from '../../skill-mix/ladder';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

/** Promotions draw by draw, by the formulas of skill mix (`promotions`); other moves are as laid out. */
export class DrawMoves {
  /** Of each move that is laid out; null for one that nobody's promotion is. */
  private readonly rates: readonly (ValuesPlace | null)[];
  private readonly absent: readonly ValuesPlace[];

  constructor(
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    { moves }: Pick<EngineInput, 'moves'>,
    { groups, input }: CompileContext,
  ) {
    const places = groups.map(({ group }) => drawn.placeOf('skill-mix.promotion-rate', group.code));
    const canPromote = groups.map((start) => nextBands(input.bands, start).some((band) => band !== null));
    const isPromotion = moves.map(
      ({ fromGroup, toGroup, people }) => fromGroup === toGroup && people.every((number) => number === 0),
    );
    this.rates = moves.map(({ fromGroup }, index) =>
      isPromotion[index] === true ? (places[fromGroup] ?? null) : null,
    );
    this.absent = places.filter((place, group) => canPromote[group] === true && !this.rates.includes(place));
  }

  /** Writes the promotions of the draw in hand; false where a group has some that are not laid out. */
  write(moves: readonly MoveRunRates[]): boolean {
    if (this.absent.some((place) => this.hasRate(place))) return false;
    let before: ValuesPlace | null = null;
    let written: Float64Array | null = null;
    moves.forEach(({ probability }, index) => {
      const place = this.rates[index] ?? null;
      if (place === null) return;
      // A group's promotions follow one another and share one rate.
      if (place === before && written !== null) probability.set(written);
      else this.writeProbability(probability, place);
      before = place;
      written = probability;
    });
    return true;
  }

  private hasRate(place: ValuesPlace): boolean {
    const { values } = this.drawn;
    for (let year = 0; year < this.calendar.years; year += 1) if (values[place + year] !== 0) return true;
    return false;
  }

  private writeProbability(probability: Float64Array, place: ValuesPlace): void {
    const { values } = this.drawn;
    let before = NaN;
    let ofMonth = 0;
    for (let month = 0; month < probability.length; month += 1) {
      const rate = values[place + (this.calendar.yearOfMonth[month] as number)] as number;
      if (rate !== before) ofMonth = monthlyProbability(rate);
      before = rate;
      probability[month] = ofMonth;
    }
  }
}
