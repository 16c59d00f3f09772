import { InvalidArgumentError, type Command } from 'commander';
import type { DataSource } from 'typeorm';
import { AssumptionsService } from '#assumptions';
import { DEMO_SYSTEMS } from '#demo';
import { loadLinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { readPlanInputs } from '#optimisation/inputs';
import { OrganisationTree } from '#organisations';
import { UnitOfWork } from '#persistence';
import { NotFoundError, SystemClock } from '#platform';
import { loadPolicy } from '#policy';
import { UnitInputs } from '#projections';
import { systemPlan, type SystemPlan } from '../optimise/system-plan';
import { systemPlanText } from '../optimise/system-plan.text';
import { withDatabase } from '../with-database';

interface OptimiseOptions {
  readonly system: readonly string[];
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
    .option('--system <code...>', 'systems of the newest round', [...DEMO_SYSTEMS])
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

async function optimise({ system, json, ...options }: OptimiseOptions): Promise<void> {
  const solver = await loadLinearSolver();
  const policy = loadPolicy();
  const results = await withDatabase(async (dataSource) => {
    const found: { name: string; plan: SystemPlan }[] = [];
    for (const code of system) {
      const { name, inputs } = await readSystem(dataSource, code);
      process.stderr.write(`${name}: solving\n`);
      found.push({
        name,
        plan: systemPlan(solver, inputs, policy, options, { onProgress: tell, check: () => undefined }),
      });
    }
    return found;
  });
  const text = results.map(({ name, plan }) => systemPlanText(name, plan)).join('\n\n');
  process.stdout.write(json === true ? `${JSON.stringify(results, null, 2)}\n` : `${text}\n`);
}

let told = -1;

/** Tenths of the work, each said once. */
function tell(done: number): void {
  const tenth = Math.floor(10 * done);
  if (tenth === told) return;
  told = tenth;
  process.stderr.write(`  ${tenth * 10} %\n`);
}

/** The inputs of a system's organisations under the plan scenario of the newest round. */
async function readSystem(
  dataSource: DataSource,
  code: string,
): Promise<{ readonly name: string; readonly inputs: readonly ProjectionInput[] }> {
  const unitOfWork = new UnitOfWork(dataSource);
  const unitInputs = new UnitInputs(new AssumptionsService(unitOfWork, new SystemClock()), loadPolicy());
  return unitOfWork.run(async (manager) => {
    const [row]: { scenarioId: string; treeAsAt: string }[] = await manager.query(
      `SELECT s.id AS scenarioId, r.tree_as_at AS treeAsAt
         FROM scenario s JOIN planning_round r ON r.id = s.round_id
        WHERE s.kind = 'plan' ORDER BY r.first_year DESC LIMIT 1`,
    );
    if (row === undefined)
      throw new NotFoundError('There is no round: load the demo with `npm start` first.');
    const tree = await OrganisationTree.load(manager, row.treeAsAt);
    const node = tree.byCode(code, 'system');
    if (node === undefined) throw new NotFoundError(`There is no system ${code} in the newest round.`);
    const read = await readPlanInputs(manager, unitInputs, {
      scenarioId: row.scenarioId,
      organisationId: node.id,
    });
    return { name: node.name, inputs: read.map(({ input }) => input) };
  });
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
