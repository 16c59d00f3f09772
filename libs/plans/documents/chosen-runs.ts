import type { EntityManager } from 'typeorm';
import { readYearEndFigures } from '#projections';
import type { DocumentContext } from './document-context';
import { readDocuments } from './document-rows.repository';
import type { FrozenRun, LeftOutOrganisation } from './version-content';
import { readVersionContent } from './version.repository';

/** A run that is taken, without its figures. */
export type ChosenRun = Omit<FrozenRun, 'figures'>;

/** The runs that a document's figures are, and what is missing for them. */
export interface ChosenRuns {
  readonly runs: readonly ChosenRun[];
  readonly leftOut: readonly LeftOutOrganisation[];
  /** Organisations that should be in it and have no published projection. */
  readonly withoutRun: readonly { readonly id: string; readonly name: string; readonly scenario: string }[];
}

/**
 * The run of each organisation of a document: that of the return which the system has received, else the
 * one published now under the chosen scenario, marked as partial.
 */
export async function chooseRuns(manager: EntityManager, context: DocumentContext): Promise<ChosenRuns> {
  const received = await receivedRuns(manager, context);
  const runs: ChosenRun[] = [];
  const leftOut: LeftOutOrganisation[] = [];
  const withoutRun: { id: string; name: string; scenario: string }[] = [];
  for (const member of context.members) {
    const { inclusion, scenarioId, reason } = choiceFor(context, member.id);
    const organisation = { id: member.id, code: member.code, name: member.name };
    if (inclusion === 'left-out') {
      leftOut.push({ organisation, reason });
      continue;
    }
    const taken = received.get(member.id);
    if (taken !== undefined && scenarioId === context.document.scenarioId) {
      runs.push(taken);
      continue;
    }
    const scenario = context.family.find(({ id }) => id === scenarioId);
    const run = await publishedRun(manager, scenarioId, member.id);
    const name = scenario?.name ?? 'its scenario';
    if (run === null) withoutRun.push({ id: member.id, name: member.name, scenario: name });
    else {
      const standing = context.document.kind === 'system-plan' ? 'partial' : 'own';
      const place = {
        organisation,
        standing,
        returnVersion: null,
        scenario: { id: scenarioId, name },
      } as const;
      runs.push({ ...place, ...run });
    }
  }
  return { runs, leftOut, withoutRun };
}

/** How a plan takes an organisation: as entered, or as it stands in the plan's scenario. */
function choiceFor({ contents, document }: DocumentContext, organisationId: string) {
  const entry = (contents['organisations'] ?? []).find(
    ({ values }) => values['organisation'] === organisationId,
  );
  const { inclusion = 'included', scenario, reason = '' } = entry?.values ?? {};
  return {
    inclusion,
    scenarioId: typeof scenario === 'string' ? scenario : document.scenarioId,
    reason: String(reason),
  };
}

async function receivedRuns(
  manager: EntityManager,
  { document, members }: DocumentContext,
): Promise<ReadonlyMap<string, ChosenRun>> {
  if (document.kind !== 'system-plan') return new Map();
  const ids = new Set(members.map(({ id }) => id));
  const returns = (await readDocuments(manager, document.roundId)).filter(
    ({ kind, state, organisationId }) =>
      kind === 'organisation-return' && state === 'received' && ids.has(organisationId),
  );
  const taken = new Map<string, ChosenRun>();
  for (const { id, version, organisationId } of returns) {
    const { runs } = await readVersionContent(manager, id, version);
    const [run] = runs;
    if (run === undefined) continue;
    const { figures: _figures, ...chosen } = run;
    taken.set(organisationId, { ...chosen, standing: 'received', returnVersion: version });
  }
  return taken;
}

type PublishedRun = Omit<ChosenRun, 'organisation' | 'standing' | 'returnVersion' | 'scenario'>;

/** The run published now for an organisation under a scenario; null before the first. */
export async function publishedRun(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<PublishedRun | null> {
  const [row]: PublishedRun[] = await manager.query(
    `SELECT r.id AS runId, r.input_sha256 AS inputSha256, r.result_sha256 AS resultSha256,
       r.engine_version AS engineVersion, r.seed, r.draws, b.sha256 AS baselineSha256
     FROM projection_unit u JOIN projection_run r ON r.id = u.published_run_id
       JOIN scenario s ON s.id = u.scenario_id
       LEFT JOIN round_participant p ON p.round_id = s.round_id AND p.organisation_id = u.organisation_id
       LEFT JOIN baseline_snapshot b ON b.id = p.baseline_snapshot_id
     WHERE u.scenario_id = ? AND u.organisation_id = ?`,
    [scenarioId, organisationId],
  );
  return row ?? null;
}

/** The runs with their year-end figures, which never change. */
export async function withFigures(
  manager: EntityManager,
  runs: readonly ChosenRun[],
): Promise<readonly FrozenRun[]> {
  const figures = await readFigures(
    manager,
    runs.map(({ runId }) => runId),
  );
  return runs.map((run) => ({ ...run, figures: figures.get(run.runId) ?? {} }));
}

type Nested = Record<string, Record<string, Record<string, string>>>;

async function readFigures(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, FrozenRun['figures']>> {
  const byRun = new Map<string, Nested>();
  for (const [runId, figures] of await readYearEndFigures(manager, runIds)) {
    const ofRun: Nested = {};
    for (const { measure, staffGroup, year, value } of figures) {
      ((ofRun[measure] ??= {})[staffGroup] ??= {})[String(year)] = value;
    }
    byRun.set(runId, ofRun);
  }
  return byRun;
}
