import { importCompactDemo } from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { UnitOfWork } from '#persistence';
import type { DataSource } from 'typeorm';
import { addDemoPeople, type DemoAccount } from './demo-people';
import { DEMO_ROUNDS, type DemoRound } from './demo-rounds';
import { openDemoRound, type OpenedRound } from './open-demo-round';

/** How to load the demo. */
export interface DemoOptions {
  /** Called with one sentence before and after each step. */
  readonly onProgress?: (message: string) => void;
}

/** What loading the demo did this time; a second load does nothing. */
export interface DemoReport {
  /** Published files imported now. */
  readonly filesImported: number;
  /** Rounds opened now. */
  readonly rounds: readonly OpenedRound[];
  /** The demo's accounts, with the passwords of those made now. */
  readonly accounts: readonly DemoAccount[];
}

/**
 * Loads the demo into a migrated database: reference organisations and staff groups, the published
 * history, two rounds with calibrated scenarios and plans, and one account per role. Each step is a
 * transaction of its own and is skipped where it was done before, so that an interrupted load is
 * finished by the next.
 */
export async function loadDemo(
  dataSource: DataSource,
  { onProgress }: DemoOptions = {},
): Promise<DemoReport> {
  const unitOfWork = new UnitOfWork(dataSource);
  const tell = onProgress ?? (() => undefined);
  tell('Loading the reference organisations, staff groups and bands.');
  await unitOfWork.run(loadReferenceOrganisations);
  tell('Loading the published history of the workforce.');
  const { filesImported } = await unitOfWork.run((manager) => importCompactDemo(manager));
  tell(
    filesImported === 0
      ? 'The published history was loaded before.'
      : `${filesImported} published files loaded.`,
  );
  const rounds: OpenedRound[] = [];
  for (const round of DEMO_ROUNDS) {
    const opened = await openRound(unitOfWork, dataSource, round, tell);
    if (opened !== null) rounds.push(opened);
  }
  const accounts = await unitOfWork.run(addDemoPeople);
  tell(`${accounts.filter(({ password }) => password !== null).length} accounts made.`);
  return { filesImported, rounds, accounts };
}

async function openRound(
  unitOfWork: UnitOfWork,
  dataSource: DataSource,
  round: DemoRound,
  tell: (message: string) => void,
): Promise<OpenedRound | null> {
  tell(`Opening the round ${round.name}.`);
  const opened = await unitOfWork.run((manager) => openDemoRound(manager, dataSource, round));
  tell(
    opened === null
      ? `The round ${round.name} was opened before.`
      : `${opened.organisations} organisations, ${opened.assumptions} calibrated assumptions.`,
  );
  return opened;
}
