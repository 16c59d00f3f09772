import { readScenarioChain } from '#assumptions';
import { financialYearLabel } from '#modules/report-layout';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { NURSING, usualLevers, type OfferedLever } from '../catalogue';
import { offeredLimits, type OfferedLimit } from './asked-limits';

/** A lever of the catalogue for a staff group. */
export interface LeverOnOffer extends Omit<
  OfferedLever,
  'key' | 'action' | 'pool' | 'suppliedBy' | 'funded'
> {
  readonly lever: string;
}

/** What can be asked of the optimiser. */
export interface PlanOffer {
  readonly years: readonly { readonly year: number; readonly label: string }[];
  /** Nursing first, which most plans are about. */
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
  readonly levers: readonly LeverOnOffer[];
  readonly limits: readonly (OfferedLimit & { readonly staffGroup: string | null })[];
}

/** The levers and limits for the staff groups that the round plans. @throws NotFoundError for an unknown scenario */
export async function readPlanOffer(
  manager: EntityManager,
  { scenarioId }: Pick<ProjectionUnit, 'scenarioId'>,
): Promise<PlanOffer> {
  const { round } = await readScenarioChain(manager, scenarioId);
  const rows: { code: string; name: string }[] = await manager.query(
    'SELECT code, name FROM staff_group WHERE is_leaf = 1 ORDER BY code <> ?, position',
    [NURSING],
  );
  return {
    years: Array.from({ length: round.years }, (_, index) => round.firstYear + index).map((year) => ({
      year,
      label: financialYearLabel(year),
    })),
    staffGroups: rows,
    levers: rows.flatMap(({ code }) => usualLevers(code, round.years).map(onOffer)),
    limits: [null, ...rows.map(({ code }) => code)].flatMap((staffGroup) =>
      offeredLimits(staffGroup).map((limit) => ({ ...limit, staffGroup })),
    ),
  };
}

function onOffer(lever: OfferedLever): LeverOnOffer {
  return {
    lever: lever.key,
    label: lever.label,
    unit: lever.unit,
    most: lever.most,
    mostPer: lever.mostPer,
    ramp: lever.ramp,
    leadMonths: lever.leadMonths,
    unitCost: lever.unitCost,
    costPer: lever.costPer,
    wholeUpTo: lever.wholeUpTo,
    source: lever.source,
    staffGroup: lever.staffGroup,
  };
}
