import type { DataSource } from 'typeorm';
import { Clock, ForbiddenError, NotFoundError, newId } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createPerson, grantRole, type NewGrant } from '../people/people';
import { PermissionService } from './permission.service';

class SetClock extends Clock {
  time = new Date('2026-11-22T09:00:00Z');

  override now(): Date {
    return this.time;
  }
}

type Place = 'nation' | 'region' | 'system' | 'otherSystem' | 'trust' | 'movedTrust' | 'closedTrust';

describe('permissions', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let permissions: PermissionService;
  let clock: SetClock;
  const ids: Record<Place, string> = {
    nation: newId(),
    region: newId(),
    system: newId(),
    otherSystem: newId(),
    trust: newId(),
    movedTrust: newId(),
    closedTrust: newId(),
  };

  const belong = (child: Place, parent: Place, relation: string, from: string, to: string | null = null) =>
    dataSource.query(
      `INSERT INTO organisation_membership (id, organisation_id, parent_id, relation, valid_from, valid_to)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [newId(), ids[child], ids[parent], relation, from, to],
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = database.dataSource;
    clock = new SetClock();
    permissions = new PermissionService(dataSource, clock);
    for (const [place, id] of Object.entries(ids)) {
      await dataSource.query('INSERT INTO organisation (id, created_at) VALUES (?, UTC_TIMESTAMP(6))', [id]);
      await dataSource.query(
        `INSERT INTO organisation_period (id, organisation_id, ods_code, name, type, sector, valid_from)
         VALUES (?, ?, ?, ?, ?, 'nhs', '2020-04-01')`,
        [newId(), id, place.slice(0, 12), place, place === 'nation' ? 'nation' : 'other'],
      );
    }
    await belong('region', 'nation', 'nation', '2020-04-01');
    await belong('system', 'region', 'region', '2020-04-01');
    await belong('otherSystem', 'region', 'region', '2020-04-01');
    await belong('trust', 'system', 'system', '2020-04-01');
    await belong('movedTrust', 'system', 'system', '2020-04-01', '2026-04-01');
    await belong('movedTrust', 'otherSystem', 'system', '2026-04-01');
    await belong('closedTrust', 'system', 'system', '2020-04-01', '2026-04-01');
  });

  afterAll(() => database.close());

  const personWith = async (
    role: NewGrant['role'],
    place: Place,
    dates: Partial<Pick<NewGrant, 'validFrom' | 'validTo'>> = {},
  ): Promise<string> => {
    const { id } = await createPerson(dataSource.manager, {
      email: `${newId()}@example.org`,
      name: role,
      password: null,
      actor: 'test',
    });
    await grantRole(dataSource.manager, {
      personId: id,
      role,
      organisationId: ids[place],
      validFrom: '2026-04-01',
      actor: 'test',
      ...dates,
    });
    return id;
  };

  it('hold on the organisation of the grant and all below it, and nowhere else', async () => {
    const planner = await personWith('system-planner', 'system');

    await permissions.requireOn(planner, 'assumptions:edit', ids.system);
    await permissions.requireOn(planner, 'assumptions:edit', ids.trust);
    for (const elsewhere of [ids.region, ids.otherSystem, newId()]) {
      await expect(permissions.requireOn(planner, 'plans:read', elsewhere)).rejects.toBeInstanceOf(
        NotFoundError,
      );
    }
    expect(await permissions.organisationsWith(planner, 'plans:read')).toEqual(
      new Set([ids.system, ids.trust, ids.closedTrust]),
    );
  });

  it('follow a trust to its new system, and keep a closed one where it was', async () => {
    const [old, current] = [
      await personWith('system-planner', 'system'),
      await personWith('system-planner', 'otherSystem'),
    ];

    expect(await permissions.has(old, 'assumptions:edit', ids.movedTrust)).toBe(false);
    expect(await permissions.has(current, 'assumptions:edit', ids.movedTrust)).toBe(true);
    expect(await permissions.has(old, 'plans:read', ids.closedTrust)).toBe(true);
  });

  it('refuse with 403 what the role does not allow where the person may look', async () => {
    const approver = await personWith('approver', 'system');

    await permissions.requireOn(approver, 'plans:read', ids.trust);
    await expect(permissions.requireOn(approver, 'assumptions:edit', ids.trust)).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(permissions.requireAnywhere(approver, 'imports:write')).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });

  it('show a region its own totals and no draft below', async () => {
    const reviewer = await personWith('regional-reviewer', 'region');

    await permissions.requireOn(reviewer, 'projections:read', ids.region);
    await permissions.requireOn(reviewer, 'plans:read-submitted', ids.system);
    await expect(permissions.requireOn(reviewer, 'projections:read', ids.system)).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    expect(await permissions.organisationsWith(reviewer, 'projections:read')).toEqual(new Set([ids.region]));
  });

  it('concern the whole nation only with a grant on it', async () => {
    const local = await personWith('administrator', 'system');
    const national = await personWith('administrator', 'nation');

    await permissions.requireNationally(national, 'imports:write');
    await expect(permissions.requireNationally(local, 'imports:write')).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });

  it('begin and end with the grant, and end with the account', async () => {
    const future = await personWith('workforce-lead', 'trust', { validFrom: '2027-04-01' });
    const past = await personWith('workforce-lead', 'trust', { validTo: '2026-11-22' });
    const disabled = await personWith('workforce-lead', 'trust');
    await dataSource.query('UPDATE person SET disabled_at = UTC_TIMESTAMP(6) WHERE id = ?', [disabled]);

    for (const person of [future, past, disabled]) {
      expect(await permissions.has(person, 'plans:read', ids.trust)).toBe(false);
    }
    clock.time = new Date('2026-11-21T23:59:59Z');
    expect(await permissions.has(past, 'plans:read', ids.trust)).toBe(true);
  });
});
