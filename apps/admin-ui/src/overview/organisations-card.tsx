import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { statusQuery, type Unit } from '../api/queries';
import type { UnitStatus } from '../api/types';
import { ViewLinks } from '../downloads/view-links';
import { overviewAddress } from '../plan/addresses';
import { FreshnessLine } from '../plan/freshness-line';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatQuantity } from '../words/numbers';

/** Longer lists are folded away. */
const LISTED = 30;

function OrganisationRow({
  scenarioId,
  status,
}: {
  readonly scenarioId: string;
  readonly status: UnitStatus;
}) {
  const { organisation, freshness, quarantineReason } = status;
  return (
    <tr>
      <th scope="row" className="wt-wide-cell">
        <Link to={overviewAddress({ scenarioId, organisationId: organisation.id })}>{organisation.name}</Link>
      </th>
      <td>{organisation.code}</td>
      <td className="wt-wide-cell">
        <FreshnessLine freshness={freshness} />
        {quarantineReason === null ? null : <p className="wt-error-text">Stopped: {quarantineReason}</p>}
      </td>
    </tr>
  );
}

function OrganisationTable({ unit, units }: { readonly unit: Unit; readonly units: readonly UnitStatus[] }) {
  return (
    <>
      <div className="wt-scroll" role="region" aria-label="Organisations, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Organisation</th>
              <th scope="col">Code</th>
              <th scope="col">Projection</th>
            </tr>
          </thead>
          <tbody>
            {units.map((status) => (
              <OrganisationRow key={status.organisation.id} scenarioId={unit.scenarioId} status={status} />
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title="table Organisations" table="organisations" />
    </>
  );
}

/** The organisations that a roll-up sums, each with how current it is: the way down from the total. */
export function OrganisationsCard({ unit }: { readonly unit: Unit }) {
  const status = useQuery(statusQuery(unit));
  if (status.isPending) return <Loading what="the organisations" />;
  if (status.isError) {
    return <Failure error={status.error} what="the organisations" onRetry={() => void status.refetch()} />;
  }
  const { units } = status.data;
  const isItsOwn = units.length === 1 && units[0]?.organisation.id === unit.organisationId;
  if (isItsOwn) return null;
  const title = 'Organisations in this total';
  return (
    <section className="wt-card" aria-label={title}>
      <h2 className="nhsuk-heading-m wt-card__heading">{title}</h2>
      {units.length === 0 ? <p>None of them that you may open has been calculated.</p> : null}
      {units.length > LISTED ? (
        <details className="nhsuk-details wt-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {formatQuantity(units.length, 'organisation')}
            </span>
          </summary>
          <OrganisationTable unit={unit} units={units} />
        </details>
      ) : null}
      {units.length > 0 && units.length <= LISTED ? <OrganisationTable unit={unit} units={units} /> : null}
    </section>
  );
}
