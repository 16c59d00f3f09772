import type { RoleHolding } from '#access';
import { holdsSlot, type Actor, type RoleHolder, type Slot } from '../sign-off';
import type { DocumentContext } from './document-context';

/** A person as a document sees them: the roles that reach it, and what was delegated to them. */
export function actorOf(
  { holdings, delegations, slots, document }: DocumentContext,
  personId: string,
): Actor {
  return {
    personId,
    roles: rolesOf(holdings, personId, document.organisationId),
    delegations: delegations
      .filter(({ delegateId }) => delegateId === personId)
      .filter(({ slot: code, principalId }) => {
        const slot = slots.find((one) => one.code === code);
        const roles = rolesOf(holdings, principalId, document.organisationId);
        return slot !== undefined && holdsSlot({ personId: principalId, roles }, slot);
      })
      .map(({ slot, principalId }) => ({ slot, principalId })),
  };
}

function rolesOf(holdings: readonly RoleHolding[], personId: string, organisationId: string): Actor['roles'] {
  return holdings
    .filter(({ person }) => person.id === personId)
    .map((holding) => ({
      role: holding.role,
      place: holding.organisationId === organisationId ? 'there' : 'above',
    }));
}

/** A person by name. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Everyone who holds a role as a step asks for it, by name, each once. */
export function holdersOfRole(
  { holdings, document }: DocumentContext,
  { role, place }: RoleHolder,
): readonly NamedPerson[] {
  return once(
    holdings
      .filter((holding) => holding.role === role)
      .filter(({ organisationId }) => place === 'reaching' || organisationId !== document.organisationId)
      .map(({ person }) => person),
  );
}

/** Whoever holds a slot by themselves. */
export function holdersOfSlot(context: DocumentContext, { holder }: Slot): readonly NamedPerson[] {
  if (!('personId' in holder)) return holdersOfRole(context, holder);
  const known = context.holdings.find(({ person }) => person.id === holder.personId);
  return known === undefined ? [] : [known.person];
}

/** The people of a list, each once. */
export function once(people: readonly NamedPerson[]): readonly NamedPerson[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
