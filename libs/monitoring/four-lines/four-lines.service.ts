import { Injectable } from '@nestjs/common';
import { listEsrReports, readHeldLines, type EsrReport } from '#baselines';
import { UnitOfWork } from '#persistence';
import { readNodeSeries, readStaffGroupTree, type OverviewResult } from '#projections';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { readActualFigures } from '../actuals/actuals.repository';
import { monthsOfYear } from '../year/planned-figures';
import {
  FOUR_LINES,
  FOUR_LINES_SCALE,
  addMonths,
  explainMonth,
  type FourLine,
  type FourLinesOfMonth,
} from './four-lines';
import {
  extraWork,
  linesOfMonth,
  type ExtractMonth,
  type FourLinesMaterial,
  type LineSource,
} from './loaded-months';

/** A staff group's four lines in a month; `all-staff` for all together. */
export interface FourLinesRow extends FourLinesOfMonth {
  readonly staffGroup: string;
  readonly name: string;
}

/** A month with where each line comes from; null for what is not loaded. */
export interface FourLinesMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly sources: Readonly<Record<FourLine, LineSource | null>>;
  /** All staff first. */
  readonly rows: readonly FourLinesRow[];
}

/** The four lines of an organisation in a financial year. */
export interface FourLinesYear {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly scenario: { readonly id: string; readonly name: string };
  /** The projection that requirement comes from; null before the first. */
  readonly result: OverviewResult | null;
  readonly firstYear: number;
  readonly months: readonly FourLinesMonth[];
}

const ALL_STAFF = { code: 'all-staff', name: 'All staff' };
const ON_LEAVE_RULE = 'parental-leave';

/** Contracted, worked, establishment and requirement side by side. Whether it may be seen is decided before. */
@Injectable()
export class FourLinesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param year calendar year in which the financial year begins; the first of the round where it is left out
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async read({ scenarioId, organisationId }: ProjectionUnit, year?: number): Promise<FourLinesYear> {
    return this.unitOfWork.run(async (manager) => {
      const node = await readNodeSeries(manager, scenarioId, organisationId);
      const { firstYear } = year === undefined ? node.round : { firstYear: year };
      const months = monthsOfYear(firstYear).slice(1);
      const material = { ...(await readMaterial(manager, organisationId, months)), node };
      const groups = (await readStaffGroupTree(manager)).filter(({ isLeaf }) => isLeaf);
      const { id, code, name } = node.organisation;
      return {
        organisation: { id, code, name },
        scenario: node.scenario,
        result: node.result,
        firstYear,
        months: months.map((month) => monthOf(month, groups, material)),
      };
    });
  }
}

async function readMaterial(
  manager: EntityManager,
  organisationId: string,
  months: readonly string[],
): Promise<Omit<FourLinesMaterial, 'node'>> {
  const span = { from: months[0] ?? '', to: months.at(-1) ?? '' };
  const actuals = new Map<string, Map<string, number>>();
  for (const { month, staffGroup, line, units } of await readActualFigures(manager, organisationId, span)) {
    if (line !== 'substantive') continue;
    actuals.set(month, (actuals.get(month) ?? new Map<string, number>()).set(staffGroup, units));
  }
  const reports = await listEsrReports(manager, organisationId);
  return {
    extracts: extractMonths(reports),
    ledger: await readHeldLines(manager, { organisationId, kind: 'ledger' }, span),
    roster: await readHeldLines(manager, { organisationId, kind: 'roster' }, span),
    actuals,
  };
}

/** Of each month end the latest extract that is fully mapped. */
function extractMonths(reports: readonly EsrReport[]): ReadonlyMap<string, ExtractMonth> {
  const usable = reports.filter(({ blockedBy }) => blockedBy.length === 0).toReversed();
  return new Map(
    usable.map(({ asAt, position }) => [
      asAt.slice(0, 7),
      {
        month: asAt.slice(0, 7),
        byGroup: new Map(position.byGroup.map(({ staffGroupCode, fte }) => [staffGroupCode, fte])),
        onLeave: position.rules.find(({ code }) => code === ON_LEAVE_RULE)?.fte ?? 0,
      },
    ]),
  );
}

interface NamedGroup {
  readonly code: string;
  readonly name: string;
}

function monthOf(month: string, groups: readonly NamedGroup[], material: FourLinesMaterial): FourLinesMonth {
  const sourced = linesOfMonth(month, material);
  const loaded = groups.map(({ code }) => ({
    lines: Object.fromEntries(
      FOUR_LINES.map((line) => [
        line,
        sourced[line] === null ? null : (sourced[line].byGroup.get(code) ?? 0),
      ]),
    ) as Record<FourLine, number | null>,
    paid: extraWork(material.ledger, month, code),
    rostered: extraWork(material.roster, month, code),
    onLeave: null,
  }));
  const onLeave =
    sourced.contracted?.source === 'esr-extract'
      ? Math.round((material.extracts.get(month)?.onLeave ?? 0) * FOUR_LINES_SCALE)
      : null;
  const rows = groups.flatMap(({ code, name }, index): FourLinesRow[] => {
    const own = loaded[index];
    if (own === undefined || Object.values(own.lines).every((value) => value === null || value === 0))
      return [];
    return [{ staffGroup: code, name, ...explainMonth(own) }];
  });
  const all = explainMonth({ ...addMonths(loaded), onLeave });
  return {
    month,
    sources: Object.fromEntries(FOUR_LINES.map((line) => [line, sourced[line]?.source ?? null])) as Record<
      FourLine,
      LineSource | null
    >,
    rows: [{ staffGroup: ALL_STAFF.code, name: ALL_STAFF.name, ...all }, ...rows],
  };
}
