import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sessionQuery, type Unit } from '../api/queries';
import { keepDraftsIn } from '../assumptions/grid/kept-drafts';
import { UNSENT } from '../assumptions/unsent-storage';
import { assumptionsAddress } from '../plan/addresses';
import { formatQuantity } from '../words/numbers';

interface Unsent {
  readonly unit: Unit;
  readonly count: number;
}

/** The entries of a person that this computer keeps, by the assumptions that they belong to. */
function unsentOf(personId: string): Unsent[] {
  return Object.keys(window.localStorage).flatMap((key) => {
    const [name, person, scenarioId, organisationId] = key.split('|');
    if (name !== UNSENT || person !== personId) return [];
    if (scenarioId === undefined || organisationId === undefined) return [];
    const count = keepDraftsIn(window.localStorage, key).read().length;
    return count === 0 ? [] : [{ unit: { scenarioId, organisationId }, count }];
  });
}

/** Says that entries wait on this computer that the service has not got, and leads to them. */
export function UnsentNotice() {
  const { data: session } = useQuery(sessionQuery);
  const unsent = session ? unsentOf(session.person.id) : [];
  if (unsent.length === 0) return null;
  return (
    <section className="wt-banner" aria-label="Changes not sent">
      {unsent.map(({ unit, count }) => (
        <p key={`${unit.scenarioId} ${unit.organisationId}`} className="wt-banner__text">
          {formatQuantity(count, 'change')} kept on this computer {count === 1 ? 'is' : 'are'} not saved yet.{' '}
          <Link to={assumptionsAddress(unit)}>
            Open the assumptions to send {count === 1 ? 'it' : 'them'}
          </Link>
        </p>
      ))}
    </section>
  );
}
