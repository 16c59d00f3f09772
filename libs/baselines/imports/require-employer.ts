import type { EntityManager } from 'typeorm';
import { isEmployer, type OrganisationType } from '#organisations';
import { InvalidInputError, NotFoundError } from '#platform';

/**
 * Own data are those of an employer.
 *
 * @param asAt day whose name and type count, `YYYY-MM-DD`
 * @throws NotFoundError, or InvalidInputError for an area
 */
export async function requireEmployer(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
): Promise<void> {
  const [organisation] = await manager.query<{ name: string; type: OrganisationType }[]>(
    `SELECT name, type FROM organisation_period WHERE organisation_id = ?
     ORDER BY valid_from <= ? DESC, valid_from DESC LIMIT 1`,
    [organisationId, asAt],
  );
  if (organisation === undefined) throw new NotFoundError('There is no such organisation.');
  if (isEmployer(organisation.type)) return;
  throw new InvalidInputError([
    {
      pointer: 'organisationId',
      rule: 'has-own-staff',
      message: `${organisation.name} is a ${organisation.type}: it has no staff of its own.`,
      fix: 'Import the files of each employer in it.',
    },
  ]);
}
