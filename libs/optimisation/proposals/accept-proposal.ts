import { recordAudit } from '#access';
import {
  assumptionScope,
  bumpLayer,
  type AssumptionEdit,
  type AssumptionsService,
  type RegistersService,
} from '#assumptions';
import type { ProjectionInput, ResolvedAssumptions } from '#modules/projection';
import { ConflictError, InvalidInputError } from '#platform';
import { createScenario } from '#plans';
import { loadStoredInput } from '#projections';
import type { EntityManager } from 'typeorm';
import {
  PROPOSED_BY_OPTIMISER,
  proposedChanges,
  valuesOf,
  type Lever,
  type LeverAmounts,
  type ProposedAssumption,
  type ProposedChanges,
} from '../model';
import { leversOf } from './compile-plan';
import type { ProposalDetail, ProposalLine } from './proposal';
import { readGroupNames } from './proposal-task';
import { readProposal } from './read-proposals';
import { goalLever } from './solve-goal';

/** Which lines are accepted, into what, by whom. */
export interface Acceptance {
  readonly proposalId: string;
  /** Places of the lines; null for all that are not accepted yet. */
  readonly places: readonly number[] | null;
  /** Name of a new what-if on the proposal's scenario; null to change that scenario itself. */
  readonly scenarioName: string | null;
  readonly actor: { readonly id: string; readonly name: string };
  readonly correlationId?: string | null | undefined;
}

interface Desk {
  readonly assumptions: AssumptionsService;
  readonly registers: RegistersService;
}

/** Values closer than this are the same: stored values have eight decimals. */
const SAME = 5e-8;

/** See `ProposalsService.accept`; in the caller's transaction. */
export async function acceptProposal(
  manager: EntityManager,
  desk: Desk,
  acceptance: Acceptance,
): Promise<void> {
  await manager.query('SELECT id FROM plan_proposal WHERE id = ? FOR UPDATE', [acceptance.proposalId]);
  const proposal = await readProposal(manager, acceptance.proposalId);
  const lines = chosenLines(proposal, acceptance.places);
  const scenarioId = await targetScenario(manager, proposal, acceptance);
  const organisations = [...new Set(lines.map(({ organisation }) => organisation.id))].sort();
  const conflicts: object[] = [];
  for (const organisationId of organisations) {
    const own = lines.filter(({ organisation }) => organisation.id === organisationId);
    conflicts.push(
      ...(await acceptAt(manager, desk, { proposal, own, organisationId, scenarioId, acceptance })),
    );
  }
  if (conflicts.length > 0) {
    throw new ConflictError(
      'These values are no longer what the proposal started from. Nothing was saved: ask the optimiser again.',
      { conflicts },
    );
  }
  await manager.query(
    `UPDATE plan_proposal_line
        SET accepted_at = UTC_TIMESTAMP(6), accepted_by = ?, accepted_scenario_id = ?
      WHERE proposal_id = ? AND place IN (?)`,
    [acceptance.actor.id, scenarioId, proposal.id, lines.map(({ place }) => place)],
  );
  await recordAudit(manager, {
    actor: acceptance.actor.id,
    action: 'proposal.accepted',
    entity: 'plan-proposal',
    entityId: proposal.id,
    organisationId: proposal.organisationId,
    detail: { scenarioId, places: lines.map(({ place }) => place) },
    correlationId: acceptance.correlationId ?? null,
  });
}

function chosenLines(
  { lines, state }: ProposalDetail,
  places: readonly number[] | null,
): readonly ProposalLine[] {
  if (state !== 'done') throw new ConflictError('There is no plan yet: nothing can be accepted.');
  const open = lines.filter(({ accepted }) => accepted === null);
  const chosen = places === null ? open : lines.filter(({ place }) => places.includes(place));
  if (chosen.length === 0 || (places !== null && chosen.length < new Set(places).size)) {
    throw new InvalidInputError([
      {
        pointer: '/lines',
        rule: 'lines-of-the-proposal',
        message: 'There is nothing to accept, or a line that the proposal has not.',
        fix: 'Choose lines of the proposal that are not accepted yet.',
      },
    ]);
  }
  const taken = chosen.find(({ accepted }) => accepted !== null);
  if (taken !== undefined) {
    throw new ConflictError(
      `${taken.label} at ${taken.organisation.name} is accepted already, into ${taken.accepted?.scenario.name ?? ''}.`,
      { line: taken.place },
    );
  }
  return chosen;
}

async function targetScenario(
  manager: EntityManager,
  { scenarioId, organisationId }: ProposalDetail,
  { scenarioName, actor, correlationId }: Acceptance,
): Promise<string> {
  if (scenarioName === null) return scenarioId;
  const made = await createScenario(manager, {
    name: scenarioName,
    baseScenarioId: scenarioId,
    organisationId,
    actor,
    correlationId,
  });
  return made.id;
}

interface AcceptedAt {
  readonly proposal: ProposalDetail;
  readonly own: readonly ProposalLine[];
  readonly organisationId: string;
  readonly scenarioId: string;
  readonly acceptance: Acceptance;
}

/** @returns the values that moved on meanwhile; where there are any, nothing is written */
async function acceptAt(
  manager: EntityManager,
  { assumptions, registers }: Desk,
  { proposal, own, organisationId, scenarioId, acceptance }: AcceptedAt,
): Promise<readonly object[]> {
  // Whoever edits the same node waits here: what is read now is what is changed.
  await bumpLayer(manager, 'assumptions', assumptionScope(scenarioId, organisationId));
  const { changes, input } = await changesOf(manager, proposal, own, organisationId);
  const { assumptions: current } = await assumptions.resolve(manager, scenarioId, organisationId);
  const conflicts = movedOn(changes.assumptions, current, input.calendar.firstYear);
  if (conflicts.length > 0) return conflicts.map((conflict) => ({ organisationId, ...conflict }));
  const { actor, correlationId } = acceptance;
  const batch = {
    scenarioId,
    organisationId,
    actor,
    correlationId,
    origin: 'web' as const,
    reason: PROPOSED_BY_OPTIMISER,
  };
  const edits = await editsOf(manager, { scenarioId, organisationId }, changes.assumptions, {
    current,
    calendar: input.calendar,
  });
  if (edits.length > 0) await assumptions.applyEditsWithin(manager, { ...batch, edits });
  const entries = changes.entries.map(({ register, entry }) => ({
    register,
    entryKey: null,
    values: entry.values,
    note: PROPOSED_BY_OPTIMISER,
    baseVersion: 0,
  }));
  if (entries.length > 0) await registers.applyWithin(manager, { ...batch, edits: entries });
  return [];
}

async function changesOf(
  manager: EntityManager,
  { base, request }: ProposalDetail,
  lines: readonly ProposalLine[],
  organisationId: string,
): Promise<{ readonly changes: ProposedChanges; readonly input: ProjectionInput }> {
  const inputSha256 = base.find(({ organisation }) => organisation.id === organisationId)?.inputSha256 ?? '';
  const input = JSON.parse((await loadStoredInput(manager, inputSha256)).text) as ProjectionInput;
  const names = await readGroupNames(manager);
  const levers: readonly Lever[] =
    request.kind === 'goal' ? [goalLever(request, input.calendar, names)] : leversOf(request, names);
  const amounts: LeverAmounts = Object.fromEntries(lines.map((line) => [line.lever, line.amounts]));
  return { changes: proposedChanges(input, levers, amounts), input };
}

/** Proposed changes whose value in force is no longer the one that they start from. */
function movedOn(
  proposed: readonly ProposedAssumption[],
  current: ResolvedAssumptions,
  firstYear: number,
): readonly object[] {
  return proposed.flatMap(({ parameter, staffGroup, year, before, value }) => {
    const now = valuesOf(current, parameter, staffGroup)[year - firstYear + 1] ?? 0;
    if (Math.abs(now - before) <= SAME * Math.max(1, Math.abs(before))) return [];
    return [{ parameter, staffGroup, year, mine: { value }, theirs: { value: now }, startedFrom: before }];
  });
}

/**
 * The edits that set the proposed values. A value holds until a later year has its own: years after the first that
 * changes are set too, to what they are now where nothing is proposed.
 */
async function editsOf(
  manager: EntityManager,
  unit: { readonly scenarioId: string; readonly organisationId: string },
  proposed: readonly ProposedAssumption[],
  {
    current,
    calendar,
  }: { readonly current: ResolvedAssumptions; readonly calendar: ProjectionInput['calendar'] },
): Promise<readonly AssumptionEdit[]> {
  const versions = await readVersions(manager, unit);
  const cells = [...new Set(proposed.map(({ parameter, staffGroup }) => `${parameter}|${staffGroup}`))];
  return cells.flatMap((cell) => {
    const own = proposed.filter(({ parameter, staffGroup }) => `${parameter}|${staffGroup}` === cell);
    const [parameter = '', staffGroup = ''] = cell.split('|');
    const values = valuesOf(current, parameter, staffGroup);
    const first = Math.min(...own.map(({ year }) => year));
    const last = calendar.firstYear + calendar.years - 1;
    return Array.from({ length: last - first + 1 }, (_, index): AssumptionEdit => {
      const year = first + index;
      const value =
        own.find((each) => each.year === year)?.value ?? values[year - calendar.firstYear + 1] ?? 0;
      return {
        parameter,
        staffGroup,
        year,
        operation: 'set',
        value: Math.round(value * 1e8) / 1e8,
        basis: PROPOSED_BY_OPTIMISER,
        baseVersion: versions.get(`${cell}|${year}`) ?? 0,
      };
    });
  });
}

async function readVersions(
  manager: EntityManager,
  { scenarioId, organisationId }: { readonly scenarioId: string; readonly organisationId: string },
): Promise<ReadonlyMap<string, number>> {
  const rows: { parameter: string; staffGroup: string; year: number; version: number }[] =
    await manager.query(
      `SELECT parameter_key AS parameter, staff_group_code AS staffGroup, first_year AS year, version
       FROM assumption WHERE scenario_id = ? AND organisation_id = ? FOR UPDATE`,
      [scenarioId, organisationId],
    );
  return new Map(
    rows.map(({ parameter, staffGroup, year, version }) => [
      `${parameter}|${staffGroup}|${year}`,
      Number(version),
    ]),
  );
}
