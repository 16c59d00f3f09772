import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditSealer, loadSigningKey, recordAudit } from '#access';
import { createDataSource, migrate, migrationNames } from '#persistence';
import { SystemClock, newId, withDatabase } from '#platform';
import type { DataSource } from 'typeorm';
import { GeneratedReleases, generatedRows } from '../../test/support/generated-release.fixture';
import { createTestDatabase, testDatabaseUrl, type TestDatabase } from '../../test/support/test-database';
import { makeTestFolder } from '../../test/support/test-folder';
import { openProjectionFixture, type ProjectionFixture } from '../../test/support/projection.fixture';
import { inspectBackup, restoreBackup, writeBackup, type BackupRequest } from '.';

let source: TestDatabase;
let fixture: ProjectionFixture;
let folder: string;
const targets: DataSource[] = [];

const keyFiles = (name: string) => ({
  'release-manifests': join(folder, name, 'publication/signing-key.pem'),
  'national-tokens': join(folder, name, 'hee-api/signing-key.pem'),
  webhooks: join(folder, name, 'webhooks/signing-key.pem'),
});

beforeAll(async () => {
  folder = makeTestFolder();
  Object.values(keyFiles('first')).forEach(loadSigningKey);
  source = await createTestDatabase();
  const { dataSource } = source;
  fixture = await openProjectionFixture(dataSource);
  await fixture.edit('RR8', 0.071);
  await new GeneratedReleases(dataSource).publish(generatedRows(3000, 1));
  await recordAudit(dataSource.manager, {
    actor: 'test',
    action: 'assumption.edited',
    entity: 'assumption',
    entityId: '1',
    organisationId: null,
    detail: { value: 0.081, note: "Gŵyl's – “quoted” \\ \n line" },
    correlationId: null,
  });
  await new AuditSealer(dataSource, new SystemClock()).seal();
  await dataSource.query(
    `INSERT INTO lease (name, holder, expires_at) VALUES ('audit-sealer', 'a process', UTC_TIMESTAMP(6))`,
  );
});

afterEach(async () => {
  for (const target of targets.splice(0)) {
    await target.dropDatabase();
    await target.destroy();
  }
});

afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

const backUp = async (changes: Partial<BackupRequest> = {}) => {
  const file = join(folder, `${newId()}.backup`);
  const written = await writeBackup({
    dataSource: source.dataSource,
    databaseUrl: source.url,
    file,
    keyFiles: keyFiles('first'),
    withKeys: false,
    signal: new AbortController().signal,
    report: () => undefined,
    ...changes,
  });
  return { file, ...written };
};

/** An address at which no database is yet. */
const newTarget = async (): Promise<{ url: string; dataSource: DataSource }> => {
  const url = withDatabase(testDatabaseUrl(), `restored_${newId().replaceAll('-', '')}`);
  const dataSource = await createDataSource(url).initialize();
  targets.push(dataSource);
  return { url, dataSource };
};

const restore = (file: string, databaseUrl: string, signal = new AbortController().signal) =>
  restoreBackup({ file, databaseUrl, keyFiles: keyFiles(newId()), signal, report: () => undefined });

const everything = async (dataSource: DataSource, tables: readonly string[]) =>
  Promise.all(tables.map((table) => dataSource.query<unknown>(`CHECKSUM TABLE \`${table}\``))).then((sums) =>
    sums.map((rows) => (rows as { Checksum: number }[])[0]?.Checksum),
  );

describe('a backup', () => {
  it('holds every table but those of the moment, and comes back as it was', async () => {
    const { file, manifest } = await backUp();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const kept = manifest.tables.map(({ name }) => name);
    expect(kept).toEqual(expect.arrayContaining(['assumption', 'audit_seal', 'published_file', 'outbox']));
    expect(manifest.leftOut).toEqual(['lease', 'pending_sign_in', 'person_session', 'presence']);
    expect(kept).not.toEqual(expect.arrayContaining(['lease']));
    const { url, dataSource } = await newTarget();

    const { migrated, missingKeys } = await restore(file, url);

    expect(migrated).toEqual([]);
    expect(missingKeys).toEqual(['release-manifests', 'national-tokens', 'webhooks']);
    expect(await everything(dataSource, kept)).toEqual(await everything(source.dataSource, kept));
    expect(await dataSource.query('SELECT * FROM lease')).toEqual([]);
    expect(await migrate(dataSource)).toEqual([]);
  });

  it('is of one moment: what is written meanwhile is not in it', async () => {
    let isEdited = false;
    const edits: Promise<void>[] = [];
    const { manifest } = await backUp({
      report: () => {
        if (!isEdited) edits.push(fixture.edit('RWY', 0.066));
        isEdited = true;
      },
    });
    await Promise.all(edits);
    const second = await backUp();
    const rowsOf = (table: string, tables: typeof manifest.tables) =>
      tables.find(({ name }) => name === table)?.rows;
    for (const table of ['assumption_history', 'outbox', 'audit_entry']) {
      expect(rowsOf(table, second.manifest.tables)).toBe((rowsOf(table, manifest.tables) ?? 0) + 1);
    }
  });

  it('names the signing keys, and contains them only when asked', async () => {
    const { manifest } = await backUp();
    expect(manifest.keys.map(({ purpose, file }) => [purpose, file])).toEqual([
      ['release-manifests', null],
      ['national-tokens', null],
      ['webhooks', null],
    ]);
    const { file } = await backUp({ withKeys: true });
    const { url } = await newTarget();
    const places = keyFiles('second');
    const signal = new AbortController().signal;
    const restored = await restoreBackup({
      file,
      databaseUrl: url,
      keyFiles: places,
      signal,
      report: () => undefined,
    });
    expect(restored.missingKeys).toEqual([]);
    expect(readFileSync(places['release-manifests'])).toEqual(
      readFileSync(keyFiles('first')['release-manifests']),
    );
    expect(statSync(places['national-tokens']).mode & 0o777).toBe(0o600);
  });

  it('never takes the place of another file', async () => {
    const { file } = await backUp();
    const before = readFileSync(file);
    await expect(backUp({ file })).rejects.toThrow(/never takes the place/);
    expect(readFileSync(file)).toEqual(before);
  });

  it('that is cancelled leaves nothing', async () => {
    const controller = new AbortController();
    const file = join(folder, 'cancelled.backup');
    const report = (line: string): void => {
      if (line.includes('baseline_cell')) controller.abort(new Error('Stopped before the end.'));
    };
    await expect(backUp({ file, signal: controller.signal, report })).rejects.toThrow(
      'Stopped before the end.',
    );
    expect([existsSync(file), existsSync(`${file}.unfinished`)]).toEqual([false, false]);
  });

  it('that cannot be written says so', async () => {
    const file = join(folder, 'no-such-folder', 'x.backup');
    await expect(backUp({ file })).rejects.toThrow(/ENOENT/);
    expect(existsSync(join(folder, 'no-such-folder'))).toBe(false);
  });
});

describe('a damaged backup', () => {
  it('is recognised by its hashes wherever a byte was changed, before the database is touched', async () => {
    const { file } = await backUp();
    const whole = readFileSync(file);
    const { url, dataSource } = await newTarget();
    for (const share of [0.2, 0.5, 0.8]) {
      const changed = Buffer.from(whole);
      const at = positionInContent(changed, share);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      writeFileSync(file, changed);
      await expect(restore(file, url)).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(await dataSource.query('SHOW TABLES')).toEqual([]);
  });

  it('is recognised when it was cut off, or is something else', async () => {
    const { file } = await backUp();
    truncateSync(file, Math.floor(statSync(file).size * 0.6));
    await expect(inspectBackup(file)).rejects.toMatchObject({ code: 'invalid-input' });
    writeFileSync(file, 'These are not the bytes of a backup.\n'.repeat(100));
    await expect(inspectBackup(file)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

/** A place within the bytes of some file of the archive, past its header. */
function positionInContent(bytes: Buffer, share: number): number {
  const block = Math.floor((bytes.length * share) / 512) * 512;
  for (let at = block; at < bytes.length; at += 512) {
    if (bytes.subarray(at, at + 7).toString() === 'tables/') return at + 512 + 30;
  }
  throw new Error('The archive has no file there.');
}

describe('a restore', () => {
  it('refuses an installation that is in use, and changes nothing in it', async () => {
    const { file } = await backUp();
    const before = await everything(source.dataSource, ['assumption', 'organisation']);
    await expect(restore(file, source.url)).rejects.toThrow(/is in use: its table \w+ has rows/);
    expect(await everything(source.dataSource, ['assumption', 'organisation'])).toEqual(before);
  });

  it('fills an installation that was migrated and has no rows', async () => {
    const { file } = await backUp();
    const { url, dataSource } = await newTarget();
    await migrate(dataSource);
    await restore(file, url);
    expect(await everything(dataSource, ['assumption'])).toEqual(
      await everything(source.dataSource, ['assumption']),
    );
  });

  it('that was interrupted keeps every process away, and begins anew', async () => {
    const { file } = await backUp();
    const { url, dataSource } = await newTarget();
    const controller = new AbortController();
    const report = (line: string): void => {
      if (line.includes('organisation')) controller.abort(new Error('Stopped before the end.'));
    };
    await expect(
      restoreBackup({
        file,
        databaseUrl: url,
        keyFiles: keyFiles('third'),
        signal: controller.signal,
        report,
      }),
    ).rejects.toThrow('Stopped before the end.');
    await expect(migrate(dataSource)).rejects.toThrow(/restore into this database did not end/);
    await restore(file, url);
    expect(await migrate(dataSource)).toEqual([]);
    expect(await everything(dataSource, ['organisation'])).toEqual(
      await everything(source.dataSource, ['organisation']),
    );
  });

  it('refuses a backup of a newer version by name', async () => {
    await source.dataSource.query(
      `INSERT INTO schema_migration (timestamp, name) VALUES (1999999999999, 'FromTheFuture1999999999999')`,
    );
    const { file } = await backUp();
    await source.dataSource.query("DELETE FROM schema_migration WHERE name LIKE 'FromTheFuture%'");
    const { url } = await newTarget();
    await expect(restore(file, url)).rejects.toThrow(/newer version: .*FromTheFuture1999999999999/);
    expect(migrationNames()).not.toContain('FromTheFuture1999999999999');
  });
});
