import { execFile } from 'node:child_process';
import { inheritedEnvironment } from '../configuration/inherited-environment';

/** How a program ended and what it wrote. */
export interface ProgramOutcome {
  /** Zero for success; undefined when it could not be run at all. */
  readonly code: number | undefined;
  readonly output: string;
  readonly complaint: string;
}

/** What a program is run with on top of its arguments. */
export interface ProgramOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** Runs a program to its end; a failure is an outcome, not an exception. */
export function runProgram(
  executable: string,
  programArguments: readonly string[],
  { folder, environment = {} }: ProgramOptions = {},
): Promise<ProgramOutcome> {
  const options = {
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { ...inheritedEnvironment(), LC_ALL: 'C', ...environment },
    maxBuffer: OUTPUT_LIMIT_BYTES,
  };
  return new Promise((resolve) => {
    execFile(executable, programArguments, options, (error, output, complaint) => {
      const code = error === null ? 0 : error.code;
      resolve({ code: typeof code === 'number' ? code : undefined, output, complaint });
    });
  });
}
