import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { NotFoundError, newId } from '#platform';
import { readEngineBundle, type EngineBundle } from './engine-bundle';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Keeps every engine that has made a run, so that the run can be replayed by the engine that made it. */
export class EngineBundleRepository {
  /** @param directory where stored bundles are written to be loaded */
  constructor(private readonly directory: string) {}

  /** Stores the bundle unless it is there already. */
  async store(manager: EntityManager, bundle: EngineBundle): Promise<void> {
    const known: unknown[] = await manager.query('SELECT 1 FROM engine_bundle WHERE version = ?', [
      bundle.version,
    ]);
    if (known.length === 0) {
      await manager.query(
        'INSERT IGNORE INTO engine_bundle (version, content, stored_at) VALUES (?, ?, UTC_TIMESTAMP(6))',
        [bundle.version, await compress(bundle.content)],
      );
    }
  }

  /**
   * A stored bundle as a file that can be loaded.
   *
   * @throws NotFoundError when no such bundle is stored
   * @throws Error when what is stored is not what its version says
   */
  async materialise(manager: EntityManager, version: string): Promise<EngineBundle> {
    const path = join(this.directory, `${version}.cjs`);
    const written = await readEngineBundle(path).catch(() => null);
    if (written?.version === version) {
      return written;
    }
    const [row]: { content: Buffer }[] = await manager.query(
      'SELECT content FROM engine_bundle WHERE version = ?',
      [version],
    );
    if (row === undefined) {
      throw new NotFoundError('No engine of this version is stored.', { version });
    }
    await this.write(path, await decompress(row.content));
    const bundle = await readEngineBundle(path);
    if (bundle.version !== version) {
      throw new Error(`The engine stored as ${version} has the hash ${bundle.version}.`);
    }
    return bundle;
  }

  /** Another process may write the same file at the same time: each writes its own and puts it in place. */
  private async write(path: string, content: Buffer): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const own = `${path}.${newId()}`;
    await writeFile(own, content);
    await rename(own, path);
  }
}
