import { InvalidArgumentError, type Command } from 'commander';

import { compactDemoDirectory, readPublishedHistory } from '#baselines';
import {
  allResidual,
  collectGrowthErrors,
  runBacktest,
  runNationalBacktest,
  type BacktestQuestion,
} from '#modules/backtest';
import { backtestText, originsText } from './backtest-report.text';
import { nationalText } from './national-backtest.text';
import { policyByYears } from './policy-by-years';
import { residualText } from './residual.text';

interface BacktestOptions {
  readonly trainTo?: string;
  readonly until?: string;
  readonly horizon?: number;
  readonly systems?: readonly string[];
  readonly history: string;
  readonly england?: boolean;
  readonly residuals?: boolean;
  readonly json?: boolean;
}

type Source = Pick<BacktestQuestion, 'history' | 'successions' | 'policyOf'>;

const ORGANISATIONS_HORIZON = 12;
const ENGLAND_HORIZON = 60;
const DEFAULT_ORIGIN = '2023-12';

/** Adds `backtest`: what would have been projected from published history, and what came; needs no database. */
export function registerBacktest(program: Command): void {
  program
    .command('backtest')
    .description('Freeze the published history at a month, calibrate, project, and compare with what came')
    .option('--train-to <month>', `last month that is known, YYYY-MM (default ${DEFAULT_ORIGIN})`, readMonth)
    .option('--until <month>', 'repeat for every month from --train-to to this one', readMonth)
    .option('--horizon <months>', 'months to project (default 12, with --england 60)', readMonths)
    .option('--systems <codes>', 'score these health systems only, separated by commas', readCodes)
    .option('--england', "England's series by staff group, from every quarter or from --train-to")
    .option('--residuals', 'estimate the residual growth error from all that the history allows')
    .option('--history <directory>', 'compact history to use', compactDemoDirectory())
    .option('--json', 'print the report as JSON')
    .action(backtestOrSayWhy);
}

/** A month that the history does not hold is the user's to correct; anything else is a defect and keeps its stack. */
async function backtestOrSayWhy(options: BacktestOptions): Promise<void> {
  try {
    await printBacktest(options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`wholetime backtest: ${error.message}.`);
    process.exitCode = 1;
  }
}

async function printBacktest(options: BacktestOptions): Promise<void> {
  const published = await readPublishedHistory(options.history);
  const source: Source = { ...published, policyOf: policyByYears() };
  const print = <Report>(report: Report, text: (report: Report) => string): void =>
    console.log(options.json === true ? JSON.stringify(report) : text(report));
  if (options.residuals === true) return print(allResidual(source).residual, residualText);
  if (options.england === true) return print(england(source, options), nationalText);
  if (options.until === undefined) return print(runBacktest(questionOf(source, options)), backtestText);
  return print(manyOrigins(source, options.until, options), originsText);
}

function questionOf(
  source: Source,
  { trainTo = DEFAULT_ORIGIN, horizon, systems }: BacktestOptions,
): BacktestQuestion {
  return {
    ...source,
    trainTo,
    horizon: horizon ?? ORGANISATIONS_HORIZON,
    ...(systems === undefined ? {} : { systems }),
  };
}

function england(source: Source, { trainTo, horizon }: BacktestOptions) {
  return runNationalBacktest({
    ...source,
    horizon: horizon ?? ENGLAND_HORIZON,
    ...(trainTo === undefined ? {} : { origins: [trainTo] }),
  });
}

function manyOrigins(source: Source, until: string, options: BacktestOptions) {
  const question = questionOf(source, options);
  const errors = collectGrowthErrors(source);
  return source.history.months
    .filter((month) => month >= question.trainTo && month <= until)
    .map((trainTo) => runBacktest({ ...question, trainTo }, errors));
}

function readMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('A month is written YYYY-MM, for instance 2023-12.');
}

function readMonths(text: string): number {
  const months = Number(text);
  if (Number.isInteger(months) && months >= 1 && months <= 120) return months;
  throw new InvalidArgumentError('A whole number of months from 1 to 120.');
}

function readCodes(text: string): readonly string[] {
  return text.split(',').map((code) => code.trim().toUpperCase());
}
