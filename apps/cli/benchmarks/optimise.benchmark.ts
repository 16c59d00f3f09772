import { loadLinearSolver } from '#linear-programming';
import { nursingGapRequest } from '#optimisation/catalogue';
import { optimisePlan, type PlanProposal } from '#optimisation/plan';
import { DEMO_SYSTEMS } from '#demo';
import type { BenchmarkRow } from './benchmark-row';
import { nationalOrganisation, type NationalShape } from './national-case';
import { RunningProduct } from './running-product';

/** A system: ten organisations x 14 staff groups x 360 cells x five years. */
const SYSTEM: NationalShape = {
  organisations: 10,
  groups: 14,
  bands: 12,
  ages: 10,
  ethnicities: 3,
  years: 5,
  draws: 0,
};
const LEVERS = [
  'flexible-working',
  'turnover-programme',
  'overseas-offers',
  'newly-qualified',
  'labour-market',
  'return-from-leave',
  'conversions',
  'sickness-programme',
  'agency-reduction',
  'productivity',
];
/** They only say how sure a plan is. */
const FEW_DRAWS = '20';
/** What a plan may miss its aim by and still count as having reached it. */
const AGREES = 0.005;
/** Parts of the planned shortfall that may remain. */
const REMAINING = [0.5, 0.8];

/** The cheapest plan of a system with ten levers, from nothing to its confirmation by whole projections. */
export async function runOptimiseBenchmark(): Promise<BenchmarkRow[]> {
  const solver = await loadLinearSolver();
  const inputs = Array.from({ length: SYSTEM.organisations }, (_, place) =>
    nationalOrganisation(place, SYSTEM),
  );
  const rows: BenchmarkRow[] = [];
  for (const remaining of REMAINING) {
    const asked = nursingGapRequest(inputs, { remaining });
    const request = { ...asked, levers: asked.levers.filter(({ key }) => LEVERS.includes(key)) };
    const started = performance.now();
    const { proposal } = optimisePlan(solver, inputs, request, watched());
    const seconds = (performance.now() - started) / 1000;
    rows.push(rowOf(remaining, seconds, proposal));
  }
  return [...rows, ...(await demoRows())];
}

interface SystemAnswer {
  readonly name: string;
  readonly plan: {
    readonly proposal: Pick<PlanProposal, 'outcome' | 'cost' | 'limits'>;
    readonly aim: Readonly<Record<'asPlanned' | 'bound', number>>;
    readonly hand: readonly { readonly name: string; readonly shortfall: number; readonly cost: number }[];
  };
}

/** The systems of the demo, as `wholetime optimise` answers for them, beside plans made by hand. */
async function demoRows(): Promise<readonly BenchmarkRow[]> {
  const product = await RunningProduct.start({});
  try {
    for (const code of DEMO_SYSTEMS) {
      const { scenario, organisation } = await product.planOf(code);
      await product.untilFresh({ scenarioId: scenario.id, organisationId: organisation.id });
    }
    await product.halt();
    const answers = JSON.parse(
      await product.command('optimise', '--json', '--draws', FEW_DRAWS),
    ) as readonly SystemAnswer[];
    return answers.map(demoRow);
  } finally {
    await product.stop();
  }
}

/** What the proposal costs, and how many times as much the cheapest plan by hand that leaves no more missing. */
function demoRow({ name, plan: { proposal, aim, hand } }: SystemAnswer): BenchmarkRow {
  const reached = hand.filter(({ shortfall }) => shortfall <= aim.bound * (1 + AGREES));
  const cheapest = Math.min(...reached.map(({ cost }) => cost));
  const costs = hand.map(({ name: each, cost }) => `${each} ${millions(cost)}`).join(', ');
  const worst = Math.max(0, ...proposal.limits.map(({ breach }) => breach));
  return {
    name: `${name}: cheapest plan that leaves ${aim.bound.toFixed(1)} of ${aim.asPlanned.toFixed(1)} WTE`,
    value: proposal.cost.total / 1e6,
    unit: 'million pounds',
    ratio: cheapest / proposal.cost.total,
    note: `${proposal.outcome}; largest breach ${(100 * worst).toFixed(3)} %, the bar is 0.5 %; by hand ${costs}`,
  };
}

const millions = (pounds: number): string => (pounds / 1e6).toFixed(2);

/** Tells how far it is, a tenth at a time. */
function watched() {
  let told = -1;
  return {
    check: () => undefined,
    onProgress: (share: number) => {
      const tenth = Math.floor(10 * share);
      if (tenth > told) process.stderr.write(`  ${10 * (told = tenth)} %\n`);
    },
  };
}

function rowOf(
  remaining: number,
  seconds: number,
  { outcome, work: { rounds, evaluations }, limits }: PlanProposal,
): BenchmarkRow {
  const worst = Math.max(0, ...limits.map(({ breach }) => breach));
  return {
    name: `${LEVERS.length} levers, ${SYSTEM.years} years, ${SYSTEM.organisations} organisations, ${100 * remaining} % may remain`,
    value: seconds,
    unit: 's',
    ratio: null,
    note: `${outcome}, ${rounds} rounds, ${evaluations} runs of the engine; largest breach ${(100 * worst).toFixed(3)} %; the bar is 10 s`,
  };
}
