import { AssumptionReader, type CompileContext, type CompileMemory } from '../../compilation';
import { withValues, type UncertainAssumption } from '../uncertain-assumptions';
import type { DrawnValues, ValuesPlace } from './drawn-values';

/** The draw in hand as the modules read it: what those groups and moves need that the modules draw. */
export class DrawnContext {
  private inHand: CompileContext;
  private readonly replaced: readonly {
    readonly assumption: UncertainAssumption;
    readonly place: ValuesPlace;
  }[];

  /**
   * @param needed the assumptions that vary and are read here
   * @param memory of the compilation that laid the model out: what it remembers is the same object there
   */
  constructor(
    private readonly central: CompileContext,
    private readonly drawn: DrawnValues,
    needed: readonly UncertainAssumption[],
    private readonly memory: CompileMemory,
  ) {
    this.inHand = central;
    this.replaced = needed.map((assumption) => ({
      assumption,
      place: drawn.placeOf(assumption.parameter.key, assumption.staffGroup),
    }));
  }

  get context(): CompileContext {
    return this.inHand;
  }

  /** Takes the values of the draw that was just made. */
  take(): void {
    const { input, timeline, assumptions: reader } = this.central;
    const assumptions = withValues(
      input.assumptions,
      this.replaced.map(({ assumption: { parameter, staffGroup, range }, place }) => ({
        parameter,
        staffGroup,
        values: Array.from(this.drawn.values.subarray(place, place + range.values.length)),
      })),
    );
    this.inHand = {
      ...this.central,
      input: { ...input, assumptions },
      assumptions: new AssumptionReader(assumptions, timeline, reader.profiles, this.memory),
    };
  }
}
