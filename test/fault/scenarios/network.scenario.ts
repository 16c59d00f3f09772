import type { Installation } from '../harness/installation';
import { Link } from '../harness/link';
import { repetitions, type Scenario, type Stage } from './scenario';
import { caughtUp, until } from './watch';

const SILENCE_MILLISECONDS = 2_000;
/** Half of the way there and back: of a link between two regions. */
const DELAY_MILLISECONDS = 15;
const ROUNDS = repetitions({ inTests: 1, inFull: 3 });

interface Links {
  readonly database: Link;
  readonly redis: Link;
}

/** F16: what lies between the processes and their servers resets, swallows or forgets. */
export const networkGone: Scenario = {
  id: 'F16',
  fault: 'The network resets, swallows or forgets connections',
  injected: `TCP links of the harness before MariaDB and Redis: reset (RST), silent (nothing passes, nothing is refused), forgotten (open and dead), ${ROUNDS} times each`,
  run: async (stage) =>
    throughLinks(stage.installation, async (links) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await refusedUntilMended(stage, links, (link) => link.refuse());
        await refusedUntilMended(stage, links, (link) => link.silence());
        links.database.forget();
        links.redis.forget();
        await stage.edit(2);
        await caughtUp(stage.installation);
      }
      return 3 * ROUNDS;
    }),
};

/** F17: the way is long, and everything takes longer. */
export const networkSlow: Scenario = {
  id: 'F17',
  fault: 'The network is slow',
  injected: `${DELAY_MILLISECONDS} ms more each way, to MariaDB and to Redis`,
  run: async ({ installation, edit }) =>
    throughLinks(installation, async ({ database, redis }) => {
      const seen = installation.ledger.answers.length;
      [database, redis].forEach((link) => link.slow(DELAY_MILLISECONDS));
      await edit(6);
      await caughtUp(installation);
      const refused = installation.ledger.answers.slice(seen).filter(({ status }) => status !== 200);
      if (refused.length > 0) throw new Error(`A slow link made the API answer ${refused[0]?.status}.`);
      return 1;
    }),
};

/** An edit is refused with the time to come back, not left hanging; with the link mended it is saved. */
async function refusedUntilMended(
  { installation: { ledger }, edit }: Stage,
  { database, redis }: Links,
  disturb: (link: Link) => void,
): Promise<void> {
  const seen = ledger.answers.length;
  [database, redis].forEach(disturb);
  const edited = edit(2);
  await until('an edit refused', () => ledger.answers.slice(seen).some(({ status }) => status === 503));
  if (ledger.answers.slice(seen).some(({ status }) => status === null)) throw new Error('An edit hung.');
  [database, redis].forEach((link) => link.mend());
  await edited;
}

/** Restarts API and worker so that they reach their servers over links, and again so that they do not. */
async function throughLinks(
  installation: Installation,
  play: (links: Links) => Promise<number>,
): Promise<number> {
  const { databaseSocket, redisSocket } = installation.servers;
  const links = { database: await Link.open(databaseSocket), redis: await Link.open(redisSocket) };
  const environment = {
    DATABASE_URL: installation.databaseUrlAt(links.database.port),
    REDIS_URL: `redis://127.0.0.1:${links.redis.port}`,
    WHOLETIME_DATABASE_SILENCE_MILLISECONDS: String(SILENCE_MILLISECONDS),
  };
  try {
    await endAll(installation);
    await Promise.all([installation.startApi({ environment }), installation.startWorker({ environment })]);
    return await play(links);
  } finally {
    await endAll(installation);
    await Promise.all([links.database.close(), links.redis.close()]);
  }
}

async function endAll({ api, workers }: Installation): Promise<void> {
  await Promise.all([api, ...workers].map((each) => each.kill()));
}
