import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

/** Writes the paper of its input in every format with the built product, and tells the hash of each. */
const { paperFile, PAPER_FORMATS } = createRequire(import.meta.url)('../../dist/libs/papers/index.js');
const parts = [];
for await (const part of process.stdin) parts.push(part);
const paper = JSON.parse(Buffer.concat(parts).toString('utf8'));
for (const format of PAPER_FORMATS) {
  const { content } = await paperFile(paper, format);
  process.stdout.write(`${format} ${createHash('sha256').update(content).digest('hex')}\n`);
}
