import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isEmployer, OrganisationTree } from '#organisations';
import { InvalidInputError, type Clock, type InputFault } from '#platform';
import type { DataSource } from 'typeorm';
import type { ActualsService } from '../actuals/actuals.service';
import {
  isSameShape,
  SettledFiles,
  shapeOf,
  waitingFiles,
  type WaitingFile,
  type WatchedKind,
} from './waiting-files';
import { findWatchedFile, storeWatchedFile, type WatchedOutcome } from './watched-file.repository';
import { WatchedImport, type EmployersFile } from './watched-import';

/** What a watched folder stands on. */
export interface WatchedFolderOptions {
  readonly dataSource: DataSource;
  readonly actuals: ActualsService;
  readonly clock: Clock;
  readonly root: string;
  /** How long a file must have stayed as it is before it is taken. */
  readonly settleMilliseconds: number;
}

/** What became of a file, as it lies beside it. */
interface Verdict {
  readonly outcome: WatchedOutcome;
  readonly message: string;
  readonly report: string;
}

/** A longer prefix of the hash than any folder needs to tell its files apart. */
const HASH_PREFIX = 12;

/**
 * Imports files that are put into `root/EMPLOYER/kind`, each content once, and moves each with a report to `done` or
 * `refused` beside it. A file is moved last: a process that is killed at any point leaves it to the next, which
 * finds what is held by its content.
 */
export class WatchedFolder {
  private readonly settled: SettledFiles;
  private readonly imports: WatchedImport;

  constructor(private readonly options: WatchedFolderOptions) {
    this.settled = new SettledFiles(options.settleMilliseconds);
    this.imports = new WatchedImport(options.dataSource, options.actuals);
  }

  /** Takes the first file that has come to rest. @returns whether there was one */
  async look(): Promise<boolean> {
    const files = await waitingFiles(this.options.root);
    const [file] = await this.settled.among(files, this.options.clock.now().getTime());
    if (file === undefined) return false;
    await this.take(file);
    return true;
  }

  private async take(file: WaitingFile): Promise<void> {
    const before = await shapeOf(file.path);
    const sha256 = await hashOf(file.path);
    if (!isSameShape(before, await shapeOf(file.path))) return;
    const organisationId = await this.employerOf(file);
    const verdict =
      organisationId === null ? unknownEmployer(file) : await this.judge({ ...file, organisationId }, sha256);
    // Changed while it was read: it is taken again once it has come to rest.
    if (!isSameShape(before, await shapeOf(file.path))) return;
    await putAway(file, sha256, verdict);
  }

  /** What becomes of a file; content that is held is not imported again. */
  private async judge(file: EmployersFile, sha256: string): Promise<Verdict> {
    const { manager } = this.options.dataSource;
    const { organisationId, kind, name: fileName } = file;
    const content = { organisationId, kind, sha256 };
    const known = await findWatchedFile(manager, content);
    if (known?.outcome === 'imported') {
      return { outcome: 'imported', message: 'Imported before; nothing changed.', report: known.report };
    }
    const verdict = await this.importOf(file);
    await storeWatchedFile(manager, { ...content, fileName, ...verdict });
    return verdict;
  }

  private async importOf(file: EmployersFile): Promise<Verdict> {
    try {
      const { blockedBy, detail } = await this.imports.run(file);
      const outcome = blockedBy.length > 0 ? 'blocked' : 'imported';
      const message = blockedBy[0] ?? 'Imported.';
      return { outcome, message, report: textOf(file, { outcome, message, report: detail }) };
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return refusal(file, error.faults as readonly InputFault[]);
    }
  }

  private async employerOf({ employer }: WaitingFile): Promise<string | null> {
    const { dataSource, clock } = this.options;
    const today = clock.now().toISOString().slice(0, 10);
    const { nodes } = await OrganisationTree.load(dataSource.manager, today);
    return nodes.find(({ code, type }) => code === employer && isEmployer(type))?.id ?? null;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const unknownEmployer = (file: WaitingFile): Verdict =>
  refusal(file, [
    {
      pointer: 'folder',
      rule: 'is-employer',
      message: `No employer has the code ${file.employer} today.`,
      fix: 'Put the file into the folder with the ODS code of its employer.',
    },
  ]);

/** Faults of an ESR extract are told without their messages, which can quote what is personal. */
const QUOTES_ROWS: ReadonlySet<WatchedKind> = new Set(['esr']);

function refusal(file: WaitingFile, all: readonly InputFault[]): Verdict {
  const faults = all.map(({ pointer, rule, message, fix }) =>
    QUOTES_ROWS.has(file.kind) && pointer.startsWith('line')
      ? { pointer, rule, fix }
      : { pointer, rule, message, fix },
  );
  const [first] = faults;
  const words =
    first === undefined
      ? ''
      : `${first.pointer}: ${'message' in first ? `${first.message} ` : ''}${first.fix}`;
  const message = `Refused, nothing of it is held. ${words}`.trim();
  return { outcome: 'refused', message, report: textOf(file, { outcome: 'refused', message, faults }) };
}

const textOf = ({ name }: WaitingFile, content: object): string =>
  `${JSON.stringify({ file: name, ...content }, null, 2)}\n`;

/** Puts the report in its place, then the file; both have the same names however often it is tried. */
async function putAway(file: WaitingFile, sha256: string, { outcome, report }: Verdict): Promise<void> {
  const folder = join(file.folder, outcome === 'refused' ? 'refused' : 'done');
  await mkdir(folder, { recursive: true });
  const place = join(folder, `${sha256.slice(0, HASH_PREFIX)}-${file.name}`);
  await writeFile(`${place}.part`, report);
  await rename(`${place}.part`, `${place}.report.json`);
  await rename(file.path, place);
}
