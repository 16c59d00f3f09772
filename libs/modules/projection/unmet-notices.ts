import type { EngineOutput } from '#engine';

import type { CompiledProjection } from './compile-projection';
import type { ProjectionNotice } from './projection-output';

/** People below this are rounding. */
const WORTH_TELLING = 1e-6;

/** Planned exits and moves that the stock could not carry. */
export function unmetNotices(
  { context, engine }: CompiledProjection,
  output: EngineOutput,
): readonly ProjectionNotice[] {
  const unmetMoves = new Map<number, number>();
  output.unmetMoves.forEach((unmet, index) => {
    const receiver = engine.moves[index]?.toGroup ?? -1;
    unmetMoves.set(receiver, (unmetMoves.get(receiver) ?? 0) + total(unmet));
  });
  return context.groups.flatMap(({ group, index }) => {
    const exits = total(output.groups[index]?.unmetPlannedExits ?? []);
    const moves = unmetMoves.get(index) ?? 0;
    return [
      ...(exits > WORTH_TELLING
        ? [
            {
              code: 'planned-exits-unmet',
              staffGroup: group.code,
              message: `${group.name}: more planned exits than people in post; the rest did not happen.`,
              amount: exits,
            },
          ]
        : []),
      ...(moves > WORTH_TELLING
        ? [
            {
              code: 'conversions-unmet',
              staffGroup: group.code,
              message: `${group.name}: more conversions than support staff to convert; the rest did not happen.`,
              amount: moves,
            },
          ]
        : []),
    ];
  });
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
