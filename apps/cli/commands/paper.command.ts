import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { PermissionService } from '#access';
import { PAPER_FORMATS, PapersService, PLAN_PAPERS, type PaperFormat, type PlanPaperName } from '#papers';
import { UnitOfWork } from '#persistence';
import { SystemClock } from '#platform';
import { SignOffService } from '#plans';
import { ProjectionsService } from '#projections';
import { withDatabase } from '../with-database';

interface PaperOptions {
  readonly paper: PlanPaperName;
  readonly format: PaperFormat;
  readonly output?: string;
}

/** Adds `paper`: a frozen version of a system plan as Word, PDF, workbook or public summary. */
export function registerPaper(program: Command): void {
  program
    .command('paper')
    .description('Write a frozen version of a system plan, or its public summary, as a file')
    .argument('<plan>', 'id of the system plan, as in the address of its page')
    .argument('<version>', 'number of the frozen version', readVersion)
    .option('--paper <name>', Object.keys(PLAN_PAPERS).join(' or '), readName, 'system-plan')
    .option('--format <format>', PAPER_FORMATS.join(', '), readFormat, 'pdf')
    .option('--output <file>', 'where to write it; a name of its own in this folder without it')
    .action(writePaper);
}

async function writePaper(
  plan: string,
  version: number,
  { paper, format, output }: PaperOptions,
): Promise<void> {
  const file = await withDatabase((dataSource) => {
    const unitOfWork = new UnitOfWork(dataSource);
    const projections = new ProjectionsService(unitOfWork);
    const permissions = new PermissionService(dataSource, new SystemClock());
    const signOff = new SignOffService(unitOfWork, permissions, projections, new SystemClock());
    return new PapersService(unitOfWork, signOff).ofPlan(plan, version, { name: paper, format });
  });
  const path = output ?? file.name;
  await writeFile(path, file.content);
  process.stdout.write(`${path}\n`);
}

function readVersion(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A version is a whole number from 1 on.');
}

function readName(text: string): PlanPaperName {
  if (text in PLAN_PAPERS) return text as PlanPaperName;
  throw new InvalidArgumentError(`Name one of: ${Object.keys(PLAN_PAPERS).join(', ')}.`);
}

function readFormat(text: string): PaperFormat {
  const format = PAPER_FORMATS.find((one) => one === text);
  if (format !== undefined) return format;
  throw new InvalidArgumentError(`Name one of: ${PAPER_FORMATS.join(', ')}.`);
}
