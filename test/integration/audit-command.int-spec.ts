import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { AuditSealer, recordAudit } from '#access';
import { SystemClock } from '#platform';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { testRedisUrl } from '../support/test-redis';
import { registerAudit } from '../../apps/cli/commands/audit.command';

describe('wholetime audit verify', () => {
  let database: TestDatabase;
  let directory: string;
  let heads: string;
  let printed: string;

  beforeEach(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
    process.env['REDIS_URL'] = testRedisUrl();
    directory = mkdtempSync(join(tmpdir(), 'audit-'));
    heads = join(directory, 'heads.ndjson');
    printed = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text.toString();
      return true;
    });
    await record('a', 'b', 'c');
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    process.exitCode = 0;
    rmSync(directory, { recursive: true });
    await database.close();
  });

  async function record(...entityIds: string[]): Promise<void> {
    const { dataSource } = database;
    const entry = { actor: 'test', action: 'plan.signed', entity: 'plan', organisationId: null };
    for (const entityId of entityIds) {
      await recordAudit(dataSource.manager, { ...entry, entityId, detail: {}, correlationId: null });
    }
    await new AuditSealer(dataSource, new SystemClock()).seal();
  }

  async function verify(...flags: string[]): Promise<string> {
    printed = '';
    process.exitCode = 0;
    const program = new Command();
    registerAudit(program);
    await program.parseAsync(['node', 'wholetime', 'audit', 'verify', ...flags]);
    return printed;
  }

  it('notes the head of a whole chain, once', async () => {
    expect(await verify('--heads', heads)).toContain(
      'The audit trail is whole: 3 entries chained, 0 waiting.',
    );
    await verify('--heads', heads);
    await record('d');
    await verify('--heads', heads);

    expect(readFileSync(heads, 'utf8')).toMatch(/^\{"position":3,.*\}\n\{"position":4,.*\}\n$/);
    expect(process.exitCode).toBe(0);
  });

  it('names the first entry that was changed and exits with 1', async () => {
    await database.dataSource.query(`UPDATE audit_entry SET actor = 'other' WHERE entity_id IN ('b', 'c')`);

    const text = await verify('--heads', heads);
    expect(text).toContain('First at entry 2 (link 2).');
    expect(text).toContain('  entry 3 (link 3): the entry was changed or moved');
    expect(process.exitCode).toBe(1);
    expect(() => readFileSync(heads)).toThrow('ENOENT');
  });

  it('sees that the end was cut off by the heads noted before', async () => {
    await verify('--heads', heads);
    await database.dataSource.query('DELETE FROM audit_seal WHERE position > 1');
    await database.dataSource.query('DELETE FROM audit_entry WHERE seq > 1');

    expect(await verify()).toContain('is whole: 1 entries');
    expect(await verify('--heads', heads)).toContain(
      'First at link 2.\n  link 2: the chain ends before a head',
    );
    expect(process.exitCode).toBe(1);
  });

  it('prints the outcome as JSON', async () => {
    expect(JSON.parse(await verify('--json'))).toMatchObject({ isIntact: true, sealed: 3, faults: [] });
  });

  it('refuses a file of heads that something else wrote', async () => {
    writeFileSync(heads, '{"position":1}\n');

    await expect(verify('--heads', heads)).rejects.toMatchObject({
      faults: [{ pointer: `${heads}, line 1`, rule: 'audit-head' }],
    });
  });
});
