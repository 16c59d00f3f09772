import { Injectable } from '@nestjs/common';
import { recordAudit } from '#access';
import { OrganisationTree } from '#organisations';
import { UnitOfWork } from '#persistence';
import { Clock, ConflictError, InvalidInputError, NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { readParticipants, readRound, readScenarios, type RoundRow } from '../plan-rows.repository';
import type { OrganisationSummary } from '../round';
import { milestoneStandings, type DocumentKind, type Milestone, type MilestoneStanding } from '../sign-off';
import { WORKFLOWS } from './document-context';
import {
  insertReturn,
  readDocument,
  readDocuments,
  readSteps,
  type DocumentRow,
} from './document-rows.repository';
import { readMilestones, setMilestones } from './milestone.repository';
import type { SignOffActor } from './sign-off.service';

/** Whether the reader may see a document, by its organisation and state. */
export type DocumentVisibility = (document: {
  readonly organisationId: string;
  /** Whether those above who oversee may read it. */
  readonly isShared: boolean;
}) => boolean;

/** What decides who may see a document. */
export interface DocumentKey {
  readonly organisationId: string;
  readonly isShared: boolean;
}

/** A document in the list of a round; one that is not begun has no id. */
export interface DocumentSummary {
  readonly id: string | null;
  readonly kind: DocumentKind;
  readonly organisation: OrganisationSummary;
  readonly systemId: string | null;
  readonly state: string;
  readonly stateLabel: string;
  readonly version: number | null;
  readonly updatedAt: string | null;
  /** The next milestone that is not reached, or the last. */
  readonly milestone: MilestoneStanding | null;
}

/** Every return and system plan of a round. */
export interface RoundDocuments {
  readonly round: Pick<RoundRow, 'id' | 'name' | 'state'>;
  readonly milestones: readonly Milestone[];
  readonly documents: readonly DocumentSummary[];
}

const NOT_BEGUN = { id: null, state: 'not-begun', stateLabel: 'Not begun', version: null, updatedAt: null };

/** The returns and system plans of rounds. Whether the person may do so is decided before it is called. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What decides who may see a document. @throws NotFoundError */
  async key(documentId: string): Promise<DocumentKey> {
    const document = await this.unitOfWork.run((manager) => readDocument(manager, documentId));
    if (document === undefined) throw new NotFoundError('There is no such return or plan.', { documentId });
    return keyOf(document);
  }

  /** The documents of a round that may be seen, and the returns that are not begun. @throws NotFoundError */
  async ofRound(roundId: string, maySee: DocumentVisibility): Promise<RoundDocuments> {
    return this.unitOfWork.run(async (manager) => {
      const round = await existingRound(manager, roundId);
      const tree = await OrganisationTree.load(manager, round.treeAsAt);
      const milestones = await readMilestones(manager, roundId);
      const stored = (await readDocuments(manager, roundId)).filter((row) => maySee(keyOf(row)));
      const begun = await Promise.all(
        stored.map(async (row) => this.#summary(tree, row, await this.#milestone(manager, row, milestones))),
      );
      const participants = await readParticipants(manager, roundId);
      const hasReturn = new Set(
        stored.filter(({ kind }) => kind === 'organisation-return').map((row) => row.organisationId),
      );
      const missing = tree.nodes
        .filter(({ id, type }) => participants.has(id) && !hasReturn.has(id) && type !== 'nation')
        .filter(({ id }) => maySee({ organisationId: id, isShared: false }))
        .map((node) => ({
          ...NOT_BEGUN,
          ...placeOf(tree, node.id),
          kind: 'organisation-return' as const,
          milestone: null,
        }));
      const { id, name, state } = round;
      return { round: { id, name, state }, milestones, documents: [...begun, ...missing].sort(byPlace) };
    });
  }

  /**
   * Begins the return of an organisation in a round, on the round's submission.
   *
   * @throws NotFoundError for an unknown round; InvalidInputError for an organisation that takes no part;
   *   ConflictError for a second return, or a closed round
   */
  async beginReturn(roundId: string, organisationId: string, actor: SignOffActor): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const round = await existingRound(manager, roundId);
      if (round.state !== 'open') throw new ConflictError('The round is closed.', { roundId });
      const id = await beginReturn(manager, { roundId, organisationId, createdBy: actor.id });
      await recordAudit(manager, {
        actor: actor.id,
        action: 'organisation-return.begun',
        entity: 'organisation-return',
        entityId: id,
        organisationId,
        detail: { roundId },
        correlationId: actor.correlationId,
      });
      return id;
    });
  }

  /** Sets days of a round; those that are not named stay. @throws NotFoundError; InvalidInputError */
  async setMilestones(
    roundId: string,
    milestones: readonly Milestone[],
    actor: SignOffActor,
  ): Promise<readonly Milestone[]> {
    return this.unitOfWork.run(async (manager) => {
      await existingRound(manager, roundId);
      requireStates(milestones);
      await setMilestones(manager, roundId, milestones, actor.id);
      await recordAudit(manager, {
        actor: actor.id,
        action: 'round.milestones-set',
        entity: 'planning_round',
        entityId: roundId,
        organisationId: null,
        detail: { milestones },
        correlationId: actor.correlationId,
      });
      return readMilestones(manager, roundId);
    });
  }

  async #milestone(
    manager: EntityManager,
    { id, kind }: DocumentRow,
    milestones: readonly Milestone[],
  ): Promise<MilestoneStanding | null> {
    const steps = (await readSteps(manager, id)).map(({ to, at }) => ({ to, on: dayOf(at) }));
    const standings = milestoneStandings(WORKFLOWS[kind], milestones, steps, dayOf(this.clock.now()));
    return standings.find(({ reachedOn }) => reachedOn === null) ?? standings.at(-1) ?? null;
  }

  #summary(tree: OrganisationTree, row: DocumentRow, milestone: MilestoneStanding | null): DocumentSummary {
    const { id, kind, state, version, updatedAt } = row;
    const label = WORKFLOWS[kind].states.find(({ code }) => code === state)?.label ?? state;
    return {
      id,
      kind,
      ...placeOf(tree, row.organisationId),
      state,
      stateLabel: label,
      version,
      updatedAt: new Date(updatedAt).toISOString(),
      milestone,
    };
  }
}

const dayOf = (at: Date): string => new Date(at).toISOString().slice(0, 10);

function keyOf({ kind, state, organisationId }: DocumentRow): DocumentKey {
  const known = WORKFLOWS[kind].states.find(({ code }) => code === state);
  return { organisationId, isShared: known?.isShared === true };
}

function placeOf(tree: OrganisationTree, organisationId: string) {
  const { id, code, name, type } = tree.node(organisationId) ?? {
    id: organisationId,
    code: '',
    name: 'Not part of the round',
    type: '',
  };
  const system = [id, ...tree.ancestorsOf(id).map((node) => node.id)]
    .map((each) => tree.node(each))
    .find((node) => node?.type === 'system');
  return { organisation: { id, code, name, type }, systemId: system?.id ?? null };
}

/** A system's plan, then the returns under it, by name. */
function byPlace(left: DocumentSummary, right: DocumentSummary): number {
  const key = ({ systemId, kind, organisation }: DocumentSummary) =>
    `${systemId ?? ''} ${kind === 'system-plan' ? 0 : 1} ${organisation.name}`;
  return key(left) < key(right) ? -1 : 1;
}

/**
 * Begins a return on the round's submission, in the caller's transaction.
 *
 * @throws InvalidInputError for an organisation that takes no part; ConflictError for a second return
 */
export async function beginReturn(
  manager: EntityManager,
  begun: { readonly roundId: string; readonly organisationId: string; readonly createdBy: string | null },
): Promise<string> {
  const participants = await readParticipants(manager, begun.roundId);
  const scenario = (await readScenarios(manager, begun.roundId)).find(({ kind }) => kind === 'plan');
  if (!participants.has(begun.organisationId) || scenario === undefined) {
    const message = 'The organisation is not projected in this round.';
    const fix = 'Choose an organisation of the round.';
    throw new InvalidInputError([{ pointer: '/organisationId', rule: 'takes-part', message, fix }]);
  }
  return insertReturn(manager, { ...begun, scenarioId: scenario.id });
}

async function existingRound(manager: EntityManager, roundId: string): Promise<RoundRow> {
  const round = await readRound(manager, roundId);
  if (round === undefined) throw new NotFoundError('There is no such round.', { roundId });
  return round;
}

function requireStates(milestones: readonly Milestone[]): void {
  const faults = milestones.flatMap(({ kind, state }, index) => {
    const states = WORKFLOWS[kind].states.map(({ code }) => code);
    if (states.includes(state)) return [];
    const message = `"${state}" is no state of a ${kind}.`;
    const fix = `Use one of ${states.join(', ')}.`;
    return [{ pointer: `/milestones/${index}/state`, rule: 'known-state', message, fix }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
