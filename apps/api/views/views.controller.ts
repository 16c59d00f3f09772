import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PermissionService, type SignedInPerson } from '#access';
import { MonitoringService } from '#monitoring';
import { NotFoundError } from '#platform';
import { PlansService, type RoundSummary } from '#plans';
import type { ProjectionUnit } from '#queue';
import { QuestionViewsService, ViewsService, type AskedQuestion, type GridSubject, type View } from '#views';
import { scenarioRows } from '#views/lists';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { whileWaiting } from '../edge/waiting-client';
import { sendView } from './send-view';
import { choicesOf, ViewFile } from './view-file';
import {
  AssumptionsViewQuery,
  ExplanationViewQuery,
  FormatParam,
  HistoryViewQuery,
  InTheYearViewQuery,
  OverviewViewQuery,
  ReportViewQuery,
  ScenariosViewQuery,
  ViewQuery,
} from './views.request';

const FIRST_SHOWN = 'retention.leaver-rate';

/** What the pages show, with their filters, as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, not projected yet, or not open to you.' })
@Controller('views')
export class ViewsController {
  constructor(
    private readonly views: ViewsService,
    private readonly questions: QuestionViewsService,
    private readonly permissions: PermissionService,
    private readonly plans: PlansService,
    private readonly monitoring: MonitoringService,
  ) {}

  @Get('overview.:format')
  @Requires('projections:read', 'query.organisationId')
  @ViewFile('downloadOverview', 'The plan overview')
  async overview(
    @Param() { format }: FormatParam,
    @Query() { table, group, lines, ask, against, ...unit }: OverviewViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visible = await this.permissions.organisationsWith(person.id, 'projections:read');
    const asked = wanted(table, ask) ? { kind: ask, group, against, visible } : null;
    const work = async (gone: AbortSignal) =>
      this.withAnswer(await this.views.overview(unit, { group, lines }, visible), unit, { asked, gone });
    await whileWaiting(reply, work, (view) => sendView(reply, view, { format, table }));
  }

  @Get('scenarios.:format')
  @Requires('assumptions:read', 'query.organisationId')
  @ViewFile('downloadScenarios', 'A scenario beside others')
  async scenarios(
    @Param() { format }: FormatParam,
    @Query() query: ScenariosViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const {
      table,
      with: beside,
      group = 'all-staff',
      line = 'staff-in-post',
      archived,
      ask,
      ...unit
    } = query;
    await this.permissions.requireOn(person.id, 'projections:read', unit.organisationId);
    const open = await this.permissions.organisationsWith(person.id, 'projections:read');
    const round = await this.roundOf(unit, (organisationId) => open.has(organisationId));
    const tree = scenarioRows(round.scenarios, {
      withArchived: archived !== undefined,
      currentId: unit.scenarioId,
    });
    const shown = { beside: beside?.split(',').filter((id) => id !== '') ?? null, tree };
    const base = round.scenarios.find(({ id }) => id === unit.scenarioId)?.baseScenarioId ?? undefined;
    const against = shown.beside?.[0] ?? base;
    const asked =
      wanted(table, ask) && against !== undefined ? { kind: ask, group, against, visible: open } : null;
    const work = async (gone: AbortSignal) =>
      this.withAnswer(await this.views.scenarios(unit, shown, { group, line }), unit, { asked, gone });
    await whileWaiting(reply, work, (view) => sendView(reply, view, { format, table }));
  }

  @Get('in-the-year.:format')
  @Requires('plans:read', 'query.organisationId')
  @ViewFile('downloadInTheYear', 'Plan against actual of an organisation')
  async inTheYear(
    @Param() { format }: FormatParam,
    @Query() { table, group, line = 'substantive', expected = 'joiners', ...unit }: InTheYearViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { firstYear } = await this.roundOf(unit, () => true);
    const { organisationId } = unit;
    const comparison = await this.monitoring.read({ organisationId, firstYear }, group);
    const view = await this.views.inTheYear(unit, comparison, { line, expected });
    await sendView(reply, view, { format, table });
  }

  @Get('report.:format')
  @Requires('projections:read', 'query.organisationId')
  @ViewFile('downloadReport', 'A planning module’s page')
  async report(
    @Param() { format }: FormatParam,
    @Query() { table, module, show, ...unit }: ReportViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const work = (gone: AbortSignal) =>
      table?.startsWith('register-') === true
        ? this.views.registerEntries(unit, module)
        : this.views.report(unit, module, choicesOf(show), gone);
    await whileWaiting(reply, work, (view) => sendView(reply, view, { format, table }));
  }

  @Get('explanation.:format')
  @Requires('projections:read', 'query.organisationId')
  @ViewFile('downloadExplanation', 'How one number came about')
  async explanation(
    @Param() { format }: FormatParam,
    @Query() { table, scenarioId, organisationId, run, ...question }: ExplanationViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visible = await this.permissions.organisationsWith(person.id, 'projections:read');
    const unit = { scenarioId, organisationId };
    const view = await this.views.explanation(unit, { ...question, run, visible });
    await sendView(reply, view, { format, table });
  }

  @Get('assumptions.:format')
  @Requires('assumptions:read', 'query.organisationId')
  @ViewFile('downloadAssumptions', 'The assumption grid')
  async assumptions(
    @Param() { format }: FormatParam,
    @Query() query: AssumptionsViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { table, scenarioId, organisationId, find = '', rows: show = 'all', sort } = query;
    const filters = { find, show, sort: sortOf(sort) };
    const view = await this.views.assumptionGrid({ scenarioId, organisationId }, subjectOf(query), filters);
    await sendView(reply, view, { format, table });
  }

  @Get('history.:format')
  @Requires('assumptions:read', 'query.organisationId')
  @ViewFile('downloadHistory', 'The history of one assumption')
  async history(
    @Param() { format }: FormatParam,
    @Query() { table, ...question }: HistoryViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendView(reply, await this.views.history(question), { format, table });
  }

  @Get('changes.:format')
  @Requires('assumptions:read', 'query.organisationId')
  @ViewFile('downloadChanges', 'What was changed in a plan')
  async changes(
    @Param() { format }: FormatParam,
    @Query() { table, ...unit }: ViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendView(reply, await this.views.changes(unit), { format, table });
  }

  @Get('plan.:format')
  @Requires('assumptions:read', 'query.organisationId')
  @ViewFile('downloadPlan', 'The whole plan')
  async plan(
    @Param() { format }: FormatParam,
    @Query() { table, ...unit }: ViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.permissions.requireOn(person.id, 'projections:read', unit.organisationId);
    const visible = await this.permissions.organisationsWith(person.id, 'projections:read');
    const work = (gone: AbortSignal) => this.views.plan(unit, visible, gone);
    await whileWaiting(reply, work, (view) => sendView(reply, view, { format, table }));
  }

  /** A view with the answer to what is asked of its figures. */
  private async withAnswer(
    view: View,
    unit: ProjectionUnit,
    { asked, gone }: { readonly asked: AskedQuestion | null; readonly gone: AbortSignal },
  ): Promise<View> {
    const { scenarioId, organisationId } = unit;
    const answer =
      asked === null ? null : await this.questions.table({ scenarioId, organisationId }, asked, gone);
    return answer === null ? view : { ...view, tables: [...view.tables, answer] };
  }

  /** The round of a scenario, with the scenarios that may be seen. */
  private async roundOf(
    { scenarioId }: ProjectionUnit,
    mayReadAt: (organisationId: string) => boolean,
  ): Promise<RoundSummary> {
    const rounds = await this.plans.rounds(() => false, mayReadAt);
    const round = rounds.find(({ scenarios }) => scenarios.some(({ id }) => id === scenarioId));
    if (round === undefined) throw new NotFoundError('There is no such scenario.', { scenarioId });
    return round;
  }
}

/** Whether what is asked is among what is wanted: an answer takes a while. */
function wanted<Kind extends AskedQuestion['kind']>(
  table: string | undefined,
  ask: Kind | undefined,
): ask is Kind {
  return ask !== undefined && (table === undefined || table === ask);
}

function subjectOf({ parameter, module }: AssumptionsViewQuery): GridSubject {
  return module === undefined ? { parameter: parameter ?? FIRST_SHOWN } : { module };
}

function sortOf(sort: string | undefined) {
  if (sort === undefined) return null;
  const [year, direction] = sort.split('.');
  return {
    year: Number(year),
    direction: direction === 'descending' ? ('descending' as const) : ('ascending' as const),
  };
}
