import type { EngineGroup, EngineInput, JoinerSpread } from '../model';
import type { CollapsibleAxis } from './run-model';

/**
 * The same organisation without the dimensions along which no rate differs: ethnicities, and ages where
 * every group's exit rates are equal at all ages. No total changes (dimension neutrality: projection
 * model, section 7).
 */
export function collapse(input: EngineInput, keep: readonly CollapsibleAxis[]): EngineInput {
  const ages = input.ageBandWidths.length;
  const isAgesCollapsed = !keep.includes('ages') && input.groups.every((group) => isFlatByAge(group, ages));
  const sum = summing(input, {
    ages: isAgesCollapsed ? 1 : ages,
    ethnicities: keep.includes('ethnicities') ? input.ethnicities : 1,
  });
  return {
    ...input,
    ageBandWidths: isAgesCollapsed ? [null] : input.ageBandWidths,
    ethnicities: keep.includes('ethnicities') ? input.ethnicities : 1,
    groups: input.groups.map((group) => ({
      ...withCells(group, sum),
      exitProbability: isAgesCollapsed
        ? group.exitProbability.map((table) => table.filter((_, index) => index % ages === 0))
        : group.exitProbability,
    })),
  };
}

function isFlatByAge({ exitProbability }: EngineGroup, ages: number): boolean {
  return exitProbability.every((table) =>
    table.every((probability, index) => probability === table[index - (index % ages)]),
  );
}

type Cells = readonly number[];

/** Shares that together are all may add up to a last digit above 1. */
function atMostOne(share: number): number {
  return Math.min(1, share);
}

/** A function that adds up cells of the input's shape along the axes that have become shorter. */
function summing(input: EngineInput, kept: { readonly ages: number; readonly ethnicities: number }) {
  const ages = input.ageBandWidths.length;
  return (cells: Cells): Cells => {
    const sums = new Array<number>(input.bands * kept.ages * kept.ethnicities).fill(0);
    cells.forEach((value, cell) => {
      const ethnicity = cell % input.ethnicities;
      const row = Math.floor(cell / input.ethnicities);
      const age = Math.min(row % ages, kept.ages - 1);
      const place =
        (Math.floor(row / ages) * kept.ages + age) * kept.ethnicities +
        Math.min(ethnicity, kept.ethnicities - 1);
      sums[place] = (sums[place] ?? 0) + value;
    });
    return sums;
  };
}

function withCells(group: EngineGroup, sum: (cells: Cells) => Cells): EngineGroup {
  const spread = <Joiners extends JoinerSpread>(joiners: readonly Joiners[]): Joiners[] =>
    joiners.map((each) => ({ ...each, profiles: each.profiles.map((cells) => sum(cells).map(atMostOne)) }));
  const { recruitment } = group;
  return {
    ...group,
    headcount: sum(group.headcount),
    fte: sum(group.fte),
    recruitment:
      recruitment.mode === 'planned'
        ? { ...recruitment, sources: spread(recruitment.sources) }
        : { ...recruitment, sources: spread(recruitment.sources) },
    returns: spread(group.returns ?? []),
  };
}
