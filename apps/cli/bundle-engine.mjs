import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Bundles the projection, its analyses and the engine into one file, dist/engine/engine.cjs: what workers load, and whose
 * SHA-256 (dist/engine/version.txt) is the engine version of a run. Equal sources give equal bytes: the
 * bundle holds no time and no path of this machine. It fails where the code needs anything of Node.
 */
export async function bundleEngine() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: PROJECT,
    entryPoints: ['libs/modules/analysis/index.ts'],
    bundle: true,
    platform: 'neutral',
    format: 'cjs',
    target: 'es2023',
    conditions: ['wholetime-source'],
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  const [{ contents }] = outputFiles;
  const version = createHash('sha256').update(contents).digest('hex');
  const folder = join(PROJECT, 'dist/engine');
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, 'engine.cjs'), contents);
  await writeWhole(join(folder, 'version.txt'), `${version}\n`);
  return version;
}

/** A reader sees the old file or the new one, never a part. */
async function writeWhole(file, contents) {
  await writeFile(`${file}.new`, contents);
  await rename(`${file}.new`, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stderr.write(`engine ${await bundleEngine()}\n`);
}
