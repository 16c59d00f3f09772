import { simulate } from '#engine';

import { benchmarkGrowth, type GrowthEvidence } from '../calibration';
import { compileProjection } from '../projection';
import {
  calibratedInput,
  type CalibratedUnit,
  type KnownGroup,
  type ProjectionReach,
} from './calibrated-input';
import type { ProjectionInput } from '../projection/projection-input';
import type { Cell, OrganisationHistory, PublishedHistory } from './published-history';

/** What one organisation's staff group is projected to be. */
export interface ProjectedCell {
  readonly cell: Cell;
  /** The months that were known, ending at the month of calibration. */
  readonly known: readonly (number | null)[];
  /** FTE in the month of calibration. */
  readonly opening: number;
  /** Projected FTE 1, 2, … months later. */
  readonly path: readonly number[];
}

/** Longest history that a calibration looks at. */
const MONTHS_USED = 36;

/** Calibrates every organisation's staff groups on a frozen history and projects them with the product's own engine. */
export function projectCells(frozen: PublishedHistory, reach: ProjectionReach): readonly ProjectedCell[] {
  const growthOf = growthByGroup(frozen);
  return frozen.organisations.flatMap((organisation) =>
    projectOrganisation(organisation, frozen, reach, growthOf),
  );
}

type GrowthOf = (staffGroup: string, benchmarkGroup: string) => GrowthEvidence;

/** Growth of the peers of every staff group and kind of organisation. */
export function growthByGroup(frozen: PublishedHistory): GrowthOf {
  const lastMonth = frozen.months.at(-1) ?? '';
  const byGroup = new Map(
    frozen.staffGroups.map(({ code }) => [
      code,
      benchmarkGrowth({
        lastMonth,
        nation: frozen.nation[code] ?? null,
        members: frozen.organisations.flatMap(({ benchmarkGroup, fte }) => {
          const series = fte[code];
          return series === undefined ? [] : [{ benchmarkGroup, fte: series }];
        }),
      }),
    ]),
  );
  return (staffGroup, benchmarkGroup) => {
    const growth = byGroup.get(staffGroup);
    if (growth === undefined) throw new RangeError(`there is no staff group ${staffGroup}`);
    return growth(benchmarkGroup);
  };
}

function projectOrganisation(
  organisation: OrganisationHistory,
  frozen: PublishedHistory,
  reach: ProjectionReach,
  growthOf: GrowthOf,
): readonly ProjectedCell[] {
  const { code, name, benchmarkGroup } = organisation;
  const groups = frozen.staffGroups.flatMap((definition): KnownGroup[] => {
    const fte = organisation.fte[definition.code]?.slice(-MONTHS_USED);
    if ((fte?.at(-1) ?? 0) <= 0 || fte === undefined) return [];
    return [{ definition, fte, growth: growthOf(definition.code, benchmarkGroup) }];
  });
  if (groups.length === 0) return [];
  const paths = projectUnit({ code, name, baselineMonth: frozen.months.at(-1) ?? '', groups }, reach);
  return groups.map(({ definition, fte }, index) => ({
    cell: { organisation: code, benchmarkGroup, staffGroup: definition.code },
    known: fte,
    opening: fte.at(-1) ?? 0,
    path: paths[index] ?? [],
  }));
}

/** Projected FTE of each group of a unit, 1 to `horizon` months after its baseline month. */
export function projectUnit(unit: CalibratedUnit, reach: ProjectionReach): readonly (readonly number[])[] {
  return projectedFte(calibratedInput(unit, reach), reach.horizon);
}

/** FTE of each group of an input, compiled and simulated as every projection is; stocks only, without its reports. */
export function projectedFte(input: ProjectionInput, horizon: number): readonly (readonly number[])[] {
  const { groups } = simulate(compileProjection(input).engine, { cellMonths: [] });
  return groups.map(({ fte }) => [...fte.slice(1, horizon + 1)]);
}
