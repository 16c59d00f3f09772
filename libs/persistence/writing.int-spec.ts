import type { DataSource } from 'typeorm';
import { newId } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { insertRows, upsertRows } from './bulk-insert';
import { createDataSource } from './data-source';
import { isDatabaseUnavailable } from './database-errors';
import { OrganisationEntity, OrganisationPeriodEntity, WorkforceProfileCellEntity } from './entities';
import { UnitOfWork } from './unit-of-work';

describe('writing', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = database.dataSource;
    unitOfWork = new UnitOfWork(dataSource);
  });

  afterAll(() => database.close());

  it('keeps instants to the millisecond, days as written and decimals as numbers', async () => {
    const createdAt = new Date('2026-07-01T00:30:00.123Z');
    const id = newId();
    await dataSource.manager.insert(OrganisationEntity, { id, createdAt });
    await dataSource.manager.insert(OrganisationPeriodEntity, {
      id: newId(),
      organisationId: id,
      odsCode: 'RXF',
      name: 'Ysbyty Gŵyr',
      type: 'trust',
      sector: 'nhs',
      validFrom: '2026-04-01',
      validTo: null,
    });
    await insertRows(
      dataSource.manager,
      'workforce_profile_cell',
      ['import_file_id', 'as_at', 'staff_group_code', 'band_code', 'ethnicity', 'headcount'],
      [[id, '2026-03-31', 'midwives', 'band-6', 'white', '12345678.00001']],
    );

    const organisation = await dataSource.manager.findOneByOrFail(OrganisationEntity, { id });
    const period = await dataSource.manager.findOneByOrFail(OrganisationPeriodEntity, { organisationId: id });
    const cell = await dataSource.manager.findOneByOrFail(WorkforceProfileCellEntity, { importFileId: id });
    expect(organisation.createdAt).toEqual(createdAt);
    expect(period).toMatchObject({ name: 'Ysbyty Gŵyr', validFrom: '2026-04-01', validTo: null });
    expect(cell).toMatchObject({ asAt: '2026-03-31', headcount: 12345678.00001 });
  });

  it('has the clock of every connection in UTC', async () => {
    const zone = (): Promise<{ zone: string }[]> => dataSource.query('SELECT @@session.time_zone AS zone');

    const zones = await Promise.all([zone(), zone(), zone(), zone()]);

    expect(zones.flat().map((row) => row.zone)).toEqual(Array(4).fill('+00:00'));
  });

  it('inserts in chunks, and overwrites the named columns of a row that is there', async () => {
    const layer = (index: number): [string, string, number] => ['policy', `scope-${index}`, 1];
    const rows = Array.from({ length: 25 }, (_, index) => layer(index));
    await insertRows(dataSource.manager, 'input_layer', ['kind', 'scope', 'version'], rows, 10);

    const columns = ['kind', 'scope', 'version'];
    const again: [string, string, number][] = [
      ['policy', 'scope-24', 7],
      ['policy', 'scope-25', 1],
    ];
    await upsertRows(dataSource.manager, 'input_layer', columns, again, ['version']);

    const [total] = await dataSource.query<object[]>(
      'SELECT COUNT(*) AS layers, SUM(version) AS versions FROM input_layer',
    );
    expect(total).toEqual({ layers: 26, versions: '32' });
  });

  it('undoes everything when the work fails', async () => {
    const id = newId();
    const work = unitOfWork.run(async (manager) => {
      await manager.insert(OrganisationEntity, { id, createdAt: new Date() });
      throw new Error('second thoughts');
    });

    await expect(work).rejects.toThrow('second thoughts');
    expect(await dataSource.manager.existsBy(OrganisationEntity, { id })).toBe(false);
  });

  it('runs the work again after a deadlock', async () => {
    const rise = (scope: string): [string, string[]] => [
      'UPDATE input_layer SET version = version + 1 WHERE kind = ? AND scope = ?',
      ['lock', scope],
    ];
    await insertRows(
      dataSource.manager,
      'input_layer',
      ['kind', 'scope', 'version'],
      [
        ['lock', 'a', 0],
        ['lock', 'b', 0],
      ],
    );
    let holding = 0;
    let bothHold: () => void;
    const bothHolding = new Promise<void>((resolve) => (bothHold = resolve));
    let attempts = 0;
    const bothLayers = (first: string, second: string): Promise<void> =>
      unitOfWork.run(async (manager) => {
        attempts += 1;
        await manager.query(...rise(first));
        holding += 1;
        if (holding === 2) bothHold();
        await bothHolding;
        await manager.query(...rise(second));
      });

    await Promise.all([bothLayers('a', 'b'), bothLayers('b', 'a')]);

    expect(attempts).toBe(3);
    const versions = await dataSource.query<object[]>("SELECT version FROM input_layer WHERE kind = 'lock'");
    expect(versions).toEqual([{ version: 2 }, { version: 2 }]);
  });

  it('knows a database that does not answer from a statement that is wrong', async () => {
    const absent = createDataSource('mysql://root@localhost/x?socketPath=/nowhere/mariadb.sock');
    const refused = await absent.initialize().catch((error: unknown) => error);
    const wrong = await dataSource
      .query<never>('SELECT nothing FROM nowhere')
      .catch((error: unknown) => error);

    expect(isDatabaseUnavailable(refused)).toBe(true);
    expect(isDatabaseUnavailable(wrong)).toBe(false);
  });
});
