import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeBase64 } from './base64';
import { KERNEL_BASE64 } from './kernel-bytes';

const PROJECT = join(__dirname, '../../..');
const BUILD = join(PROJECT, 'apps/cli/build-kernel.mjs');

describe('the kernel in the repository', () => {
  it('is what its source compiles to', async () => {
    await expect(promisify(execFile)(process.execPath, [BUILD, '--check'])).resolves.toBeDefined();
  }, 60_000);

  it('is decoded to the bytes that Node decodes', () => {
    expect([...decodeBase64(KERNEL_BASE64)]).toEqual([...Buffer.from(KERNEL_BASE64, 'base64')]);
  });
});
