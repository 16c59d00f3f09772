import type { EngineInput, MoveRunRates } from '#engine';

import { compileQualifications } from '../../apprenticeship-levy/compile';
import { compileMoves } from '../../skill-mix/compile';
import { matchMoves, writeMoves } from '../run-rates';
import type { DrawnContext } from './drawn-context';

/** Moves draw by draw as the modules compile them. */
export class ModuleMoves {
  constructor(
    private readonly model: Pick<EngineInput, 'moves'>,
    private readonly drawn: DrawnContext,
  ) {}

  /** Writes the moves of the draw in hand; false where it has some that are not laid out. */
  write(rates: readonly MoveRunRates[]): boolean {
    const { context } = this.drawn;
    const moves = [...compileMoves(context).part, ...compileQualifications(context)];
    const matches = matchMoves(this.model, { moves });
    if (matches === null) return false;
    writeMoves(matches, moves, rates);
    return true;
  }
}
