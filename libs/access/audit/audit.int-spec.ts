import type { DataSource, EntityManager } from 'typeorm';
import { SystemClock } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { AuditSealer, recordAudit, verifyAudit, type AuditHead } from '.';

const change = (entityId: string) => ({
  actor: 'test',
  action: 'assumption.edited',
  entity: 'assumption',
  entityId,
  organisationId: null,
  detail: { value: 0.081, note: 'Gŵyl – “quoted”' },
  correlationId: 'request-1',
});

const noted = (head: AuditHead | null): AuditHead[] => (head === null ? [] : [head]);

describe('the audit trail', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let manager: EntityManager;
  let sealer: AuditSealer;

  beforeEach(async () => {
    database = await createTestDatabase();
    ({ dataSource } = database);
    ({ manager } = dataSource);
    sealer = new AuditSealer(dataSource, new SystemClock());
  });

  afterEach(() => database.close());

  const record = async (...entityIds: string[]): Promise<void> => {
    for (const entityId of entityIds) await recordAudit(manager, change(entityId));
  };

  /** What whoever owns the database can do. */
  const withoutForeignKeys = async (statements: readonly string[]): Promise<void> => {
    const connection = dataSource.createQueryRunner();
    await connection.query('SET FOREIGN_KEY_CHECKS = 0');
    for (const statement of statements) await connection.query(statement);
    await connection.query('SET FOREIGN_KEY_CHECKS = 1');
    await connection.release();
  };

  it('holds together from the first entry to the last', async () => {
    await record('a', 'b');
    await sealer.seal();
    await record('c');
    const { sealed, head } = await sealer.seal();
    await record('d');

    expect(sealed).toBe(1);
    expect(await verifyAudit(manager)).toEqual({ isIntact: true, sealed: 3, unsealed: 1, faults: [], head });
  });

  it('seals an entry whose transaction commits after a later one', async () => {
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await recordAudit(slow.manager, change('late'));
    await record('early');
    expect((await sealer.seal()).sealed).toBe(1);
    await slow.commitTransaction();
    await slow.release();

    expect((await sealer.seal()).sealed).toBe(1);

    expect(await verifyAudit(manager)).toMatchObject({ isIntact: true, sealed: 2, unsealed: 0 });
  });

  it('is one chain when two processes seal at once', async () => {
    await record(...Array.from({ length: 40 }, (_, index) => `entry-${index}`));
    const other = new AuditSealer(dataSource, new SystemClock());

    const results = await Promise.all([sealer.seal(), other.seal(), sealer.seal()]);

    expect(results.map(({ sealed }) => sealed).sort()).toEqual([0, 0, 40]);
    expect(await verifyAudit(manager)).toMatchObject({ isIntact: true, sealed: 40 });
  });

  it('keeps nothing of a change that was undone', async () => {
    const undone = dataSource.transaction(async (inside) => {
      await recordAudit(inside, change('undone'));
      throw new Error('second thoughts');
    });

    await expect(undone).rejects.toThrow();
    expect((await sealer.seal()).sealed).toBe(0);
  });

  describe('shows', () => {
    beforeEach(async () => {
      await record('a', 'b', 'c');
      await sealer.seal();
    });

    it('a change of an entry', async () => {
      await manager.query(`UPDATE audit_entry SET detail = '{"value":0.2}' WHERE entity_id = 'b'`);

      const { faults } = await verifyAudit(manager);
      expect(faults).toMatchObject([{ position: 2, problem: 'entry-altered' }]);
    });

    it('a change of an entry that was sealed again', async () => {
      await manager.query(`UPDATE audit_entry SET actor = 'someone else' WHERE entity_id = 'a'`);
      await manager.query('DELETE FROM audit_seal WHERE position = 1');

      const { faults } = await verifyAudit(manager);
      expect(faults).toMatchObject([{ position: 2, problem: 'link-missing' }]);
    });

    it('an entry that was put in afterwards, chained or not', async () => {
      await manager.query(
        `INSERT INTO audit_entry (at, actor, action, entity, entity_id, detail)
         VALUES ('2026-01-01', 'test', 'plan.signed', 'plan', 'never', '{}')`,
      );
      const { faults } = await verifyAudit(manager);
      expect(faults).toEqual([{ position: 0, auditSeq: 4, problem: 'entry-inserted' }]);

      await sealer.seal();
      const afterwards = await verifyAudit(manager);
      expect(afterwards.faults).toEqual([{ position: 4, auditSeq: 4, problem: 'entry-inserted' }]);
    });

    it('entries whose order was changed', async () => {
      await withoutForeignKeys([
        'UPDATE audit_seal SET audit_seq = 900 WHERE position = 2',
        'UPDATE audit_seal SET audit_seq = 2 WHERE position = 3',
        'UPDATE audit_seal SET audit_seq = 3 WHERE position = 2',
      ]);

      const { faults } = await verifyAudit(manager);
      expect(faults).toMatchObject([
        { position: 2, auditSeq: 3, problem: 'entry-altered' },
        { position: 3, auditSeq: 2, problem: 'entry-altered' },
      ]);
    });

    it('an entry that was removed on its own', async () => {
      await withoutForeignKeys(["DELETE FROM audit_entry WHERE entity_id = 'b'"]);

      const { faults } = await verifyAudit(manager);
      expect(faults).toEqual([{ position: 2, auditSeq: 2, problem: 'entry-missing' }]);
    });

    it('a removed entry', async () => {
      await manager.query('DELETE FROM audit_seal WHERE position = 2');
      await manager.query(`DELETE FROM audit_entry WHERE entity_id = 'b'`);

      expect(await verifyAudit(manager)).toMatchObject({
        isIntact: false,
        faults: [{ position: 3, problem: 'link-missing' }],
      });
    });

    it('an end that was cut off, given a head noted earlier', async () => {
      const { head } = await sealer.seal();
      await manager.query('DELETE FROM audit_seal WHERE position = 3');
      await manager.query(`DELETE FROM audit_entry WHERE entity_id = 'c'`);

      expect((await verifyAudit(manager)).isIntact).toBe(true);
      expect((await verifyAudit(manager, noted(head))).faults).toMatchObject([
        { position: 3, problem: 'end-missing' },
      ]);
    });

    it('a chain that was computed anew, given a head noted earlier', async () => {
      const { head } = await sealer.seal();
      await manager.query('DELETE FROM audit_seal');
      await manager.query(`UPDATE audit_entry SET actor = 'someone else' WHERE entity_id = 'a'`);
      await new AuditSealer(dataSource, new SystemClock()).seal();

      expect((await verifyAudit(manager)).isIntact).toBe(true);
      expect((await verifyAudit(manager, noted(head))).isIntact).toBe(false);
    });
  });
});
