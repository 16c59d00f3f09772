import type { EngineInput } from './model';

/**
 * Groups that any move links, directly or through others, as lists of group positions. Groups of
 * different lists never meet, so that each list can go through all months on its own.
 */
export function linkedGroups(input: EngineInput): number[][] {
  const listOf = input.groups.map((_, group) => [group]);
  for (const { fromGroup, toGroup } of input.moves) {
    const from = listOf[fromGroup] as number[];
    const to = listOf[toGroup] as number[];
    if (from !== to) {
      from.push(...to);
      for (const group of to) {
        listOf[group] = from;
      }
    }
  }
  return [...new Set(listOf)].map((list) => list.sort((a, b) => a - b));
}
