import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { changesQuery, overviewQuery, parametersQuery, type Unit } from '../api/queries';
import type { PlanChange } from '../api/change-types';
import { ViewLinks } from '../downloads/view-links';
import { isRollUp } from '../organisations/organisation-tree';
import { wordsOf } from '../registers/entry-words';
import { assumptionsAddress } from '../plan/addresses';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatMoment } from '../words/dates';
import { originName } from './cell-history';
import { ChangedAssumption, ChangedEntry } from './changed-cells';

interface ChangesProps {
  readonly unit: Unit;
  readonly changes: readonly PlanChange[];
  /** True where the changes are of several organisations. */
  readonly hasOrganisations: boolean;
}

function ChangesTable({ unit, changes, hasOrganisations }: ChangesProps) {
  const { data: catalogue } = useQuery(parametersQuery);
  const { data: overview } = useQuery(overviewQuery(unit));
  const words = wordsOf(overview?.staffGroups ?? []);
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
            <th scope="col">Assumption or register entry</th>
            <th scope="col">Old</th>
            <th scope="col">New</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.kind} ${change.seq}`}>
              <th scope="row">{formatMoment(change.at)}</th>
              <td>{change.author ?? 'Calibration'}</td>
              <td>{originName(change.origin)}</td>
              {hasOrganisations ? <td>{change.organisation.name}</td> : null}
              {change.kind === 'assumption' ? (
                <ChangedAssumption
                  unit={unit}
                  change={change}
                  definition={definitions.get(change.parameter)}
                />
              ) : (
                <ChangedEntry unit={unit} change={change} words={words} />
              )}
              <td>{change.reason ?? ''}</td>
            </tr>
          ))}
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

/** Every change of a unit's assumptions and registers: who, when, from where, the old and the new value, and why. */
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
          Every assumption and register entry that was entered, reset or withdrawn in this scenario, the
          newest first. <Link to={assumptionsAddress(unit)}>Back to the assumptions</Link>
        </p>
        <Changes unit={unit} hasOrganisations={isRollUp(organisation.type)} />
      </section>
    </>
  );
}
