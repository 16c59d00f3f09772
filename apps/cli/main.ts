import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Command } from 'commander';
import { ConfigurationError, DomainError, InvalidInputError, projectRoot, ServicesError } from '#platform';
import { StartError } from './start/start.error';
import { fileFault } from './file-fault';

type Register = (program: Command) => void;

const COMMANDS = join(__dirname, 'commands');

/** The whole command line: every file `<name>.command` adds its own part by a function `register…`. */
async function createProgram(): Promise<Command> {
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const program = new Command('wholetime')
    .description('Workforce planning for English health systems')
    .version(version)
    .showHelpAfterError('(add --help for what there is)')
    .helpCommand(true);
  for (const register of await registrations()) {
    register(program);
  }
  return program;
}

async function registrations(): Promise<Register[]> {
  const files = readdirSync(COMMANDS).filter((file) => file.endsWith('.command.js'));
  const modules = await Promise.all(
    files.sort().map((file) => import(join(COMMANDS, file)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((exported) =>
    Object.entries(exported).flatMap(([name, value]) =>
      /^register[A-Z]/.test(name) && typeof value === 'function' ? [value as Register] : [],
    ),
  );
}

/** What is foreseen says in a sentence what is wrong; anything else needs its stack to be found. */
function fail(error: unknown): void {
  const foreseen = isForeseen(error) ? error.message : fileFault(error);
  process.stderr.write(`wholetime: ${foreseen ?? inspect(error)}\n`);
  if (error instanceof InvalidInputError) {
    for (const { pointer, message, fix } of error.faults) {
      process.stderr.write(`  ${pointer}: ${message} ${fix}\n`);
    }
  }
  process.exitCode = 1;
}

function isForeseen(error: unknown): error is Error {
  return [DomainError, ConfigurationError, ServicesError, StartError].some((type) => error instanceof type);
}

createProgram()
  .then((program) => program.parseAsync())
  .catch(fail);
