import { OrganisationTree, isEmployer } from '#organisations';
import { NotFoundError } from '#platform';
import type { DataSource } from 'typeorm';

/** The id of an employer by its ODS code on a day. @throws NotFoundError where there is none */
export async function employerOfCode({ manager }: DataSource, code: string, asAt: string): Promise<string> {
  const { nodes } = await OrganisationTree.load(manager, asAt);
  const employer = nodes.find((node) => node.code === code && isEmployer(node.type));
  if (employer === undefined) throw new NotFoundError(`There is no employer ${code} at ${asAt}.`);
  return employer.id;
}
