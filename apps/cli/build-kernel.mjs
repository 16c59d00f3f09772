import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SOURCE = 'libs/engine/fast-kernel/assembly/index.ts';
const MODULE = 'libs/engine/fast-kernel/kernel-bytes.ts';
const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--use', 'abort='];

/**
 * Compiles the engine's kernel into the module that holds its bytes. With --check nothing is written; it
 * fails where the module is not what the source compiles to.
 */
async function buildKernel() {
  const expected = moduleText(await compile());
  const path = join(PROJECT, MODULE);
  if (!process.argv.includes('--check')) {
    await writeFile(path, expected);
  } else if ((await readFile(path, 'utf8')) !== expected) {
    throw new Error(`${MODULE} is not what ${SOURCE} compiles to; run npm run build:kernel.`);
  }
}

async function compile() {
  let bytes = null;
  const { error, stderr } = await asc.main(
    [SOURCE, '--baseDir', PROJECT, '--outFile', 'kernel.wasm', ...OPTIONS],
    { writeFile: (name, contents) => (bytes = name === 'kernel.wasm' ? contents : bytes) },
  );
  if (error !== null || bytes === null) {
    throw new Error(`The kernel does not compile: ${stderr.toString()}`, { cause: error });
  }
  return bytes;
}

function moduleText(bytes) {
  return [
    '/** The compiled kernel: npm run build:kernel writes this file, and a test compares it. */',
    'export const KERNEL_BASE64 =',
    `  '${Buffer.from(bytes).toString('base64')}';`,
    '',
  ].join('\n');
}

await buildKernel();
