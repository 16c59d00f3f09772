import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { overviewQuery } from '../api/queries';
import type { Overview } from '../api/types';
import { PageFiles } from '../downloads/view-links';
import { isRollUp } from '../organisations/organisation-tree';
import { ProvenanceLine } from '../overview/provenance-line';
import type { FigureSource } from '../plan/figure-source';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { Answer } from './answer';
import { AskedList } from './asked-list';
import { GoalForm } from './goal-form';
import { PlanForm } from './plan-form';
import { addressOfForm, formOfAddress } from './plan-form-address';
import type { PlanForm as Form } from './plan-form-state';
import { formOfRequest } from './plan-request';
import { offerQuery, proposalsQuery } from './proposal-queries';
import type { PlanOffer, ProposalSummary } from './proposal-types';

/** Whose figures the page shows; null where there are none yet. */
function sourceOf({ result, organisation, scenario }: Overview): FigureSource | null {
  if (result === null) return null;
  return {
    organisation,
    scenario: scenario.name,
    runId: result.id,
    engineVersion: result.engineVersion,
    calculatedAt: result.publishedAt,
  };
}

interface ContentProps {
  readonly place: UnitPlace;
  readonly overview: Overview;
}

interface AskingProps extends ContentProps {
  readonly offer: PlanOffer;
  readonly proposals: readonly ProposalSummary[];
  readonly canEdit: boolean;
}

/** A form that was filled in from what was asked before; each time anew. */
interface Revision {
  readonly count: number;
  readonly form: Form | null;
}

function Asking({ place: { unit }, overview, offer, proposals, canEdit }: AskingProps) {
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState<string | null>(null);
  const [revision, setRevision] = useState<Revision>({ count: 0, form: null });
  const id = search.get('proposal');
  const change = (next: (current: URLSearchParams) => URLSearchParams) =>
    setSearch(next, { replace: true, preventScrollReset: true });
  const keep = (form: Form) => change((current) => addressOfForm(offer, form, current));
  const onAsked = (proposal: string) => {
    setAsked(proposal);
    change((current) => new URLSearchParams({ ...Object.fromEntries(current), proposal }));
  };
  return (
    <>
      {id === null ? null : (
        <Answer
          key={id}
          id={id}
          isAsked={id === asked}
          canEdit={canEdit}
          source={sourceOf(overview)}
          onRevise={(request) => {
            const form = formOfRequest(offer, request);
            setRevision(({ count }) => ({ count: count + 1, form }));
            keep(form);
          }}
        />
      )}
      {canEdit && overview.result !== null ? (
        <>
          <PlanForm
            key={revision.count}
            unit={unit}
            offer={offer}
            start={revision.form ?? formOfAddress(offer, search)}
            isRevised={revision.form !== null}
            isShared={isRollUp(overview.organisation.type)}
            onChange={keep}
            onAsked={onAsked}
          />
          <GoalForm unit={unit} offer={offer} onAsked={onAsked} />
        </>
      ) : null}
      {overview.result === null ? (
        <p className="wt-card">There are no figures here yet: nothing can be asked.</p>
      ) : null}
      {canEdit ? null : (
        <p className="wt-card">
          You can look at what was asked here. To ask, you need the right to change this organisation’s
          assumptions.
        </p>
      )}
      <AskedList proposals={proposals} />
    </>
  );
}

function Content({ place, overview }: ContentProps) {
  const offer = useQuery(offerQuery(place.unit));
  const list = useQuery(proposalsQuery(place.unit));
  const { result } = overview;
  if (offer.data === undefined || list.data === undefined) {
    const error = offer.error ?? list.error;
    return error === null ? (
      <Loading what="levers and limits" rows={6} />
    ) : (
      <Failure
        error={error}
        what="levers and limits"
        onRetry={() => void Promise.all([offer.refetch(), list.refetch()])}
      />
    );
  }
  return (
    <>
      <Asking place={place} overview={overview} offer={offer.data} {...list.data} />
      <PageFiles />
      {result === null ? null : <ProvenanceLine result={result} />}
    </>
  );
}

/** Set limits, let the optimiser find the plan that keeps them, and accept all or part of it. */
export default function CloseTheGapPage() {
  const place = useUnit();
  const overview = useQuery(overviewQuery(place.unit));
  const organisation = overview.data?.organisation ?? place.organisation;
  return (
    <>
      {organisation === null ? (
        <h1 className="nhsuk-heading-l wt-page-heading">Close the gap</h1>
      ) : (
        <>
          <PageTitle parts={[`${organisation.name}: close the gap`]} />
          <UnitHeading
            scenarioId={place.unit.scenarioId}
            ancestors={place.ancestors}
            organisation={organisation}
            subject="close the gap"
            context={place.context}
            freshness={overview.data?.freshness ?? null}
          />
        </>
      )}
      {overview.isPending ? <Loading what="the plan" rows={8} /> : null}
      {overview.isError && overview.data === undefined ? (
        <Failure error={overview.error} what="this plan" onRetry={() => void overview.refetch()} />
      ) : null}
      {overview.data === undefined ? null : <Content place={place} overview={overview.data} />}
    </>
  );
}
