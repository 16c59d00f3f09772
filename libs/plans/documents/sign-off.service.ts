import { Injectable } from '@nestjs/common';
import { PermissionService, recordAudit } from '#access';
import { UnitOfWork } from '#persistence';
import { Clock, InvalidInputError, NotFoundError } from '#platform';
import { ProjectionsService } from '#projections';
import { recordEvent } from '#webhooks';
import type { EntityManager } from 'typeorm';
import { decide, holdsSlot, type Command, type Decision, type DocumentStanding } from '../sign-off';
import { actorOf } from './actor-of';
import { chooseRuns, withFigures, type ChosenRuns } from './chosen-runs';
import { composeVersion } from './compose-version';
import { insertDelegation, revokeDelegation } from './delegation.repository';
import { checksOf, type DocumentChecks } from './document-checks';
import { loadDocumentContext, type DocumentContext } from './document-context';
import { insertStep, lockDocument, moveDocument, readDocument } from './document-rows.repository';
import { shortfallsOf } from './document-shortfalls';
import { viewOf, type DocumentView } from './document-view';
import { readFrozenDocument, type FrozenDocument } from './frozen-document';
import { readMilestones } from './milestone.repository';
import { refusalError } from './refusal-error';
import type { VersionContent } from './version-content';
import { differenceOf, type VersionDifference } from './version-difference';
import { freezeVersion, keepRuns, readVersionContent, readVersions } from './version.repository';

/** Who acts, and in which piece of work. */
export interface SignOffActor {
  readonly id: string;
  readonly correlationId: string | null;
}

/** Where a step left the document. */
export interface StepOutcome {
  readonly state: string;
  readonly version: number;
  readonly revision: number;
}

/** A signature to hand over. */
export interface NewDelegation {
  readonly slot: string;
  readonly delegateId: string;
  /** The last day, `YYYY-MM-DD`; null for as long as it is not taken back. */
  readonly validTo: string | null;
}

/** A context with what decisions rest on. */
interface Standing {
  readonly context: DocumentContext;
  readonly standing: DocumentStanding;
  readonly chosen: ChosenRuns;
}

/**
 * Signing off returns and system plans. The rules are those of the workflows; this reads what they need and
 * writes what they decide, with the audit entry, in one transaction.
 */
@Injectable()
export class SignOffService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly permissions: PermissionService,
    private readonly projections: ProjectionsService,
    private readonly clock: Clock,
  ) {}

  /** A document as it stands for a person. @throws NotFoundError */
  async view(documentId: string, personId: string): Promise<DocumentView> {
    return this.unitOfWork.run(async (manager) => {
      const { context, standing } = await this.#standing(manager, documentId);
      return viewOf(context, {
        standing,
        actor: actorOf(context, personId),
        milestones: await readMilestones(manager, context.round.id),
        versions: await readVersions(manager, documentId),
        today: this.#today(),
      });
    });
  }

  /**
   * Takes a step, or says precisely why not.
   *
   * @throws ConflictError where someone acted meanwhile or the state does not allow it; ForbiddenError where it
   *   is not the person's to take; InvalidInputError for what is missing; NotFoundError
   */
  async take(documentId: string, command: Command, actor: SignOffActor): Promise<StepOutcome> {
    return this.unitOfWork.run(async (manager) => {
      await lockDocument(manager, documentId);
      const { context, standing, chosen } = await this.#standing(manager, documentId);
      const outcome = decide(context.workflow, standing, actorOf(context, actor.id), command, this.#today());
      if (!outcome.isAllowed) throw refusalError(outcome.refusal, context.document);
      await this.#write(manager, { context, chosen, standing }, outcome.decision, { ...actor, command });
      const { to, version, revision } = outcome.decision;
      return { state: to, version, revision };
    });
  }

  /**
   * Hands a signature of the person's to someone else, who then signs on their behalf.
   *
   * @throws InvalidInputError where the signature is not the person's, or the delegate cannot take it
   */
  async delegate(documentId: string, delegation: NewDelegation, actor: SignOffActor): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      await lockDocument(manager, documentId);
      const context = await this.#context(manager, documentId);
      requireDelegable(context, delegation, { personId: actor.id, today: this.#today() });
      const id = await insertDelegation(manager, documentId, { ...delegation, principalId: actor.id });
      await this.#audit(manager, context, actor, {
        action: 'sign-off.delegated',
        detail: { id, ...delegation },
      });
      return id;
    });
  }

  /** Takes back a delegation that the person gave. @throws NotFoundError */
  async revoke(documentId: string, delegationId: string, actor: SignOffActor): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await lockDocument(manager, documentId);
      const context = await this.#context(manager, documentId);
      const delegation = { id: delegationId, principalId: actor.id };
      if (!(await revokeDelegation(manager, documentId, delegation))) {
        throw new NotFoundError('You gave no such delegation.', { delegationId });
      }
      await this.#audit(manager, context, actor, {
        action: 'sign-off.delegation-revoked',
        detail: { id: delegationId },
      });
    });
  }

  /** A document held against every rule, and its figures against one another. @throws NotFoundError */
  async checks(documentId: string): Promise<DocumentChecks> {
    return this.unitOfWork.run(async (manager) => {
      const context = await this.#context(manager, documentId);
      return checksOf(manager, context, await chooseRuns(manager, context));
    });
  }

  /** What a frozen version holds. @throws NotFoundError */
  async version(documentId: string, version: number): Promise<VersionContent> {
    return this.unitOfWork.run((manager) => readVersionContent(manager, documentId, version));
  }

  /** A frozen version with what people did up to it and about it. @throws NotFoundError */
  async frozen(documentId: string, version: number): Promise<FrozenDocument> {
    return this.unitOfWork.run(async (manager) =>
      readFrozenDocument(manager, await this.#context(manager, documentId), version),
    );
  }

  /** What changed from one frozen version to another. @throws NotFoundError */
  async difference(documentId: string, from: number, to: number): Promise<VersionDifference> {
    return this.unitOfWork.run(async (manager) =>
      differenceOf(
        await readVersionContent(manager, documentId, from),
        await readVersionContent(manager, documentId, to),
      ),
    );
  }

  async #context(manager: EntityManager, documentId: string): Promise<DocumentContext> {
    const document = await readDocument(manager, documentId);
    if (document === undefined) throw new NotFoundError('There is no such return or plan.', { documentId });
    return loadDocumentContext(manager, this.permissions, document, this.#today());
  }

  async #standing(manager: EntityManager, documentId: string): Promise<Standing> {
    const context = await this.#context(manager, documentId);
    const { document } = context;
    const chosen = await chooseRuns(manager, context);
    const versions = await readVersions(manager, documentId);
    const frozen = versions.find(({ version }) => version === document.version);
    return {
      context,
      chosen,
      standing: {
        state: document.state,
        version: document.version,
        revision: document.revision,
        slots: context.slots,
        steps: context.steps,
        shortfalls: await shortfallsOf(manager, this.projections, context, chosen),
        frozenOn: frozen === undefined ? null : new Date(frozen.frozenAt).toISOString().slice(0, 10),
      },
    };
  }

  async #write(
    manager: EntityManager,
    { context, chosen }: Standing,
    decision: Decision,
    actor: SignOffActor & { readonly command: Command },
  ): Promise<void> {
    const { document } = context;
    const { transition, slot, onBehalfOf, to, revision } = decision;
    if (transition.effect === 'freezes-version') {
      const runs = await withFigures(manager, chosen.runs);
      const { findings, triangulation, contingent, netting } = await checksOf(manager, context, chosen);
      const checks = { findings, triangulation, contingent, netting };
      const content = composeVersion(context, { runs, leftOut: chosen.leftOut, checks });
      await freezeVersion(manager, { documentId: document.id, frozenBy: actor.id }, content);
      if (document.kind === 'system-plan') await keepRuns(manager, document.id, runs);
    }
    const versions = await readVersions(manager, document.id);
    const contentSha256 = versions.find(({ version }) => version === document.version)?.contentSha256 ?? null;
    const { action, reason, date } = actor.command;
    const step = {
      action,
      slot,
      from: document.state,
      to,
      reason,
      decidedOn: date,
      onBehalfOf,
      contentSha256,
    };
    await moveDocument(manager, document, { state: to, version: decision.version });
    await insertStep(manager, {
      ...step,
      documentId: document.id,
      revision,
      version: document.version,
      personId: actor.id,
    });
    await this.#audit(manager, context, actor, {
      action: `sign-off.${action}`,
      detail: { ...step, version: document.version, revision },
    });
    if (to === 'regionally-agreed' && transition.action === 'agree') {
      await recordEvent(manager, 'plan.agreed', { planId: document.id, version: document.version });
    }
  }

  async #audit(
    manager: EntityManager,
    { document }: DocumentContext,
    { id, correlationId }: SignOffActor,
    { action, detail }: { readonly action: string; readonly detail: object },
  ): Promise<void> {
    await recordAudit(manager, {
      actor: id,
      action,
      entity: document.kind,
      entityId: document.id,
      organisationId: document.organisationId,
      detail,
      correlationId,
    });
  }

  #today(): string {
    return this.clock.now().toISOString().slice(0, 10);
  }
}

function requireDelegable(
  context: DocumentContext,
  { slot: code, delegateId, validTo }: NewDelegation,
  { personId, today }: { readonly personId: string; readonly today: string },
): void {
  const slot = context.slots.find((one) => one.code === code);
  const { roles } = actorOf(context, personId);
  const fault = (pointer: string, rule: string, message: string, fix: string) =>
    new InvalidInputError([{ pointer, rule, message, fix }]);
  if (slot === undefined || !holdsSlot({ personId, roles }, slot)) {
    const fix = 'Delegate a signature that you hold by yourself.';
    throw fault('/slot', 'own-signature', 'This signature is not yours to hand over.', fix);
  }
  const isReached = context.holdings.some(({ person }) => person.id === delegateId);
  if (!isReached || delegateId === personId) {
    const fix = 'Choose someone with a role on the organisation.';
    throw fault('/delegateId', 'delegate', 'This person cannot sign here on your behalf.', fix);
  }
  if (validTo !== null && validTo < today) {
    throw fault('/validTo', 'not-past', 'The last day is past.', `Give a day from ${today} on.`);
  }
}
