import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { overviewQuery } from '../api/queries';
import type { Overview } from '../api/types';
import { PageFiles } from '../downloads/view-links';
import { ProvenanceLine } from '../overview/provenance-line';
import { FigureSourceProvider } from '../plan/figure-source';
import { UnitHeading } from '../plan/unit-heading';
import { useUnit, type UnitPlace } from '../plan/use-unit';
import { PageTitle } from '../shell/page-title';
import { useAddressView } from '../shell/use-address-view';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { AskedList } from './asked-list';
import { GoalAnswer } from './goal-answer';
import { GoalForm } from './goal-form';
import { PlanAnswer } from './plan-answer';
import { PlanForm } from './plan-form';
import { ProgressCard } from './progress-card';
import { offerQuery, proposalQuery, proposalsQuery } from './proposal-queries';

/** The answer, to which whoever has just asked is led: the form stands far below it. */
function AnswerPlace({ isAsked, children }: { readonly isAsked: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.focus();
  }, [isAsked]);
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label="Answer">
      {children}
    </div>
  );
}

function Answer({ id, canEdit }: { readonly id: string; readonly canEdit: boolean }) {
  const proposal = useQuery(proposalQuery(id));
  if (proposal.isPending) return <Loading what="the proposal" rows={4} />;
  if (proposal.data === undefined) {
    return <Failure error={proposal.error} what="this proposal" onRetry={() => void proposal.refetch()} />;
  }
  const { content } = proposal.data;
  const common = { proposal: proposal.data, canEdit };
  if (content === null) return <ProgressCard proposal={proposal.data} canEdit={canEdit} />;
  return content.kind === 'plan' ? (
    <PlanAnswer {...common} plan={content} />
  ) : (
    <GoalAnswer {...common} goal={content} />
  );
}

/** Whose figures the page shows; null where there are none yet. */
function sourceOf({ result, organisation, scenario }: Overview) {
  if (result === null) return null;
  return {
    organisation,
    scenario: scenario.name,
    runId: result.id,
    engineVersion: result.engineVersion,
    calculatedAt: result.publishedAt,
  };
}

function Content({ place, overview }: { readonly place: UnitPlace; readonly overview: Overview }) {
  const { unit } = place;
  const { search, change } = useAddressView();
  const offer = useQuery(offerQuery(unit));
  const list = useQuery(proposalsQuery(unit));
  const id = search.get('proposal');
  const canEdit = list.data?.canEdit ?? false;
  const [asked, setAsked] = useState<string | null>(null);
  const onAsked = (proposal: string) => {
    setAsked(proposal);
    change({ proposal });
  };
  const { result } = overview;
  if (offer.data === undefined || list.data === undefined) {
    const error = offer.error ?? list.error;
    return error === null ? (
      <Loading what="levers and limits" rows={6} />
    ) : (
      <Failure error={error} what="levers and limits" />
    );
  }
  return (
    <FigureSourceProvider value={sourceOf(overview)}>
      {id === null ? null : (
        <AnswerPlace key={id} isAsked={id === asked}>
          <Answer id={id} canEdit={canEdit} />
        </AnswerPlace>
      )}
      {canEdit && result !== null ? (
        <>
          <PlanForm unit={unit} offer={offer.data} onAsked={onAsked} />
          <GoalForm unit={unit} offer={offer.data} onAsked={onAsked} />
        </>
      ) : null}
      {result === null ? (
        <p className="wt-card">There are no figures here yet: nothing can be asked.</p>
      ) : null}
      <AskedList proposals={list.data.proposals} />
      <PageFiles />
      {result === null ? null : <ProvenanceLine result={result} />}
    </FigureSourceProvider>
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
