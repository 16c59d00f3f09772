import { createReadStream, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { extract, pack, type Pack } from 'tar-stream';
import { damagedBackup } from './backup-manifest';

/** One file of an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** No file that was written comes near it; a larger one is not ours and would fill the memory. */
const MOST_BYTES_OF_A_FILE = 512 * 1024 * 1024;

/** Name under which an archive grows; it gets its own when it is whole. */
export const unfinishedName = (path: string): string => `${path}.unfinished`;

/** Writes a tar archive that only its owner may read, under another name until it is whole. */
export class ArchiveWriter {
  private readonly pack: Pack = pack();
  private failure: Error | undefined;

  private constructor(
    private readonly path: string,
    private readonly output: WriteStream,
  ) {
    this.output.once('error', (error) => {
      this.failure = error;
      this.pack.destroy(error);
    });
    // The disk's error is told by what waits for it.
    this.pack.on('error', () => undefined);
    this.pack.pipe(this.output);
  }

  /** @throws the error of the disk, such as for a folder that is not there */
  static async open(path: string): Promise<ArchiveWriter> {
    const handle = await open(unfinishedName(path), 'w', 0o600);
    return new ArchiveWriter(path, handle.createWriteStream());
  }

  /** Adds a file once what was added before has been taken. @throws the error of the disk */
  async add(name: string, content: Buffer): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    await new Promise<void>((resolve, reject) => {
      this.output.once('error', reject);
      const entry = this.pack.entry({ name, size: content.length, mode: 0o600 }, (error) => {
        this.output.off('error', reject);
        if (error) reject(this.failure ?? error);
        else resolve();
      });
      entry.end(content);
    });
  }

  /** Writes the end; the archive keeps its unfinished name. */
  async end(): Promise<void> {
    this.pack.finalize();
    await finished(this.output);
    await flush(unfinishedName(this.path));
  }

  /** Gives the archive its name: after this it survives a loss of power. */
  async keep(): Promise<void> {
    await rename(unfinishedName(this.path), this.path);
    await flush(dirname(this.path));
  }

  /** Removes what was written. */
  async discard(): Promise<void> {
    this.pack.destroy();
    this.output.destroy();
    await rm(unfinishedName(this.path), { force: true });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The files of an archive, in order. @throws InvalidInputError for a file that is none, or was cut off */
export async function* readArchive(path: string): AsyncGenerator<ArchivedFile> {
  const source = createReadStream(path);
  const archive = extract();
  source.once('error', (error) => archive.destroy(error));
  source.pipe(archive);
  try {
    for await (const entry of archive) {
      if ((entry.header.size ?? 0) > MOST_BYTES_OF_A_FILE)
        throw damagedBackup('size', `${entry.header.name} is too large.`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk);
      yield { name: entry.header.name, content: Buffer.concat(chunks) };
    }
  } catch (error) {
    if (error instanceof Error && /unexpected end|invalid tar/i.test(error.message)) {
      throw damagedBackup('whole', `The file is cut off or no backup: ${error.message}`);
    }
    throw error;
  } finally {
    source.destroy();
  }
}
