import { ALL_STAFF } from '../../compilation';
import type { ProjectionInput } from '../../projection/projection-input';
import type { UncertainAssumption } from '../uncertain-assumptions';

/** Place of an assumption's values by year in the array of all. */
export type ValuesPlace = number;

interface Drawn {
  readonly place: ValuesPlace;
  readonly assumption: UncertainAssumption;
}

/**
 * The values by year of all assumptions that a draw reads, in one array that stays in place: a draw writes
 * those that vary over those of the draw before. What nothing reads is not drawn.
 */
export class DrawnValues {
  /** Values by year of each assumption, one after the other; those of the central case until a draw is made. */
  values = new Float64Array(0);
  private readonly entered: number[] = [];
  private readonly places = new Map<string, ValuesPlace>();
  private readonly drawn: Drawn[] = [];
  private readonly uncertain: ReadonlyMap<string, UncertainAssumption>;

  constructor(
    private readonly input: ProjectionInput,
    uncertain: readonly UncertainAssumption[],
  ) {
    this.uncertain = new Map(uncertain.map((each) => [keyOf(each.parameter.key, each.staffGroup), each]));
  }

  /** Where the group's values of a parameter lie: its own, or those of all staff. To be asked before the first draw. */
  placeOf(parameter: string, staffGroup: string): ValuesPlace {
    const source = this.sourceOf(parameter, staffGroup);
    const key = keyOf(parameter, source);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.entered.length;
    this.entered.push(...(this.input.assumptions[parameter]?.[source]?.values ?? []));
    this.values = Float64Array.from(this.entered);
    this.places.set(key, place);
    const assumption = this.uncertain.get(key);
    if (assumption !== undefined) this.drawn.push({ place, assumption });
    return place;
  }

  /** True where draws vary the values that the group has of a parameter. */
  isDrawn(parameter: string, staffGroup: string): boolean {
    return this.uncertain.has(keyOf(parameter, this.sourceOf(parameter, staffGroup)));
  }

  /** The values of the central case. */
  central(parameter: string, staffGroup: string): readonly number[] {
    return this.input.assumptions[parameter]?.[this.sourceOf(parameter, staffGroup)]?.values ?? [];
  }

  /** Writes the values of a draw. */
  draw(draw: number): void {
    for (const { place, assumption } of this.drawn) {
      assumption.writeValues(assumption.scoreOf(draw), this.values, place);
    }
  }

  private sourceOf(parameter: string, staffGroup: string): string {
    return this.input.assumptions[parameter]?.[staffGroup] === undefined ? ALL_STAFF : staffGroup;
  }
}

function keyOf(parameter: string, staffGroup: string): string {
  return `${parameter} ${staffGroup}`;
}
