import { useQuery } from '@tanstack/react-query';
import { organisationsQuery, roundsQuery } from '../api/queries';
import type { OrganisationNode } from '../api/types';
import type { SelectGroup } from '../forms/fields';
import { isRollUp } from './organisation-tree';

/** The organisations that a person may see, as they are in the latest round. */
export function useLatestTree(): readonly OrganisationNode[] {
  const { data: rounds = [] } = useQuery(roundsQuery);
  const { data: nodes = [] } = useQuery(organisationsQuery(rounds[0]?.id ?? ''));
  return nodes;
}

const byName = (left: OrganisationNode, right: OrganisationNode) => left.name.localeCompare(right.name, 'en');

function group(label: string, nodes: readonly OrganisationNode[]): SelectGroup[] {
  const options = [...nodes]
    .sort(byName)
    .map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
  return options.length === 0 ? [] : [{ label, options }];
}

/** Employers under the system that they belong to. */
export function employerChoices(nodes: readonly OrganisationNode[]): SelectGroup[] {
  const employers = nodes.filter(({ type }) => !isRollUp(type));
  const systems = nodes.filter(({ type }) => type === 'system').sort(byName);
  const inSystem = new Set(systems.map(({ id }) => id));
  return [
    ...systems.flatMap((system) =>
      group(
        system.name,
        employers.filter(({ parentId }) => parentId === system.id),
      ),
    ),
    ...group(
      systems.length === 0 ? 'Organisations' : 'Other organisations',
      employers.filter(({ parentId }) => parentId === null || !inSystem.has(parentId)),
    ),
  ];
}

/** Every organisation: England and regions, systems, employers under their system. */
export function everyOrganisation(nodes: readonly OrganisationNode[]): SelectGroup[] {
  const ofType = (...types: string[]) => nodes.filter(({ type }) => types.includes(type));
  return [
    ...group('England and regions', ofType('nation', 'region')),
    ...group('Systems', ofType('system')),
    ...employerChoices(nodes),
  ];
}
