import { Injectable } from '@nestjs/common';
import type { AskedFigure } from '#modules/analysis';
import { marchOf, sumOfChanges, sumOfTornados } from '#modules/report-layout';
import { NotFoundError } from '#platform';
import { AnalysisService, ProjectionsService, type Overview } from '#projections';
import type { ProjectionUnit } from '#queue';
import { BEFORE, BEFORE_TEXT } from './lists';
import { changedTable, mattersTable } from './question-tables';
import type { ViewTable } from './view';

/** A question about a figure, as a page asks it. */
export interface AskedQuestion {
  readonly kind: 'matters' | 'changed';
  /** A staff group that is projected itself, or all staff; all staff without it. */
  readonly group: string | undefined;
  /** What a change is held against: a scenario, or `before`. */
  readonly against: string | undefined;
  /** Organisations that the person may read. */
  readonly visible: ReadonlySet<string>;
}

/** Answers to what pages ask about their figures, as tables for files. Whether they may be seen is decided before. */
@Injectable()
export class QuestionViewsService {
  constructor(
    private readonly projections: ProjectionsService,
    private readonly analyses: AnalysisService,
  ) {}

  /**
   * The table of an answer about staff in post at the end of the plan; a sum asks each of its organisations.
   *
   * @returns null where there is nothing to compare with
   * @throws UnavailableError where too many questions wait
   * @throws ComputationFailedError where the engine cannot answer
   */
  async table(unit: ProjectionUnit, asked: AskedQuestion, gone?: AbortSignal): Promise<ViewTable | null> {
    const overview = await this.projections.overview(unit.scenarioId, unit.organisationId);
    const last = overview.years.at(-1);
    if (overview.result === null || last === undefined) return null;
    const figure: AskedFigure = {
      staffGroup: asked.group ?? 'all-staff',
      measure: 'fte',
      month: marchOf(last.year),
      span: 'month',
    };
    const units = await this.unitsOf(unit, overview, asked.visible);
    return asked.kind === 'matters'
      ? this.matters(units, figure, { overview, gone })
      : this.changed(units, figure, { overview, gone, against: asked.against ?? BEFORE });
  }

  private async unitsOf(
    unit: ProjectionUnit,
    { result }: Overview,
    visible: ReadonlySet<string>,
  ): Promise<readonly ProjectionUnit[]> {
    if (result?.kind === 'run') return [unit];
    const { units } = await this.projections.status(unit.scenarioId, unit.organisationId);
    return units
      .filter(({ organisation }) => visible.has(organisation.id))
      .map(({ organisation }) => ({ ...unit, organisationId: organisation.id }));
  }

  private async matters(
    units: readonly ProjectionUnit[],
    figure: AskedFigure,
    { overview, gone }: { readonly overview: Overview; readonly gone: AbortSignal | undefined },
  ): Promise<ViewTable> {
    const tornados: Parameters<typeof sumOfTornados>[0][number][] = [];
    for (const unit of units) {
      const { answer } = await this.analyses.answerForUnit(unit, { kind: 'tornado', figure }, gone);
      tornados.push(answer as (typeof tornados)[number]);
    }
    const nameOf = (code: string) => overview.staffGroups.find((group) => group.code === code)?.name ?? code;
    return mattersTable(sumOfTornados(tornados), nameOf);
  }

  private async changed(
    units: readonly ProjectionUnit[],
    figure: AskedFigure,
    { overview, gone, against }: Compared,
  ): Promise<ViewTable | null> {
    const baseScenarioId = against === BEFORE ? null : against;
    const changes: Parameters<typeof sumOfChanges>[0][number][] = [];
    try {
      for (const unit of units) {
        const { answer } = await this.analyses.attributionForUnit({ ...unit, baseScenarioId }, figure, gone);
        changes.push(answer as (typeof changes)[number]);
      }
      const from = await this.nameOf(overview, baseScenarioId);
      return changedTable(sumOfChanges(changes), { from, to: overview.scenario.name });
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }

  private async nameOf({ organisation }: Overview, scenarioId: string | null): Promise<string> {
    if (scenarioId === null) return BEFORE_TEXT;
    return (await this.projections.overview(scenarioId, organisation.id)).scenario.name;
  }
}

interface Compared {
  readonly overview: Overview;
  readonly gone: AbortSignal | undefined;
  readonly against: string;
}
