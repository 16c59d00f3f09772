import { readFile, writeFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { project, ProjectionInputError, type InputProblem, type ProjectionInput } from '#modules/projection';
import { validateProjectionInput } from '#modules/projection-schema';
import { canonicalJson, sha256Hex } from '#platform';

interface ProjectOptions {
  readonly input: string;
  readonly output: string;
  readonly json?: boolean;
}

/** Adds `project`: one projection from file to file, without a database. */
export function registerProject(program: Command): void {
  program
    .command('project')
    .description('Project one organisation from a projection input file; needs no database')
    .requiredOption('--input <file>', 'projection input (JSON; schema in config/schemas)')
    .requiredOption('--output <file>', 'where to write the projection output (JSON)')
    .option('--json', 'print the summary or the problems as JSON')
    .action(projectFile);
}

async function projectFile(options: ProjectOptions): Promise<void> {
  try {
    const input = validateProjectionInput(await readJson(options.input));
    await writeOutput(input, options);
  } catch (error) {
    if (!(error instanceof ProjectionInputError)) throw error;
    console.error(
      options.json ? JSON.stringify({ problems: error.details }) : describe(options.input, error.details),
    );
    process.exitCode = 1;
  }
}

async function writeOutput(input: ProjectionInput, { output: file, json }: ProjectOptions): Promise<void> {
  const output = project(input);
  const text = canonicalJson(output);
  await writeFile(file, `${text}\n`);
  const summary = {
    organisation: output.organisation,
    months: output.months.length,
    staffGroups: output.staffGroups.length,
    notices: output.notices,
    inputSha256: sha256Hex(canonicalJson(input)),
    resultSha256: sha256Hex(text),
    output: file,
  };
  console.log(json ? JSON.stringify(summary) : sentence(summary));
}

/** @throws ProjectionInputError if the file is absent or is not JSON. */
async function readJson(file: string): Promise<unknown> {
  const fault = (rule: string, message: string, fix: string): ProjectionInputError =>
    new ProjectionInputError([{ pointer: '', rule, message, fix }]);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fault('readable', String(error), 'name a file that can be read');
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault('json', String(error), 'correct the JSON syntax');
  }
}

function sentence(summary: {
  readonly organisation: { readonly name: string };
  readonly months: number;
  readonly staffGroups: number;
  readonly notices: readonly { readonly message: string }[];
  readonly resultSha256: string;
  readonly output: string;
}): string {
  return [
    `${summary.organisation.name}: ${summary.staffGroups} staff groups over ${summary.months - 1} months, written to ${summary.output}`,
    `result SHA-256 ${summary.resultSha256}`,
    ...summary.notices.map(({ message }) => `notice: ${message}`),
  ].join('\n');
}

function describe(file: string, problems: readonly InputProblem[]): string {
  const lines = problems.map(({ pointer, message, fix }) => `  ${pointer || '/'}: ${message}; ${fix}`);
  return [`${file} cannot be projected:`, ...lines].join('\n');
}
