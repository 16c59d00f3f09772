import type { EngineInput } from '#engine';

import type { ProjectionInput } from '../projection/projection-input';

/**
 * The input without the dimensions that change no headline measure: ethnicities, and ages where no rate
 * of exit differs by age in the central case. Totals do not depend on how cells with equal rates are split
 * (dimension neutrality, projection model, section 7), so that draws need far fewer cells.
 */
export function headlineInput(input: ProjectionInput, central: EngineInput): ProjectionInput {
  const ages = central.ageBandWidths.length;
  const isFlatByAge = central.groups.every(({ exitProbability }) =>
    exitProbability.every((table) =>
      table.every((probability, index) => probability === table[index - (index % ages)]),
    ),
  );
  return {
    ...input,
    ethnicities: ['all'],
    ageBands: isFlatByAge ? [{ code: 'all-ages', widthYears: null }] : input.ageBands,
    staffGroups: input.staffGroups.map(({ bandByEthnicity: _, ...group }) => ({
      ...group,
      ethnicityShares: [1],
      ageShares: isFlatByAge ? [1] : group.ageShares,
    })),
  };
}
