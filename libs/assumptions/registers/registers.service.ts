import { Injectable } from '@nestjs/common';
import { recordAudit } from '#access';
import {
  registerByKey,
  type RegisterDefinition,
  type RegisterEntry,
  type RegisterScope,
} from '#modules/register';
import { UnitOfWork } from '#persistence';
import { Clock, ConflictError, InvalidInputError, NotFoundError, newId } from '#platform';
import { projectionPolicy, type PolicyData } from '#policy';
import { appendOutboxRows } from '#queue';
import type { EntityManager } from 'typeorm';
import { readAffectedUnits } from '../affected-units';
import { assumptionScope, bumpLayer } from '../input-layers';
import { isProjectedNode, loadUnitContext, type UnitContext } from '../unit-context';
import { readEffectiveEntries, type EffectiveEntry } from './effective-entries';
import { faultsTogether } from './entries-together';
import type { RegisterEdit, RegisterEdits } from './register-edit';
import {
  lockRegisterRows,
  storeRegisterChanges,
  type RegisterChange,
  type RegisterRowOfNode,
} from './register-entry.repository';
import { faultsOfRegisterEdits } from './register-faults';

/** An entry in force, with where it comes from. */
export interface ListedEntry {
  readonly entryKey: string;
  readonly values: RegisterEntry['values'];
  readonly note: string | null;
  /** Version at the scenario and node asked about; 0 where the entry is inherited. */
  readonly version: number;
  /** True where the entry is stored at the scenario and node asked about. */
  readonly own: boolean;
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly author: string | null;
  readonly at: string;
}

export interface RegisterListing {
  readonly register: RegisterDefinition;
  readonly entries: readonly ListedEntry[];
  /** The pay bands that a field of the kind `band` chooses from, lowest first. */
  readonly bands: readonly Band[];
}

/** A pay band. */
export interface Band {
  readonly code: string;
  readonly name: string;
}

export interface SavedRegisterEdits {
  /** Keys of the entries, in the order of the edits. */
  readonly entryKeys: readonly string[];
  /** How many projected units read the change. */
  readonly unitsReached: number;
}

/** Reads and edits registers. Whether the person may do so is decided before it is called. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly policy: PolicyData,
  ) {}

  /** The entries in force. @throws NotFoundError for an unknown scenario, organisation or register. */
  async list(scenarioId: string, organisationId: string, register: string): Promise<RegisterListing> {
    const definition = registerByKey(register);
    if (definition === undefined) throw new NotFoundError('There is no such register.', { register });
    return this.unitOfWork.run(async (manager) => {
      const context = await loadUnitContext(manager, scenarioId, organisationId);
      const entries = (await readEffectiveEntries(manager, context)).get(register) ?? [];
      return {
        register: definition,
        entries: entries.map((entry) => listed(entry, context)),
        bands: await readBands(manager),
      };
    });
  }

  /**
   * Saves a batch, all of it or nothing, in one transaction with history, audit entry, the version of the
   * layer and one message for each projected unit that reads it.
   *
   * @throws InvalidInputError listing every broken rule.
   * @throws ConflictError listing every entry that moved on since it was read, or where the round is closed.
   * @throws NotFoundError for an unknown scenario or organisation.
   */
  async apply(batch: RegisterEdits): Promise<SavedRegisterEdits> {
    return this.unitOfWork.run((manager) => this.applyWithin(manager, batch));
  }

  /** {@link apply} in the caller's transaction. */
  async applyWithin(manager: EntityManager, batch: RegisterEdits): Promise<SavedRegisterEdits> {
    if (batch.edits.length === 0) throw new InvalidInputError([EMPTY_BATCH]);
    const scope = assumptionScope(batch.scenarioId, batch.organisationId);
    await bumpLayer(manager, 'assumptions', scope);
    const context = await loadUnitContext(manager, batch.scenarioId, batch.organisationId);
    const registerScope = await registerScopeOf(manager, context);
    await assertValid(manager, batch, context, registerScope);
    const changes = await changesUnderLock(manager, batch);
    const before = await readEffectiveEntries(manager, context);
    await storeRegisterChanges(manager, batch, changes, this.clock.now());
    const { firstYear, years } = context.chain.round;
    const faults = faultsTogether(before, await readEffectiveEntries(manager, context), changes, {
      scope: registerScope,
      policy: projectionPolicy(this.policy, firstYear, years),
    });
    if (faults.length > 0) throw new InvalidInputError(faults);
    await recordAudit(manager, {
      actor: batch.actor.id,
      action: 'registers.edited',
      entity: 'assumption-layer',
      entityId: scope,
      organisationId: batch.organisationId,
      detail: { origin: batch.origin, reason: batch.reason ?? null, changes },
      correlationId: batch.correlationId ?? null,
    });
    const units = await readAffectedUnits(manager, context.tree, batch.scenarioId, batch.organisationId);
    await appendOutboxRows(manager, 'projection.requested', units);
    return { entryKeys: changes.map(({ entryKey }) => entryKey), unitsReached: units.length };
  }
}

const EMPTY_BATCH = {
  pointer: '/edits',
  rule: 'not-empty',
  message: 'There is nothing to save.',
  fix: 'Send at least one edit.',
};

function listed(entry: EffectiveEntry, { chain, ancestry }: UnitContext): ListedEntry {
  const scenario = chain.scenarios.find(({ id }) => id === entry.scenarioId);
  const organisation = ancestry.find(({ id }) => id === entry.organisationId);
  const own = entry.scenarioId === chain.scenarios[0].id && entry.organisationId === ancestry[0].id;
  return {
    entryKey: entry.entryKey,
    values: entry.values,
    note: entry.note,
    version: own ? entry.version : 0,
    own,
    scenario: scenario === undefined ? null : { id: scenario.id, name: scenario.name },
    organisation:
      organisation === undefined
        ? null
        : { id: organisation.id, code: organisation.code, name: organisation.name },
    author: entry.author?.name ?? null,
    at: entry.at.toISOString(),
  };
}

async function assertValid(
  manager: EntityManager,
  batch: RegisterEdits,
  context: UnitContext,
  scope: RegisterScope,
): Promise<void> {
  if (!context.chain.round.isOpen) {
    throw new ConflictError('The round is closed: its registers no longer change.');
  }
  const faults = faultsOfRegisterEdits(batch.edits, {
    scope,
    isProjected: await isProjectedNode(manager, context),
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function readBands(manager: EntityManager): Promise<readonly Band[]> {
  return manager.query<readonly Band[]>('SELECT code, name FROM band ORDER BY position');
}

async function registerScopeOf(manager: EntityManager, { staffGroups }: UnitContext): Promise<RegisterScope> {
  const bands = await readBands(manager);
  return {
    staffGroups: staffGroups.filter(({ isLeaf }) => isLeaf).map(({ code }) => code),
    bands: bands.map(({ code }) => code),
  };
}

async function changesUnderLock(
  manager: EntityManager,
  batch: RegisterEdits,
): Promise<readonly RegisterChange[]> {
  const current = await lockRegisterRows(manager, batch.scenarioId, batch.organisationId);
  const rowOf = ({ register, entryKey }: RegisterEdit): RegisterRowOfNode | undefined =>
    current.find((row) => row.register === register && row.entryKey === entryKey);
  const conflicts = batch.edits.filter((edit) => edit.baseVersion !== (rowOf(edit)?.version ?? 0));
  if (conflicts.length > 0) {
    throw new ConflictError('Someone else changed these entries after you read them.', {
      conflicts: conflicts.map((edit) => ({ mine: edit, theirs: theirsOf(rowOf(edit)) })),
    });
  }
  return batch.edits.map((edit) => {
    const row = rowOf(edit);
    return {
      id: row?.id ?? newId(),
      register: edit.register,
      entryKey: edit.entryKey ?? newId(),
      values: edit.values,
      note: edit.note ?? null,
      version: edit.baseVersion + 1,
      isNew: row === undefined,
    };
  });
}

function theirsOf(row: RegisterRowOfNode | undefined): object | null {
  if (row === undefined) return null;
  const { values, note, version, author, at } = row;
  return { values, note, version, author: author?.name ?? null, at: at.toISOString() };
}
