import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ParameterDefinition } from '#modules/registry';
import { changesQuery, overviewQuery, parametersQuery, type Unit } from '../api/queries';
import type { ChangedAmount, PlanChange } from '../api/change-types';
import { ViewLinks } from '../downloads/view-links';
import { isRollUp } from '../organisations/organisation-tree';
import { assumptionCellAddress, assumptionsAddress } from '../plan/addresses';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { financialYear, formatMoment } from '../words/dates';
import { originName } from './cell-history';
import { valueInWords } from './grid/cell-text';

/** What stood in a cell: a value, a change of what is inherited, or nothing of its own. */
function amountInWords(amount: ChangedAmount | null, definition: ParameterDefinition | undefined): string {
  if (amount === null) return 'inherited';
  if (definition === undefined) return String(amount.value);
  if (amount.operation === 'multiply') return `times ${amount.value}`;
  const value = valueInWords(amount.value, definition);
  return amount.operation === 'add' ? `inherited and ${value}` : value;
}

interface ChangesProps {
  readonly unit: Unit;
  readonly changes: readonly PlanChange[];
  /** True where the changes are of several organisations. */
  readonly hasOrganisations: boolean;
}

function ChangesTable({ unit, changes, hasOrganisations }: ChangesProps) {
  const { data: catalogue } = useQuery(parametersQuery);
  const definitions = new Map(catalogue?.parameters.map((definition) => [definition.key, definition]));
  return (
    <div className="wt-scroll" role="region" aria-label="What was changed, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">From</th>
            {hasOrganisations ? <th scope="col">Organisation</th> : null}
            <th scope="col">Assumption</th>
            <th scope="col">Old</th>
            <th scope="col">New</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const { parameter, staffGroup, year } = change;
            const definition = definitions.get(parameter);
            const place = { parameter, staffGroup: staffGroup.code, year };
            const at = { ...unit, organisationId: change.organisation.id };
            return (
              <tr key={change.seq}>
                <th scope="row">{formatMoment(change.at)}</th>
                <td>{change.author ?? 'Calibration'}</td>
                <td>{originName(change.origin)}</td>
                {hasOrganisations ? <td>{change.organisation.name}</td> : null}
                <td>
                  <Link to={assumptionCellAddress(at, place)}>{definition?.label ?? parameter}</Link>,{' '}
                  {staffGroup.name}, {financialYear(year)}
                </td>
                <td>{amountInWords(change.before, definition)}</td>
                <td>{amountInWords(change.after, definition)}</td>
                <td>{change.reason ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Changes({ unit, hasOrganisations }: Omit<ChangesProps, 'changes'>) {
  const pages = useInfiniteQuery(changesQuery(unit));
  if (pages.isPending) return <Loading what="what was changed" rows={8} />;
  if (pages.isError) {
    return <Failure error={pages.error} what="what was changed" onRetry={() => void pages.refetch()} />;
  }
  const changes = pages.data.pages.flatMap((page) => page.changes);
  if (changes.length === 0) return <p>Nothing has been entered in this scenario yet.</p>;
  return (
    <>
      <ViewLinks title="what was changed" />
      <ChangesTable unit={unit} changes={changes} hasOrganisations={hasOrganisations} />
      {pages.hasNextPage ? (
        <p className="wt-fold-rows">
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
            disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Show earlier changes
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Every change of a unit's assumptions: who, when, from where, the old and the new value, and why. */
export default function ChangesPage() {
  const { unit, context, ancestors, organisation: known } = useUnit();
  const { data: overview } = useQuery(overviewQuery(unit));
  const organisation = overview?.organisation ?? known;
  if (organisation === null) return <Loading what="what was changed" rows={8} />;
  return (
    <>
      <PageTitle parts={[`${organisation.name}: what was changed`]} />
      <UnitHeading
        scenarioId={unit.scenarioId}
        ancestors={ancestors}
        organisation={organisation}
        subject="what was changed"
        context={context}
        freshness={overview?.freshness ?? null}
      />
      <section className="wt-card" aria-label="What was changed">
        <p className="wt-card__sentence">
          Every assumption that was entered or reset in this scenario, the newest first.{' '}
          <Link to={assumptionsAddress(unit)}>Back to the assumptions</Link>
        </p>
        <Changes unit={unit} hasOrganisations={isRollUp(organisation.type)} />
      </section>
    </>
  );
}
