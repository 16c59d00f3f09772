import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProjectionEvents } from '../api/projection-events';
import { overviewQuery, parametersQuery } from '../api/queries';
import type { Freshness, OrganisationReference, ParameterCatalogue } from '../api/types';
import { useFreshnessAnnouncements } from '../overview/recalculate-button';
import { PageFiles } from '../downloads/view-links';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { AssumptionToolbar } from './assumption-toolbar';
import { ALL_MODULES, shownAssumptions, useAssumptionsView, type ShownAssumptions } from './assumptions-view';
import { GridCard } from './grid-card';
import { ProjectionPanel } from './projection-panel';
import { useEditingSession } from './use-editing-session';
import { useGridSet } from './use-grid-set';

interface EditorProps {
  readonly place: UnitPlace;
  readonly catalogue: ParameterCatalogue;
  readonly shown: ShownAssumptions;
}

const nameOf = (shown: ShownAssumptions) => (shown.kind === 'parameter' ? shown.parameter : shown.module);

/** The heading of a grid of several parameters; null for one, which has its own. */
function titleOf({ modules }: ParameterCatalogue, shown: ShownAssumptions): string | null {
  if (shown.kind === 'parameter') return null;
  return modules.find(({ code }) => code === shown.module)?.name ?? 'All assumptions';
}

/** The grid and, beside it, what the selected staff group's projection makes of it. */
function Editor({ place, catalogue, shown }: EditorProps) {
  const { unit, context } = place;
  const view = useAssumptionsView();
  const grid = useGridSet(unit, shown, catalogue);
  const { session, state } = useEditingSession(unit, grid.data);
  const [staffGroup, setStaffGroup] = useState<string | null>(null);
  if (grid.isPending) return <Loading what="the assumptions" rows={12} />;
  if (grid.data === undefined) {
    return <Failure error={grid.error} what="these assumptions" onRetry={grid.refetch} />;
  }
  return (
    <>
      <AssumptionToolbar
        unit={unit}
        roundId={context?.round.id ?? ''}
        organisation={grid.data.organisation}
        scenarios={context?.round.scenarios ?? []}
        catalogue={catalogue}
        shown={shown}
        onShow={(next) => view.change({ module: null, parameter: null, [next.kind]: nameOf(next) })}
      />
      <PageFiles />
      <div className="wt-editor">
        <GridCard
          key={`${unit.scenarioId} ${unit.organisationId} ${nameOf(shown)}`}
          unit={unit}
          data={grid.data}
          title={titleOf(catalogue, shown)}
          module={shown.kind === 'module' && shown.module !== ALL_MODULES ? shown.module : null}
          view={view}
          session={session}
          state={state}
          onStaffGroup={setStaffGroup}
        />
        <ProjectionPanel unit={unit} staffGroup={staffGroup} state={state} canEdit={grid.data.canEdit} />
      </div>
    </>
  );
}

function Title({ place, subject, freshness }: TitleProps) {
  const { organisation } = place;
  if (organisation === null) {
    return (
      <>
        <PageTitle parts={['Assumptions']} />
        <h1 className="nhsuk-heading-l wt-page-heading">Assumptions</h1>
      </>
    );
  }
  return (
    <>
      <PageTitle parts={[`${organisation.name}: ${subject}`]} />
      <UnitHeading
        scenarioId={place.unit.scenarioId}
        ancestors={place.ancestors}
        organisation={organisation}
        subject={subject}
        context={place.context}
        freshness={freshness}
      />
    </>
  );
}

interface TitleProps {
  readonly place: Pick<UnitPlace, 'unit' | 'context' | 'ancestors'> & {
    readonly organisation: OrganisationReference | null;
  };
  readonly subject: string;
  readonly freshness: Freshness | null;
}

/** The module that is shown, as a heading's subject. */
function subjectOf(catalogue: ParameterCatalogue | undefined, shown: ShownAssumptions | null): string {
  if (shown === null || nameOf(shown) === ALL_MODULES) return 'assumptions';
  const definition = catalogue?.parameters.find(({ key }) => key === nameOf(shown));
  const module = catalogue?.modules.find(({ code }) => code === (definition?.module ?? nameOf(shown)));
  return (module?.name ?? 'assumptions').toLowerCase();
}

/** A unit's assumptions: entered, justified and undone in a grid, with their effect beside it. */
export default function AssumptionsPage() {
  const place = useUnit();
  const view = useAssumptionsView();
  const catalogue = useQuery(parametersQuery);
  const { data: overview } = useQuery(overviewQuery(place.unit));
  useProjectionEvents(place.unit);
  useFreshnessAnnouncements(overview?.freshness);
  const shown = shownAssumptions(catalogue.data, view);
  return (
    <>
      <Title
        place={{ ...place, organisation: overview?.organisation ?? place.organisation }}
        subject={subjectOf(catalogue.data, shown)}
        freshness={overview?.freshness ?? null}
      />
      {catalogue.isError ? (
        <Failure error={catalogue.error} what="the assumptions" onRetry={() => void catalogue.refetch()} />
      ) : null}
      {catalogue.isPending ? <Loading what="the assumptions" rows={12} /> : null}
      {catalogue.data === undefined || shown === null ? null : (
        <Editor place={place} catalogue={catalogue.data} shown={shown} />
      )}
    </>
  );
}
