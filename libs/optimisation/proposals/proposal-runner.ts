import type { UnitOfWork } from '#persistence';
import { ComputationStoppedError, type EngineThreads } from '#projections';
import type { ClaimedProposal, ProposalClaimsRepository } from './proposal-claims.repository';
import { readProposalTask } from './proposal-task';
import type { Solved } from './solved';

/** Often enough that who cancels sees it end at once. */
const BEAT_MILLISECONDS = 500;

/** What the runner works with. */
export interface ProposalParts {
  readonly unitOfWork: UnitOfWork;
  readonly claims: ProposalClaimsRepository;
  readonly threads: EngineThreads;
}

export type ProposalEnd = 'published' | 'not-due' | 'handed-back' | 'ended' | 'failed';

/** Works out questions to the optimiser on engine threads, from what is stored of them. */
export class ProposalRunner {
  /** What is in hand, and whether this worker itself stops it. */
  private readonly inHand = new Set<{ readonly control: AbortController; isHandedBack: boolean }>();

  constructor(private readonly parts: ProposalParts) {}

  async solve(proposalId: string): Promise<ProposalEnd> {
    const claimed = await this.parts.claims.claim(proposalId);
    return claimed === null ? 'not-due' : this.solveClaimed(claimed);
  }

  /** Stops what is in hand: another worker begins it again. */
  handBackAll(): void {
    for (const work of this.inHand) {
      work.isHandedBack = true;
      work.control.abort();
    }
  }

  private async solveClaimed(claimed: ClaimedProposal): Promise<ProposalEnd> {
    const { claims, threads, unitOfWork } = this.parts;
    const work = { control: new AbortController(), isHandedBack: false };
    this.inHand.add(work);
    let progress = 0;
    const beat = setInterval(() => {
      claims.renew(claimed, progress).then(
        (isHeld) => (isHeld ? undefined : work.control.abort()),
        () => undefined,
      );
    }, BEAT_MILLISECONDS);
    try {
      const { task, organisationOf } = await unitOfWork.run((manager) =>
        readProposalTask(manager, claimed.id),
      );
      const answer = await threads.analyse(
        { question: JSON.stringify(task) },
        { signal: work.control.signal, onProgress: (share) => (progress = share) },
      );
      const isPublished = await claims.publish(claimed, JSON.parse(answer) as Solved, organisationOf);
      return isPublished ? 'published' : 'ended';
    } catch (error) {
      return await this.endWith(claimed, error, work.isHandedBack);
    } finally {
      clearInterval(beat);
      this.inHand.delete(work);
    }
  }

  private async endWith(
    claimed: ClaimedProposal,
    error: unknown,
    isHandedBack: boolean,
  ): Promise<ProposalEnd> {
    if (!(error instanceof ComputationStoppedError)) {
      await this.parts.claims.fail(claimed, error instanceof Error ? error.message : String(error));
      return 'failed';
    }
    if (!isHandedBack) return 'ended';
    await this.parts.claims.handBack(claimed);
    return 'handed-back';
  }
}
