import { InvalidArgumentError, type Command } from 'commander';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import {
  attackOutcome,
  brokenLimits,
  generatedReleases,
  percent,
  proofTotals,
  proveReleases,
  weakerTables,
  type AttackOutcome,
  type ProofTotals,
} from '#publication/disclosure';

interface AuditOptions {
  readonly hierarchies: number;
  readonly seed: number;
  readonly json?: boolean;
}

/** How many of the hierarchies the weaker rules are tried on: they give cells away in every one. */
const WEAKER_RULE_CASES = 5;

/** Adds `disclosure-audit`: attacks the disclosure rule on generated hierarchies; needs no database. */
export function registerDisclosureAudit(program: Command): void {
  program
    .command('disclosure-audit')
    .description(
      'Publish three releases of each generated hierarchy, attack them, and compare with the limits',
    )
    .option('--hierarchies <number>', 'how many to generate', wholeNumber, 200)
    .option('--seed <number>', 'seed of the first; the next have the next', wholeNumber, 1)
    .option('--json', 'print the totals as JSON')
    .action(runAudit);
}

async function runAudit({ hierarchies, seed, json }: AuditOptions): Promise<void> {
  const solver = await loadLinearSolver();
  const seeds = Array.from({ length: hierarchies }, (_, place) => seed + place);
  const cases = seeds.map((own, place) => {
    const proof = proveReleases(generatedReleases(own), solver);
    const broken = brokenLimits({ ...proofTotals([proof]), withheldShare: 0, meanError: 0 });
    if (broken.length > 0) process.stderr.write(`seed ${own}: ${broken.join('; ')}\n`);
    if ((place + 1) % 20 === 0) process.stderr.write(`${place + 1} of ${hierarchies}\n`);
    return proof;
  });
  const totals = proofTotals(cases);
  const broken = brokenLimits(totals);
  console.log(json === true ? JSON.stringify({ ...totals, broken }) : reportText(totals));
  if (json !== true) printWeakerRules(seeds.slice(0, WEAKER_RULE_CASES), solver);
  if (broken.length === 0) return;
  process.stderr.write(`The limits are not kept: ${broken.join('; ')}.\n`);
  process.exitCode = 1;
}

function reportText(totals: ProofTotals): string {
  return [
    `${totals.cases} hierarchies, three releases each, ${totals.protectedCells} hidden cells attacked`,
    `recovered exactly                      ${totals.exactRecoveries}`,
    `known more closely than the legend     ${totals.narrowerThanLegend}`,
    `bounds that miss the true value        ${totals.missedTruth}`,
    `unchanged cells released differently   ${totals.changedWithoutReason}`,
    `cells withheld that are not sensitive  ${percent(totals.withheldShare)} % (limit 5 %)`,
    `mean error of a published cell         ${totals.meanError.toFixed(3)} (limit 1.25)`,
  ].join('\n');
}

function printWeakerRules(seeds: readonly number[], solver: LinearSolver): void {
  console.log(`\nWeaker rules, first release of the first ${seeds.length}, people only:`);
  for (const rule of ['primary', 'linear-independence'] as const) {
    const outcomes = seeds.flatMap((seed) => {
      const [release] = generatedReleases(seed);
      return release === undefined ? [] : [attackOutcome(weakerTables(release, rule), solver)];
    });
    const sum = (key: Exclude<keyof AttackOutcome, 'effort'>) =>
      outcomes.reduce((total, outcome) => total + outcome[key], 0);
    const [hidden, exact, narrow] = [
      sum('protectedCells'),
      sum('exactRecoveries'),
      sum('narrowerThanLegend'),
    ];
    console.log(
      `${rule.padEnd(20)} ${hidden} hidden, ${percent(exact / hidden)} % recovered exactly, ` +
        `${percent(narrow / hidden)} % known more closely than the legend`,
    );
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('It must be a whole number of 1 or more.');
}
