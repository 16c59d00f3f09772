import { Injectable } from '@nestjs/common';
import { answerOnce } from '#access';
import { AssumptionsService, RegistersService } from '#assumptions';
import { UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import type { ProjectionUnit } from '#queue';
import { acceptProposal, type Acceptance } from './accept-proposal';
import { assertAskable } from './assert-askable';
import { cancelProposal } from './cancel-proposal';
import { readPlanOffer, type PlanOffer } from './plan-offer';
import type { ProposalDetail, ProposalSummary } from './proposal';
import { readProposal, readProposals } from './read-proposals';
import { startProposal, type NewProposal } from './start-proposal';

/** Who acts on a proposal. */
export interface ProposalAction {
  readonly proposalId: string;
  readonly actor: { readonly id: string };
  readonly correlationId?: string | null | undefined;
}

/** Questions to the optimiser and their answers. Whether the person may do so is decided before it is called. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assumptions: AssumptionsService,
    private readonly registers: RegistersService,
  ) {}

  /**
   * Stores a question; a worker takes it up at once. With an idempotency key the same question may be sent again
   * within a day: it is asked once and answered alike.
   *
   * @throws InvalidInputError listing every rule that the question breaks, or where the key was used for another one
   * @throws NotFoundError for an unknown scenario or organisation
   * @throws ConflictError where something is not calculated yet
   */
  async start(proposal: NewProposal): Promise<ProposalDetail> {
    const { actor, idempotencyKey = null, scenarioId, organisationId, asked } = proposal;
    const content = { proposal: { scenarioId, organisationId, asked } };
    return this.unitOfWork.run((manager) =>
      answerOnce(manager, { personId: actor.id, key: idempotencyKey, content }, async () => {
        await assertAskable(manager, proposal);
        return readProposal(manager, await startProposal(manager, proposal));
      }),
    );
  }

  /** What can be asked. @throws NotFoundError for an unknown scenario */
  async offer(unit: ProjectionUnit): Promise<PlanOffer> {
    return this.unitOfWork.run((manager) => readPlanOffer(manager, unit));
  }

  /** The newest questions at an organisation under a scenario, newest first. */
  async list(unit: ProjectionUnit): Promise<readonly ProposalSummary[]> {
    return this.unitOfWork.run((manager) => readProposals(manager, unit));
  }

  /** A question with its answer. @throws NotFoundError for an unknown one */
  async read(proposalId: string): Promise<ProposalDetail> {
    return this.unitOfWork.run((manager) => readProposal(manager, proposalId));
  }

  /** The organisation that a proposal is about. @throws NotFoundError for an unknown one */
  async organisationOf(proposalId: string): Promise<string> {
    const [row]: { organisationId: string }[] = await this.unitOfWork.run((manager) =>
      manager.query('SELECT organisation_id AS organisationId FROM plan_proposal WHERE id = ?', [proposalId]),
    );
    if (row === undefined) throw new NotFoundError('There is no such proposal.', { proposalId });
    return row.organisationId;
  }

  /** Ends a question that waits or is being worked out. @throws ConflictError where it has ended already */
  async cancel(action: ProposalAction): Promise<ProposalDetail> {
    const organisationId = await this.organisationOf(action.proposalId);
    return this.unitOfWork.run(async (manager) => {
      await cancelProposal(manager, { ...action, organisationId });
      return readProposal(manager, action.proposalId);
    });
  }

  /**
   * Writes lines of a plan as assumptions and register entries, all of them or none, marked as proposed by optimiser.
   *
   * @throws NotFoundError for an unknown proposal
   * @throws InvalidInputError for a line that there is not
   * @throws ConflictError listing every value that is no longer what the proposal started from, or where a line is
   *   accepted already
   */
  async accept(acceptance: Acceptance): Promise<ProposalDetail> {
    return this.unitOfWork.run(async (manager) => {
      await acceptProposal(manager, { assumptions: this.assumptions, registers: this.registers }, acceptance);
      return readProposal(manager, acceptance.proposalId);
    });
  }
}
