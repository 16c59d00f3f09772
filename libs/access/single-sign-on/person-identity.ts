import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit';
import { normaliseEmail } from '../people/people';
import type { ProvenIdentity } from './identity-provider';
import { SignInRefusedError } from './sign-in-refused.error';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly disabledAt: Date | null;
}

const PERSON = 'SELECT p.id, p.email, p.disabled_at AS disabledAt FROM person p';

/**
 * The person whom the provider vouches for: by subject, which never changes hands. The first time there is none; then
 * the person with the verified address is linked to the subject for good.
 *
 * @throws SignInRefusedError when nobody is known, or the account is disabled
 */
export async function personOf(
  manager: EntityManager,
  identity: ProvenIdentity,
  now: Date,
  correlationId: string | null,
): Promise<string> {
  const known = await personWithSubject(manager, identity);
  if (known !== null) return enabled(known);
  const person = await personWithEmail(manager, identity);
  const id = enabled(person);
  await link(manager, id, identity, now);
  await recordAudit(manager, {
    actor: id,
    action: 'person.identity-linked',
    entity: 'person',
    entityId: id,
    organisationId: null,
    detail: { issuer: identity.issuer, subject: identity.subject },
    correlationId,
  });
  return id;
}

/** The person with a subject; null where it is not linked. */
export async function personWithSubject(
  manager: EntityManager,
  { issuer, subject }: Pick<ProvenIdentity, 'issuer' | 'subject'>,
): Promise<Person | null> {
  const [person] = await manager.query<Person[]>(
    `${PERSON} JOIN person_identity i ON i.person_id = p.id WHERE i.issuer = ? AND i.subject = ?`,
    [issuer, subject],
  );
  return person ?? null;
}

async function personWithEmail(manager: EntityManager, identity: ProvenIdentity): Promise<Person> {
  const { issuer, verifiedEmail } = identity;
  if (verifiedEmail === null) {
    throw new SignInRefusedError('no-account', 'the subject is not linked and no address is verified');
  }
  const email = normaliseEmail(verifiedEmail);
  const [person] = await manager.query<Person[]>(`${PERSON} WHERE p.email = ?`, [email]);
  // The database's collation takes accented letters for plain ones; an address is the same or it is not.
  if (person?.email !== email) throw new SignInRefusedError('no-account', 'nobody has the verified address');
  const linked = await manager.query<unknown[]>(
    'SELECT 1 FROM person_identity WHERE issuer = ? AND person_id = ?',
    [issuer, person.id],
  );
  if (linked.length === 0) return person;
  throw new SignInRefusedError('no-account', 'the person of the address is linked to another subject');
}

const link = (manager: EntityManager, personId: string, { issuer, subject }: ProvenIdentity, now: Date) =>
  manager.query('INSERT INTO person_identity (issuer, subject, person_id, linked_at) VALUES (?, ?, ?, ?)', [
    issuer,
    subject,
    personId,
    now,
  ]);

function enabled({ id, disabledAt }: Person): string {
  if (disabledAt === null) return id;
  throw new SignInRefusedError('account-disabled', 'the account is disabled');
}
