import type { Command } from 'commander';

import { compactDemoDirectory, readPublishedHistory } from '#baselines';
import { runBacktest, type ProjectionReach } from '#modules/backtest';
import { loadPolicy, projectionPolicy, type ProjectionPolicy } from '#policy';
import { backtestText } from './backtest-report.text';

interface BacktestOptions {
  readonly trainTo: string;
  readonly horizon: number;
  readonly systems?: readonly string[];
  readonly history: string;
  readonly json?: boolean;
}

/** Adds `backtest`: what would have been projected from published history, and what came; needs no database. */
export function registerBacktest(program: Command): void {
  program
    .command('backtest')
    .description('Freeze the published history at a month, calibrate, project, and compare with what came')
    .requiredOption('--train-to <month>', 'last month that is known, YYYY-MM', readMonth)
    .option('--horizon <months>', 'months to project', readMonths, 12)
    .option('--systems <codes>', 'score these health systems only, separated by commas', readCodes)
    .option('--history <directory>', 'compact history to use', compactDemoDirectory())
    .option('--json', 'print the report as JSON')
    .action(printBacktest);
}

async function printBacktest(options: BacktestOptions): Promise<void> {
  const { history, successions } = await readPublishedHistory(options.history);
  const { trainTo, horizon, systems } = options;
  const report = runBacktest({
    history,
    successions,
    trainTo,
    horizon,
    ...(systems === undefined ? {} : { systems }),
    policyOf: policyByYears(),
  });
  console.log(options.json === true ? JSON.stringify(report) : backtestText(report));
}

/** The policy facts of a round; read once, and worked out once for each pair of first year and years. */
function policyByYears(): ProjectionReach['policyOf'] {
  const facts = loadPolicy();
  const known = new Map<string, ProjectionPolicy>();
  return (firstYear, years) => {
    const key = `${firstYear}|${years}`;
    const policy = known.get(key) ?? projectionPolicy(facts, firstYear, years);
    known.set(key, policy);
    return policy;
  };
}

function readMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new RangeError(`--train-to is a month such as 2023-12, not ${text}`);
}

function readMonths(text: string): number {
  const months = Number(text);
  if (Number.isInteger(months) && months >= 1 && months <= 120) return months;
  throw new RangeError(`--horizon is a whole number of months from 1 to 120, not ${text}`);
}

function readCodes(text: string): readonly string[] {
  return text.split(',').map((code) => code.trim().toUpperCase());
}
