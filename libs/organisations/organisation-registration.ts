import type { EntityManager } from 'typeorm';
import { insertRows } from '#persistence';
import { newId } from '#platform';
import { ENGLAND_CODE, type OrganisationType } from './organisation-type';

/** An organisation that a file names and the reference does not know. */
export interface NewOrganisation {
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly sector: string;
  /** Code of its system, and of its region for when the system is unknown too. */
  readonly systemCode: string;
  readonly regionCode: string;
  /** First day on which it is known to have been there, `YYYY-MM-DD`. */
  readonly from: string;
}

interface Area {
  readonly id: string;
  readonly type: 'system' | 'region' | 'nation';
}

/**
 * Adds an organisation under its system, else under its region, else under England.
 *
 * @returns its id
 * @throws Error when not even England is loaded
 */
export async function registerOrganisation(
  manager: EntityManager,
  organisation: NewOrganisation,
): Promise<string> {
  const area = await nearestArea(manager, organisation);
  const id = newId();
  await insertRows(manager, 'organisation', ['id', 'created_at'], [[id, new Date()]]);
  await insertRows(
    manager,
    'organisation_period',
    ['id', 'organisation_id', 'ods_code', 'name', 'type', 'sector', 'valid_from'],
    [
      [
        newId(),
        id,
        organisation.code,
        organisation.name,
        organisation.type,
        organisation.sector,
        organisation.from,
      ],
    ],
  );
  await insertRows(
    manager,
    'organisation_membership',
    ['id', 'organisation_id', 'parent_id', 'relation', 'valid_from'],
    [[newId(), id, area.id, area.type, organisation.from]],
  );
  return id;
}

async function nearestArea(manager: EntityManager, organisation: NewOrganisation): Promise<Area> {
  const [area] = await manager.query<Area[]>(
    `SELECT organisation_id AS id, type FROM organisation_period
     WHERE (ods_code = ? AND type = 'system') OR (ods_code = ? AND type = 'region') OR (ods_code = ? AND type = 'nation')
     ORDER BY FIELD(type, 'system', 'region', 'nation'), valid_from DESC LIMIT 1`,
    [organisation.systemCode, organisation.regionCode, ENGLAND_CODE],
  );
  if (area === undefined) throw new Error('The reference organisations are not loaded.');
  return area;
}
