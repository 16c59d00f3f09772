import { Redis } from 'ioredis';
import type { Installation } from '../harness/installation';
import { violationsOf, type Violation } from './violation';

/** Connections that each process may keep (its pool), and those of the harness. */
const CONNECTIONS_OF_A_PROCESS = 11;
/** Keys of three queues without jobs: their states, markers and counters. */
const KEYS_WITHOUT_JOBS = 40;
/** A job of a killed worker stays until it is found stalled: at most one for each unit and queue. */
const JOBS_LEFT = 20;

/** I9: what grew during the faults is back. */
export async function backToConstant(installation: Installation): Promise<readonly Violation[]> {
  const { database, workers, servers } = installation;
  const [row]: { n: number }[] = await database.query(
    'SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE()',
  );
  const connections = Number(row?.n);
  const allowed = (workers.length + 2) * CONNECTIONS_OF_A_PROCESS;
  const client = new Redis({ path: servers.redisSocket });
  client.on('error', () => undefined);
  const keys = await client.dbsize().finally(() => client.disconnect());
  return violationsOf(
    'I9',
    [
      ...(connections > allowed ? [`${connections} connections to the database, ${allowed} expected`] : []),
      ...(keys > KEYS_WITHOUT_JOBS + JOBS_LEFT ? [`${keys} keys are left in Redis`] : []),
    ],
    (detail) => detail,
  );
}

/** I6 as readers saw it, and I10. */
export function answersFair({ ledger }: Installation): readonly Violation[] {
  const unfair = ledger.answers.filter(
    ({ status, hasRetryAfter }) => status !== null && status >= 500 && !(status === 503 && hasRetryAfter),
  );
  return [
    ...violationsOf('I6', ledger.sightings, (detail) => detail),
    ...violationsOf('I10', unfair, ({ kind, status }) => `${kind} was answered with ${status}`),
  ];
}
