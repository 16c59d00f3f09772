import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProjectionEvents } from '../api/projection-events';
import { gridQuery, overviewQuery, parametersQuery } from '../api/queries';
import type { ParameterCatalogue } from '../api/types';
import { useFreshnessAnnouncements } from '../overview/recalculate-button';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { AssumptionToolbar } from './assumption-toolbar';
import { shownParameter, useAssumptionsView } from './assumptions-view';
import { GridCard } from './grid-card';
import { ProjectionPanel } from './projection-panel';
import { useEditingSession } from './use-editing-session';

interface EditorProps {
  readonly place: UnitPlace;
  readonly catalogue: ParameterCatalogue;
  readonly parameter: string;
}

/** The grid and, beside it, what the selected staff group's projection makes of it. */
function Editor({ place, catalogue, parameter }: EditorProps) {
  const { unit, context } = place;
  const view = useAssumptionsView();
  const grid = useQuery(gridQuery(unit, parameter));
  const { session, state } = useEditingSession(unit, grid.data);
  const [staffGroup, setStaffGroup] = useState<string | null>(null);
  if (grid.isPending) return <Loading what="the assumptions" rows={12} />;
  if (grid.data === undefined) {
    return <Failure error={grid.error} what="these assumptions" onRetry={() => void grid.refetch()} />;
  }
  return (
    <>
      <AssumptionToolbar
        unit={unit}
        roundId={context?.round.id ?? ''}
        organisation={grid.data.organisation}
        scenarios={context?.round.scenarios ?? []}
        catalogue={catalogue}
        parameter={parameter}
        onParameter={(key) => view.change({ parameter: key })}
      />
      <div className="wt-editor">
        <GridCard
          key={`${unit.scenarioId} ${unit.organisationId} ${parameter}`}
          unit={unit}
          data={grid.data}
          view={view}
          session={session}
          state={state}
          onStaffGroup={setStaffGroup}
        />
        <ProjectionPanel
          unit={unit}
          staffGroup={staffGroup}
          isSaving={state.save.kind === 'waiting' || state.save.kind === 'saving'}
        />
      </div>
    </>
  );
}

/** A unit's assumptions: entered, justified and undone in a grid, with their effect beside it. */
export default function AssumptionsPage() {
  const place = useUnit();
  const view = useAssumptionsView();
  const catalogue = useQuery(parametersQuery);
  const overview = useQuery(overviewQuery(place.unit));
  useProjectionEvents(place.unit);
  useFreshnessAnnouncements(overview.data?.freshness);
  const parameter = shownParameter(catalogue.data, view.parameter);
  const definition = catalogue.data?.parameters.find(({ key }) => key === parameter);
  const module = catalogue.data?.modules.find(({ code }) => code === definition?.module)?.name;
  const organisation = overview.data?.organisation ?? place.organisation;
  const subject = (module ?? 'assumptions').toLowerCase();
  return (
    <>
      <PageTitle parts={[organisation === null ? 'Assumptions' : `${organisation.name}: ${subject}`]} />
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">Assumptions</h1>
      ) : (
        <UnitHeading
          scenarioId={place.unit.scenarioId}
          ancestors={place.ancestors}
          organisation={organisation}
          subject={subject}
          context={place.context}
          freshness={overview.data?.freshness ?? null}
        />
      )}
      {catalogue.isError ? (
        <Failure error={catalogue.error} what="the assumptions" onRetry={() => void catalogue.refetch()} />
      ) : null}
      {catalogue.isPending ? <Loading what="the assumptions" rows={12} /> : null}
      {catalogue.data === undefined || parameter === null ? null : (
        <Editor place={place} catalogue={catalogue.data} parameter={parameter} />
      )}
    </>
  );
}
