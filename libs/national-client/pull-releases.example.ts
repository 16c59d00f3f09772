import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ReleaseClient, assertionTokens, type HeldRelease } from './index';

/**
 * Keeps the newest release in a file: pulls it whole the first time, and only what changed after that.
 *
 * Usage: `node dist/libs/national-client/pull-releases.example.js URL CLIENT_ID KEY_FILE HELD_FILE`
 */
async function main([url, clientId, keyFile, heldFile]: readonly string[]): Promise<void> {
  if (!url || !clientId || !keyFile || !heldFile) throw new Error('Give URL CLIENT_ID KEY_FILE HELD_FILE.');
  const privateKey = createPrivateKey(readFileSync(keyFile));
  const key = { clientId, keyId: 'first', algorithm: 'EdDSA', privateKey };
  const client = new ReleaseClient({ url, token: assertionTokens(url, key) });
  const [newest] = await client.releases();
  if (newest === undefined) return void process.stdout.write('Nothing is published yet.\n');
  const held = existsSync(heldFile) ? (JSON.parse(readFileSync(heldFile, 'utf8')) as HeldRelease) : null;
  if (held?.id === newest.id) return void process.stdout.write(`Release ${newest.number} is held already.\n`);
  const pulled = held === null ? await client.pull(newest) : await client.update(held, newest);
  writeFileSync(heldFile, JSON.stringify(pulled));
  process.stdout.write(`Holds release ${newest.number}: ${pulled.lines.length} rows.\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
