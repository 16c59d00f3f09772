import { Installation, TRUSTS } from '../harness/installation';
import { Planner } from '../harness/planner';
import { SeededRandom } from '../harness/seeded-random';
import type { EditedCell } from '../harness/edit-ledger';
import { checkInvariants, type Verdict } from '../invariants/check';
import { DISTURBANCES } from './disturbances';
import { Readers } from './readers';

/** What to run. */
export interface ChaosPlan {
  readonly edits: number;
  readonly seed: number;
  /** Script of the workers; the product's own unless a variant is to be caught. */
  readonly workerScript?: string;
}

/** What happened and what was found. */
export interface ChaosReport extends Verdict {
  readonly plan: ChaosPlan;
  /** How often each kind of disturbance was inflicted. */
  readonly disturbances: Readonly<Record<string, number>>;
  readonly runs: number;
  readonly attempts: number;
  readonly publications: number;
  readonly readings: number;
  /** 95th percentile of answered edits, from request to answer, frozen servers and all. */
  readonly editMilliseconds: number;
  readonly seconds: number;
}

const CLIENTS = 4;
const YEARS = [2026, 2027, 2028, 2029, 2030] as const;
const WORKERS = 2;
/** Edits between two disturbances, at most. */
const LONGEST_CALM = 14;

/** Several clients edit while everything under them is killed and frozen in the order that the seed says. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const started = performance.now();
  const installation = await Installation.open();
  try {
    if (plan.workerScript !== undefined) installation.workerScript = plan.workerScript;
    await installation.startApi();
    for (let count = 0; count < WORKERS; count += 1) await installation.startWorker();
    const readers = new Readers(installation);
    await readers.start();
    const disturbances = await disturbWhileEditing(installation, plan);
    await readers.stop();
    await installation.heal();
    const verdict = await checkInvariants(installation);
    return {
      plan,
      disturbances,
      readings: readers.readings,
      ...(await countRuns(installation)),
      editMilliseconds: slowEdit(installation),
      seconds: (performance.now() - started) / 1000,
      ...verdict,
    };
  } finally {
    await installation.close();
  }
}

async function disturbWhileEditing(
  installation: Installation,
  { edits, seed }: ChaosPlan,
): Promise<Record<string, number>> {
  const random = new SeededRandom(seed);
  const { ledger } = installation;
  const counts: Record<string, number> = {};
  let isEditing = true;
  const clients = Promise.all(
    Array.from({ length: CLIENTS }, (_, client) =>
      editAll(installation, { client, edits, random: new SeededRandom(seed * CLIENTS + client) }),
    ),
  ).finally(() => (isEditing = false));
  // Observed at once: a client that fails must not go unseen while a disturbance is still under way.
  clients.catch(() => undefined);
  while (isEditing) {
    const next = ledger.acknowledged.length + 1 + random.below(LONGEST_CALM);
    while (isEditing && ledger.acknowledged.length < next) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const disturbance = random.pick(DISTURBANCES);
    counts[disturbance.name] = (counts[disturbance.name] ?? 0) + 1;
    await disturbance.inflict(installation, random);
  }
  await clients;
  return counts;
}

/** Each client has its own cells, so that every edit knows the version it builds on. */
async function editAll(
  installation: Installation,
  {
    client,
    edits,
    random,
  }: { readonly client: number; readonly edits: number; readonly random: SeededRandom },
): Promise<void> {
  const planner = new Planner(installation);
  await planner.signIn();
  const cells: EditedCell[] = TRUSTS.flatMap((code) => {
    const organisationId = installation.fixture.organisation(code);
    return YEARS.map((year) => ({ organisationId, year }));
  }).filter((_, place) => place % CLIENTS === client);
  for (let edit = client; edit < edits; edit += CLIENTS) {
    await planner.save(random.pick(cells), 0.02 + random.below(2_000) / 10_000);
  }
}

async function countRuns(
  installation: Installation,
): Promise<Pick<ChaosReport, 'runs' | 'attempts' | 'publications'>> {
  const [row] = await installation.query<{ runs: number; attempts: number; publications: number }>(
    `SELECT (SELECT COUNT(*) FROM projection_run) AS runs, (SELECT COUNT(*) FROM projection_attempt) AS attempts,
            (SELECT COUNT(*) FROM publish_log) AS publications`,
  );
  return {
    runs: Number(row?.runs),
    attempts: Number(row?.attempts),
    publications: Number(row?.publications),
  };
}

function slowEdit({ ledger }: Installation): number {
  const times = ledger.answers
    .filter(({ kind, status }) => kind === 'edit' && status === 200)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  return Math.round(times[Math.floor(times.length * 0.95)] ?? 0);
}
