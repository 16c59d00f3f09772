import type { Command } from 'commander';
import { InvalidInputError, loadConfiguration } from '#platform';
import { openReplays, type FigureDifference, type ReplayReport } from '#projections';
import { withDatabase } from '../with-database';

interface ReplayOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Adds `replay` to the program. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description(
      'Compute a published run again from its stored input, by the engine that made it, and compare',
    )
    .argument('[run]', 'id of the run')
    .option('--all', 'every run that is published now')
    .option('--json', 'print the reports as JSON')
    .action((run: string | undefined, options: ReplayOptions) => replay(run, options));
}

/** Ends the process with code 1 when any run does not come out as published. */
async function replay(run: string | undefined, { all, json }: ReplayOptions): Promise<void> {
  if ((run === undefined) === (all !== true)) {
    throw new InvalidInputError([
      {
        pointer: 'run',
        rule: 'one-or-all',
        message: 'A replay is of one run or of all.',
        fix: 'Give the id of a run, or --all.',
      },
    ]);
  }
  const reports = await withDatabase(async (dataSource) => {
    const replays = openReplays(dataSource, loadConfiguration());
    try {
      const made: ReplayReport[] = [];
      for (const id of run === undefined ? await replays.service.publishedRuns() : [run]) {
        const report = await replays.service.replay(id);
        made.push(report);
        if (json !== true) process.stdout.write(describe(report));
      }
      return made;
    } finally {
      await replays.close();
    }
  });
  const different = reports.filter(({ isSame }) => !isSame).length;
  process.stdout.write(
    json === true
      ? `${JSON.stringify(reports, null, 2)}\n`
      : `${reports.length - different} of ${reports.length} runs come out as published, to the bit.\n`,
  );
  if (different > 0) process.exitCode = 1;
}

function describe(report: ReplayReport): string {
  if (report.isSame) return `${report.runId} same ${report.recomputedSha256}\n`;
  const hidden = report.differenceCount - report.differences.length;
  const lines = [
    `${report.runId} DIFFERENT`,
    `  published  ${report.publishedSha256}`,
    `  stored     ${report.storedSha256 ?? 'expired'}`,
    `  recomputed ${report.recomputedSha256}`,
    ...report.differences.map(describeDifference),
    ...(hidden > 0 ? [`  and ${hidden} more figures`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function describeDifference({ staffGroup, measure, month, stored, recomputed }: FigureDifference): string {
  return `  ${staffGroup} ${measure} ${month ?? 'all months'}: stored ${String(stored)}, recomputed ${String(recomputed)}`;
}
