import { loadLinearSolver } from '#linear-programming';
import { nursingGapRequest } from '#optimisation/catalogue';
import { optimisePlan, type PlanProposal } from '#optimisation/plan';
import type { BenchmarkRow } from './benchmark-row';
import { nationalOrganisation, type NationalShape } from './national-case';

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
  return rows;
}

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
