import { InvalidArgumentError, type Command } from 'commander';
import { DEMO_SYSTEMS } from '#demo';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import type { NationalProgress } from '#optimisation/decomposition';
import { loadPolicy } from '#policy';
import { nationPlan } from '../optimise/nation-plan';
import { nationPlanText } from '../optimise/nation-plan.text';
import { RoundSystems } from '../optimise/read-systems';
import { systemPlan, type SystemPlan } from '../optimise/system-plan';
import { systemPlanText } from '../optimise/system-plan.text';
import { withDatabase } from '../with-database';

interface OptimiseOptions {
  readonly system?: readonly string[];
  readonly nation?: boolean;
  readonly remaining: number;
  readonly draws: number;
  readonly seed: string;
  readonly json?: boolean;
}

/** Adds `optimise`: the cheapest plan for the nursing shortfall of systems, confirmed and compared. */
export function registerOptimise(program: Command): void {
  program
    .command('optimise')
    .description(
      'Find the cheapest plan that leaves a share of the nursing shortfall, and hold it against others',
    )
    .option(
      '--system <code...>',
      'systems of the newest round; left out: those of the demo, or with --nation all that are projected',
    )
    .option('--nation', 'plan the systems together: pay, shortfall and pools of people are shared by all')
    .option(
      '--remaining <share>',
      'share of the shortfall planned for the last year that may remain',
      share,
      0.5,
    )
    .option('--draws <number>', 'random draws for the likely ranges', wholeNumber, 200)
    .option('--seed <number>', 'seed of the draws', '0')
    .option('--json', 'print the result as JSON')
    .action(optimise);
}

async function optimise(options: OptimiseOptions): Promise<void> {
  const solver = await loadLinearSolver();
  const print = <T>(result: T, text: (of: T) => string): void => {
    process.stdout.write(
      options.json === true ? `${JSON.stringify(result, null, 2)}\n` : `${text(result)}\n`,
    );
  };
  await withDatabase(async (dataSource) => {
    const systems = await RoundSystems.open(dataSource);
    if (options.nation === true) {
      print(await nationPlan(solver, systems, options, tellNation), nationPlanText);
      return;
    }
    const results = await eachAlone(solver, systems, options);
    print(results, (all) => all.map(({ name, plan }) => systemPlanText(name, plan)).join('\n\n'));
  });
}

async function eachAlone(
  solver: LinearSolver,
  systems: RoundSystems,
  { system = DEMO_SYSTEMS, ...options }: OptimiseOptions,
): Promise<readonly { readonly name: string; readonly plan: SystemPlan }[]> {
  const policy = loadPolicy();
  const found: { name: string; plan: SystemPlan }[] = [];
  for (const code of system) {
    const node = systems.system(code);
    const inputs = await systems.inputs(node);
    process.stderr.write(`${node.name}: solving\n`);
    const plan = systemPlan(solver, inputs, policy, options, { onProgress: tell, check: () => undefined });
    found.push({ name: node.name, plan });
  }
  return found;
}

let line = '';

/** Each turn of a system, said once. */
function tellNation({ stage, round, system, place, systems, share: done }: NationalProgress): void {
  const at = stage === 'prices' ? `prices, round ${round}` : STAGES[stage];
  const next = `${at}: ${system} (${place + 1} of ${systems})`;
  if (next === line) return;
  line = next;
  process.stderr.write(`${number(100 * done)} %  ${next}\n`);
}

const number = (value: number): string => value.toFixed(0).padStart(3);
const STAGES: Readonly<Record<Exclude<NationalProgress['stage'], 'prices'>, string>> = {
  'as-planned': 'as planned',
  'even-part': 'by itself, with an even part',
  'given-part': 'within the part that it is given',
  confirmed: 'confirmed by whole projections',
};

let told = -1;

/** Tenths of the work, each said once. */
function tell(done: number): void {
  const tenth = Math.floor(10 * done);
  if (tenth === told) return;
  told = tenth;
  process.stderr.write(`  ${tenth * 10} %\n`);
}

function share(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Use a share from 0 to 1.');
  return value;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 10)
    throw new InvalidArgumentError('Use a whole number of 10 or more.');
  return value;
}
