import { Injectable } from '@nestjs/common';
import {
  AssumptionsService,
  RegistersService,
  ScenarioDifferenceService,
  type HistoryQuestion,
} from '#assumptions';
import { PLANNING_MODULES, type PlanningModule } from '#modules';
import type { CellQuestion } from '#modules/explanation';
import { REGISTERS } from '#modules/register';
import type { ModuleReport } from '#modules/reporting';
import type { YearComparison } from '#monitoring';
import { AnalysisService, ProjectionsService, type Overview, type ProjectionStatus } from '#projections';
import type { ProjectionUnit } from '#queue';
import { assumptionsView, historyView, type GridFilters, type GridSet } from './assumptions-view';
import type { ScenarioRow } from './lists';
import { changesView, MOST_CHANGES } from './changes-view';
import { explanationView } from './explanation-view';
import { inTheYearView, type YearFilters } from './in-the-year-view';
import { overviewView, type OverviewFilters, type OverviewMaterial } from './overview-view';
import { planView, type PlanMaterial } from './plan-view';
import { registersView } from './register-view';
import { reportView, type TableChoices } from './report-view';
import { scenariosView, type ScenarioFilters } from './scenarios-view';
import { isSumIn, sumView } from './sum-view';
import type { View } from './view';

/** Sums of more organisations than this have no table by organisation: it would take minutes to read. */
const MOST_ORGANISATIONS = 60;

/** Which assumptions: one parameter, a module's, or all. */
export type GridSubject =
  { readonly parameter: string } | { readonly module: PlanningModule } | { readonly module: 'all' };

/** A number to be explained. */
export interface ExplainedFigure extends CellQuestion {
  /** An earlier run; what is published without it. */
  readonly run: string | undefined;
  /** Organisations that the person may read. */
  readonly visible: ReadonlySet<string>;
}

/** Which scenarios are shown. */
export interface ScenariosShown {
  /** Those beside the unit's own, the first to be held against; null for its base. */
  readonly beside: readonly string[] | null;
  /** Those of the round. */
  readonly tree: readonly ScenarioRow[];
}

/** What the pages show, as tables for files. Whether the person may see it is decided before it is called. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly projections: ProjectionsService,
    private readonly analyses: AnalysisService,
    private readonly assumptions: AssumptionsService,
    private readonly registers: RegistersService,
    private readonly differences: ScenarioDifferenceService,
  ) {}

  /**
   * @param visible organisations that the person may read
   * @throws NotFoundError for an unknown scenario, organisation or staff group
   */
  async overview(
    unit: ProjectionUnit,
    filters: OverviewFilters,
    visible: ReadonlySet<string>,
  ): Promise<View> {
    return overviewView(await this.overviewMaterial(unit, visible), filters);
  }

  /**
   * @throws NotFoundError for an unknown scenario or organisation
   * @throws InvalidInputError for scenarios of different rounds
   */
  async scenarios(
    unit: ProjectionUnit,
    { beside, tree }: ScenariosShown,
    filters: ScenarioFilters,
  ): Promise<View> {
    const ids = beside ?? (await this.differences.baseOf(unit.scenarioId));
    const [baseScenarioId] = ids;
    const difference =
      baseScenarioId === undefined ? null : await this.differences.read({ ...unit, baseScenarioId });
    const overviews = await Promise.all(ids.map((scenarioId) => this.readOverview({ ...unit, scenarioId })));
    const others = overviews.filter(({ result }) => result !== null);
    return scenariosView({ tree, overview: await this.readOverview(unit), others, difference }, filters);
  }

  /** @throws NotFoundError where nothing is published for the organisation itself */
  async report(
    unit: ProjectionUnit,
    module: PlanningModule,
    choices: TableChoices,
    gone?: AbortSignal,
  ): Promise<View> {
    const report = await this.readReport(unit, module, gone);
    return reportView(report, await this.readOverview(unit), choices);
  }

  /** Register entries of a module, as its page lists them. @throws NotFoundError for an unknown unit */
  async registerEntries(unit: ProjectionUnit, module: PlanningModule): Promise<View> {
    const keys = REGISTERS.filter((register) => register.module === module).map(({ key }) => key);
    const { scenarioId, organisationId } = unit;
    const listings = await Promise.all(
      keys.map((key) => this.registers.list(scenarioId, organisationId, key)),
    );
    return registersView(module, await this.readOverview(unit), listings);
  }

  /** @throws NotFoundError where nothing is published for the organisation itself, or for the staff group */
  async explanation(unit: ProjectionUnit, { run, visible, ...question }: ExplainedFigure): Promise<View> {
    const overview = await this.readOverview(unit);
    if (run === undefined && isSumIn(overview, question.staffGroup)) {
      const status = await this.projections.status(unit.scenarioId, unit.organisationId);
      const units = status.units.filter(({ organisation }) => visible.has(organisation.id));
      const { organisations } = await this.organisationsOf(unit, units, overview.result?.kind === 'run');
      return sumView(overview, organisations, question);
    }
    const explained = await this.projections.explain(unit, question, run);
    return explanationView(explained, overview);
  }

  /** @throws NotFoundError for an unknown scenario, organisation or parameter */
  async assumptionGrid(unit: ProjectionUnit, subject: GridSubject, filters: GridFilters): Promise<View> {
    return assumptionsView(await this.readGrids(unit, subject), filters);
  }

  /** @throws NotFoundError for an unknown scenario, organisation or parameter */
  async history(question: HistoryQuestion): Promise<View> {
    const entries = await this.assumptions.history(question);
    return historyView(entries, question, await this.readGrids(question, question));
  }

  /** @throws NotFoundError for an unknown scenario or organisation */
  async changes(unit: ProjectionUnit): Promise<View> {
    return changesView(await this.assumptions.changes({ ...unit, limit: MOST_CHANGES }));
  }

  /**
   * Everything of a plan.
   *
   * @param visible organisations that the person may read
   * @throws NotFoundError for an unknown scenario or organisation
   */
  async plan(unit: ProjectionUnit, visible: ReadonlySet<string>, gone?: AbortSignal): Promise<View> {
    const material = await this.overviewMaterial(unit, visible);
    const isOrganisation = material.overview.result?.kind === 'run';
    const registers = REGISTERS.map(({ key }) =>
      this.registers.list(unit.scenarioId, unit.organisationId, key),
    );
    return planView({
      ...material,
      ...(await this.organisationsOf(unit, material.status.units, isOrganisation)),
      reports: isOrganisation ? await this.allReports(unit, gone) : [],
      grids: await this.readGrids(unit, { module: 'all' }),
      registers: await Promise.all(registers),
    });
  }

  /** The organisation of a unit. @throws NotFoundError */
  async organisation(unit: ProjectionUnit): Promise<Overview['organisation']> {
    return (await this.readOverview(unit)).organisation;
  }

  /** A year of a unit against its plan. @throws NotFoundError for an unknown scenario or organisation */
  async inTheYear(unit: ProjectionUnit, comparison: YearComparison, filters: YearFilters): Promise<View> {
    return inTheYearView(comparison, await this.readOverview(unit), filters);
  }

  private readOverview({ scenarioId, organisationId }: ProjectionUnit): Promise<Overview> {
    return this.projections.overview(scenarioId, organisationId);
  }

  private async overviewMaterial(
    unit: ProjectionUnit,
    visible: ReadonlySet<string>,
  ): Promise<OverviewMaterial> {
    const { scenarioId, organisationId } = unit;
    const status = await this.projections.status(scenarioId, organisationId);
    return {
      overview: await this.readOverview(unit),
      status: { ...status, units: status.units.filter(({ organisation }) => visible.has(organisation.id)) },
      ranges: await this.projections.ranges(scenarioId, organisationId),
    };
  }

  private async organisationsOf(
    { scenarioId }: ProjectionUnit,
    units: ProjectionStatus['units'],
    isOrganisation: boolean,
  ): Promise<Pick<PlanMaterial, 'organisations' | 'leftOut'>> {
    if (isOrganisation) return { organisations: [], leftOut: 0 };
    if (units.length > MOST_ORGANISATIONS) {
      return { organisations: [], leftOut: units.length };
    }
    const organisations: Overview[] = [];
    for (const { organisation } of units) {
      organisations.push(await this.readOverview({ scenarioId, organisationId: organisation.id }));
    }
    return { organisations, leftOut: 0 };
  }

  private async readReport(
    unit: ProjectionUnit,
    module: PlanningModule,
    gone?: AbortSignal,
  ): Promise<ModuleReport> {
    const { answer } = await this.analyses.answerForUnit(unit, { kind: 'report', module }, gone);
    return answer as ModuleReport;
  }

  private async allReports(unit: ProjectionUnit, gone?: AbortSignal): Promise<readonly ModuleReport[]> {
    const reports: ModuleReport[] = [];
    for (const module of PLANNING_MODULES) reports.push(await this.readReport(unit, module, gone));
    return reports;
  }

  private async readGrids(unit: ProjectionUnit, subject: GridSubject): Promise<GridSet> {
    const { scenarioId, organisationId } = unit;
    if ('parameter' in subject) {
      const grid = await this.assumptions.readGrid({
        scenarioId,
        organisationId,
        parameter: subject.parameter,
      });
      return { ...grid, grids: [{ parameter: grid.parameter, rows: grid.rows }] };
    }
    const modules = subject.module === 'all' ? PLANNING_MODULES : [subject.module];
    const [first, ...others] = await this.readModules(unit, modules);
    if (first === undefined) throw new Error('There is no planning module.');
    return { ...first, grids: [first, ...others].flatMap(({ grids }) => grids) };
  }

  private async readModules(
    { scenarioId, organisationId }: ProjectionUnit,
    modules: readonly PlanningModule[],
  ): Promise<readonly GridSet[]> {
    const sets: GridSet[] = [];
    for (const module of modules) {
      sets.push(await this.assumptions.readModuleGrid({ scenarioId, organisationId, module }));
    }
    return sets;
  }
}
