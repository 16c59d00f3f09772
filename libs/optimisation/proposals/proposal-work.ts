import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { UnitOfWork } from '#persistence';
import { newId, projectRoot, type Configuration } from '#platform';
import { EngineThreads, readEngineBundle, type FurtherWork } from '#projections';
import { ProposalClaimsRepository } from './proposal-claims.repository';
import { ProposalRunner } from './proposal-runner';

/** A plan for a large system takes minutes, with its frontier and futures. */
const LIMITS = { milliseconds: 1_800_000, heapMegabytes: 1024 };
const THREAD_FILE = 'solve.thread.js';

/** Threads run built files, also where the rest runs from source, as in tests. */
function threadFile(): string {
  const beside = join(__dirname, THREAD_FILE);
  return existsSync(beside) ? beside : join(projectRoot(), 'dist/libs/optimisation/proposals', THREAD_FILE);
}

/**
 * A worker's part in questions to the optimiser: one at a time, on a thread of its own.
 *
 * @throws Error when the engine has not been built
 */
export async function openProposalWork(
  dataSource: DataSource,
  unitOfWork: UnitOfWork,
  { enginePath, leaseMilliseconds }: Configuration,
): Promise<FurtherWork> {
  const { version: engineVersion } = await readEngineBundle(enginePath);
  const name = `${hostname().slice(0, 20)}:${process.pid}:${newId().slice(-8)}`;
  const claims = new ProposalClaimsRepository(dataSource, unitOfWork, {
    name,
    leaseMilliseconds,
    engineVersion,
  });
  const threads = new EngineThreads(1, LIMITS, threadFile());
  const runner = new ProposalRunner({ unitOfWork, claims, threads });
  return {
    register: (handlers) =>
      void handlers.register('solve-proposal', async ({ proposalId }) => {
        await runner.solve(proposalId);
      }),
    due: () => claims.due(),
    handBackAll: () => runner.handBackAll(),
    close: () => threads.close(),
  };
}
