import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { statusQuery, type Unit } from '../api/queries';
import { moduleAddress } from '../plan/addresses';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';

/** In place of a report of a sum, which has none of its own: the organisations that have one. */
export function OrganisationsOfSum({ unit, module }: { readonly unit: Unit; readonly module: string }) {
  const status = useQuery(statusQuery(unit));
  if (status.isPending) return <Loading what="the organisations" />;
  if (status.isError) {
    return <Failure error={status.error} what="the organisations" onRetry={() => void status.refetch()} />;
  }
  return (
    <section className="wt-card" aria-labelledby="choose-organisation">
      <h2 className="nhsuk-heading-m wt-card__heading" id="choose-organisation">
        Choose an organisation
      </h2>
      <p>Modules report on organisations. The overview has the figures of the sum.</p>
      <ul className="wt-columns-list">
        {status.data.units.map(({ organisation }) => (
          <li key={organisation.id}>
            <Link to={moduleAddress({ ...unit, organisationId: organisation.id }, module)}>
              {organisation.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
