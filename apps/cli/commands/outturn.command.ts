import { InvalidArgumentError, type Command } from 'commander';
import { compactDemoDirectory } from '#baselines';
import { DEMO_SYSTEMS } from '#demo';
import { outturnEvidence } from './outturn-evidence';
import { outturnText } from './outturn.text';

/** The last month before the financial year 2024/25. */
const DEFAULT_EVE = '2024-03';

interface OutturnOptions {
  readonly eve: string;
  readonly systems: readonly string[];
  readonly all?: boolean;
  readonly history: string;
  readonly json?: boolean;
}

/** Adds `outturn`: how far forecast outturn and straight-line run-rate were off as a published year went on. */
export function registerOutturn(program: Command): void {
  program
    .command('outturn')
    .description(
      'Plan a published year on its eve, reveal it month by month, and compare the outturns told with what came',
    )
    .option('--eve <month>', 'last month before the year, YYYY-MM', readMonth, DEFAULT_EVE)
    .option('--systems <codes>', 'health systems, separated by commas', readCodes, [...DEMO_SYSTEMS])
    .option('--all', 'all organisations instead')
    .option('--history <directory>', 'compact history to use', compactDemoDirectory())
    .option('--json', 'print the figures as JSON')
    .action(outturnOrSayWhy);
}

/** A year that the history does not hold is the user's to correct; anything else is a defect and keeps its stack. */
async function outturnOrSayWhy({ eve, systems, all, history, json }: OutturnOptions): Promise<void> {
  try {
    const evidence = await outturnEvidence({ eve, systems: all === true ? null : systems, history });
    console.log(json === true ? JSON.stringify(evidence) : outturnText(evidence));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`wholetime outturn: ${error.message}.`);
    process.exitCode = 1;
  }
}

function readMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('A month is written YYYY-MM, for instance 2024-03.');
}

function readCodes(text: string): readonly string[] {
  return text.split(',').map((code) => code.trim().toUpperCase());
}
