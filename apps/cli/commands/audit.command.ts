import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { verifyAudit, type AuditFault, type AuditHead, type AuditVerification } from '#access';
import { InvalidInputError } from '#platform';
import { withDatabase } from '../with-database';

interface VerifyOptions {
  readonly heads?: string;
  readonly json?: boolean;
}

/** Adds `audit verify`: walks the hash chain and names what was altered; exit code 1 when something was. */
export function registerAudit(program: Command): void {
  program
    .command('audit')
    .description('The audit trail')
    .command('verify')
    .description('Walk the hash chain of the audit trail and name every place that was altered')
    .option(
      '--heads <file>',
      'file, kept away from the database, of heads noted earlier: each is looked for, and the head of a whole chain added',
    )
    .option('--json', 'print the outcome as JSON')
    .action(runVerify);
}

async function runVerify({ heads, json }: VerifyOptions): Promise<void> {
  const noted = heads === undefined ? [] : readHeads(heads);
  const outcome = await withDatabase(({ manager }) => verifyAudit(manager, noted));
  process.stdout.write(json === true ? `${JSON.stringify(outcome, null, 2)}\n` : outcomeText(outcome));
  if (!outcome.isIntact) {
    process.exitCode = 1;
    return;
  }
  const isNew = outcome.head !== null && !noted.some(({ position }) => position === outcome.head?.position);
  if (heads !== undefined && isNew) appendFileSync(heads, `${JSON.stringify(outcome.head)}\n`);
}

/** @throws InvalidInputError for a line that is no head */
function readHeads(file: string): AuditHead[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [headOf(line, file, index + 1)]));
}

function headOf(line: string, file: string, number: number): AuditHead {
  const [, position, sha256] = /^\{"position":(\d+),"sha256":"([0-9a-f]{64})"\}$/.exec(line.trim()) ?? [];
  if (position !== undefined && sha256 !== undefined) return { position: Number(position), sha256 };
  throw new InvalidInputError([
    {
      pointer: `${file}, line ${number}`,
      rule: 'audit-head',
      message: 'This is not a head as the command writes it.',
      fix: 'Restore the file, or remove the line.',
    },
  ]);
}

const PROBLEMS: Readonly<Record<AuditFault['problem'], string>> = {
  'link-missing': 'links before this one were removed',
  'entry-missing': 'the entry was removed',
  'entry-altered': 'the entry was changed or moved',
  'entry-inserted': 'the entry was put in after the moment it tells of',
  'chain-broken': 'the chain was computed anew',
  'end-missing': 'the chain ends before a head that was noted earlier',
};

function outcomeText({ isIntact, sealed, unsealed, faults, head }: AuditVerification): string {
  const counts = `${sealed} entries chained, ${unsealed} waiting`;
  if (isIntact)
    return `The audit trail is whole: ${counts}. Head: ${head?.position ?? 0} ${head?.sha256 ?? '-'}\n`;
  const [first] = faults;
  const lines = faults.map((fault) => `  ${placeOf(fault)}: ${PROBLEMS[fault.problem]}`);
  const start = first === undefined ? '' : ` First at ${placeOf(first)}.`;
  return `The audit trail was altered: ${counts}.${start}\n${lines.join('\n')}\n`;
}

function placeOf({ position, auditSeq }: AuditFault): string {
  const entry = auditSeq === 0 ? '' : `entry ${auditSeq}`;
  const link = position === 0 ? 'not chained yet' : `link ${position}`;
  return entry === '' ? link : `${entry} (${link})`;
}
