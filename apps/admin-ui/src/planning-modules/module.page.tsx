import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiError } from '../api/api-error';
import { useProjectionEvents } from '../api/projection-events';
import { overviewQuery, parametersQuery, type Unit } from '../api/queries';
import type { Overview, ParameterCatalogue } from '../api/types';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { isRollUp } from '../organisations/organisation-tree';
import { FailedRun } from '../overview/failed-run';
import { NotProjected } from '../overview/not-projected';
import { ProvenanceLine } from '../overview/provenance-line';
import { RecalculateButton, useFreshnessAnnouncements } from '../overview/recalculate-button';
import { assumptionsAddress, moduleAddress } from '../plan/addresses';
import { PageFiles } from '../downloads/view-links';
import { ModuleNavigation } from '../plan/module-navigation';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { RegistersOfModule } from '../registers/registers-of-module';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { OrganisationsOfSum } from './organisations-of-sum';
import { ReportSection } from './report-section';

/** Where server-sent events don't arrive, a recalculation is still noticed. */
const POLL_MILLISECONDS = 3_000;

interface ToolbarProps {
  readonly unit: Unit;
  readonly module: string;
  readonly overview: Overview;
  readonly catalogue: ParameterCatalogue;
}

function Toolbar({ unit, module, overview, catalogue }: ToolbarProps) {
  const navigate = useNavigate();
  const first = catalogue.parameters.find((parameter) => parameter.module === module);
  const toOrganisation = (organisationId: string) =>
    void navigate({
      pathname: moduleAddress({ ...unit, organisationId }, module),
      search: window.location.search,
    });
  return (
    <div className="wt-toolbar">
      <OrganisationPicker
        roundId={overview.scenario.roundId}
        current={overview.organisation}
        onPick={toOrganisation}
      />
      <div className="wt-toolbar__buttons">
        {first === undefined ? null : (
          <Link
            className="nhsuk-button nhsuk-button--small wt-button"
            to={assumptionsAddress(unit, first.key)}
          >
            Assumptions of this module
          </Link>
        )}
        <RecalculateButton unit={unit} />
      </div>
    </div>
  );
}

function Content({ unit, module, overview }: Omit<ToolbarProps, 'catalogue'>) {
  if (isRollUp(overview.organisation.type)) return <OrganisationsOfSum unit={unit} module={module} />;
  if (overview.result === null) {
    return (
      <section className="wt-card">
        <NotProjected
          unit={{ scenarioId: overview.scenario.id, organisationId: overview.organisation.id }}
          freshness={overview.freshness}
        />
      </section>
    );
  }
  return (
    <>
      <PageFiles />
      <FailedRun overview={overview} />
      <ReportSection unit={unit} module={module} overview={overview} result={overview.result} />
    </>
  );
}

interface HeadingProps {
  readonly place: UnitPlace;
  readonly subject: string;
  readonly overview: Overview | undefined;
}

function Heading({ place, subject, overview }: HeadingProps) {
  const organisation = overview?.organisation ?? place.organisation;
  if (organisation === null) return <h1 className="nhsuk-heading-l wt-page-heading">{subject}</h1>;
  return (
    <UnitHeading
      scenarioId={place.unit.scenarioId}
      ancestors={place.ancestors}
      organisation={organisation}
      subject={subject.toLowerCase().replace(/^bme/, 'BME')}
      context={place.context}
      freshness={overview?.freshness ?? null}
    />
  );
}

/** The module of the address, and everything that its page reads. */
function useModulePage() {
  const { module = '' } = useParams();
  const place = useUnit();
  const catalogue = useQuery(parametersQuery);
  const overview = useQuery({
    ...overviewQuery(place.unit),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'recalculating' ? POLL_MILLISECONDS : false,
  });
  useProjectionEvents(place.unit);
  useFreshnessAnnouncements(overview.data?.freshness);
  const known = catalogue.data?.modules.find(({ code }) => code === module);
  const isUnknown = catalogue.isSuccess && known === undefined;
  const refused = catalogue.error ?? (overview.data === undefined ? overview.error : null);
  return {
    module,
    place,
    catalogue: catalogue.data,
    overview: overview.data,
    subject: known?.name ?? 'Planning module',
    error: isUnknown ? new ApiError(404, {}) : refused,
    retry: () => {
      void catalogue.refetch();
      void overview.refetch();
    },
  };
}

/** A planning module's page: what it makes of the plan, from key figures to tables, in its own terms. */
export default function ModulePage() {
  const { module, place, catalogue, overview, subject, error, retry } = useModulePage();
  const { unit } = place;
  return (
    <>
      <PageTitle parts={[`${overview?.organisation.name ?? 'Plan'}: ${subject}`]} />
      <Heading place={place} subject={subject} overview={overview} />
      <ModuleNavigation unit={unit} current={module} />
      {error === null ? null : <Failure error={error} what="this page" onRetry={retry} />}
      {error === null && (overview === undefined || catalogue === undefined) ? (
        <Loading what="the module" rows={10} />
      ) : null}
      {error !== null || overview === undefined || catalogue === undefined ? null : (
        <>
          <Toolbar unit={unit} module={module} overview={overview} catalogue={catalogue} />
          <Content key={module} unit={unit} module={module} overview={overview} />
          <RegistersOfModule unit={unit} module={module} overview={overview} />
          {overview.result === null ? null : <ProvenanceLine result={overview.result} />}
        </>
      )}
    </>
  );
}
