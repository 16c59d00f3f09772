import type { Layout } from './layout';
import type { EngineInput, EngineMove } from './model';

/** A move with its ends as blocks. */
interface Route {
  readonly move: EngineMove;
  readonly from: number;
  readonly to: number;
  readonly toGroup: number;
}

/** What one move carries in the month that was decided last. */
export interface DecidedMove {
  readonly from: number;
  readonly to: number;
  readonly toGroup: number;
  /** Share of the origin block's survivors that moves. */
  share: number;
}

/**
 * The moves of a month. All act on the same survivors at once: first the probabilities, then planned
 * numbers from what is left, capped there in equal proportion. Source: projection model, section 3.6.
 */
export class Movement {
  /** The moves that carry anybody this month, by group of destination. */
  readonly into: readonly DecidedMove[][];
  /** Share of each block's survivors that moves out. */
  readonly outShare: Float64Array;
  /** Planned moves that the stock could not carry, people a month, by move. */
  readonly unmet: readonly Float64Array[];

  private readonly routes: readonly Route[];
  private readonly planned: Float64Array;

  constructor(input: EngineInput, layout: Layout) {
    const blocks = layout.groups * layout.bands;
    this.routes = input.moves.map((move) => ({
      move,
      from: move.fromGroup * layout.bands + move.fromBand,
      to: move.toGroup * layout.bands + move.toBand,
      toGroup: move.toGroup,
    }));
    this.outShare = new Float64Array(blocks);
    this.planned = new Float64Array(blocks);
    this.into = Array.from({ length: layout.groups }, () => []);
    this.unmet = input.moves.map(() => new Float64Array(layout.months));
  }

  /** Decides the month's moves, given the survivors of each block. */
  decide(month: number, survivors: Float64Array): void {
    this.outShare.fill(0);
    this.planned.fill(0);
    this.into.forEach((moves) => moves.splice(0));
    for (const { move, from } of this.routes) {
      this.outShare[from] = (this.outShare[from] as number) + (move.probability[month] as number);
      this.planned[from] = (this.planned[from] as number) + (move.people[month] as number);
    }
    const carried = this.carriedShares(survivors);
    this.routes.forEach((route, index) => this.take(route, index, month, { survivors, carried }));
    this.sumOut();
  }

  /** Share of the planned numbers of each block that its stock can carry. */
  private carriedShares(survivors: Float64Array): Float64Array {
    return this.planned.map((people, block) => {
      const free = Math.max(0, 1 - (this.outShare[block] as number)) * (survivors[block] as number);
      return people > free ? free / people : 1;
    });
  }

  private take(
    route: Route,
    index: number,
    month: number,
    stock: { readonly survivors: Float64Array; readonly carried: Float64Array },
  ): void {
    const { move, from, to, toGroup } = route;
    const people = move.people[month] as number;
    const taken = people * (stock.carried[from] as number);
    (this.unmet[index] as Float64Array)[month] = people - taken;
    const present = stock.survivors[from] as number;
    const share = (move.probability[month] as number) + (taken > 0 ? taken / present : 0);
    if (share > 0 && present > 0) {
      (this.into[toGroup] as DecidedMove[]).push({ from, to, toGroup, share });
    }
  }

  private sumOut(): void {
    this.outShare.fill(0);
    for (const { from, share } of this.into.flat()) {
      this.outShare[from] = Math.min(1, (this.outShare[from] as number) + share);
    }
  }
}
