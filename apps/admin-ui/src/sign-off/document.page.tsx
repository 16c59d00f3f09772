import { useQuery } from '@tanstack/react-query';
import { Link, NavLink, useParams } from 'react-router';
import { documentQuery } from '../api/sign-off-queries';
import type { SignOffDocument } from '../api/sign-off-types';
import { overviewAddress } from '../plan/addresses';
import { PageTitle } from '../shell/page-title';
import { ApiError } from '../api/api-error';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { Tag } from '../states/tag';
import { DOCUMENT_VIEWS, documentAddress, roundDocumentsAddress } from './addresses';
import { ChecksView } from './checks-view';
import { documentStateWord, milestoneWords } from './milestone-words';
import { SectionsView } from './sections-view';
import { StatusView } from './status-view';
import { VersionsView } from './versions-view';

function Heading({ document }: { readonly document: SignOffDocument }) {
  const { organisation, label, state, version, versionInForce, states, scenario, round } = document;
  const due = states.find(({ milestone }) => milestone !== null && milestone.reachedOn === null)?.milestone;
  const unit = { scenarioId: scenario.id, organisationId: organisation.id };
  return (
    <>
      <nav className="wt-path" aria-label="Where you are">
        <ol className="wt-path__list">
          <li>
            <Link to={roundDocumentsAddress(round.id)}>Returns and plans {round.name}</Link>
          </li>
          <li>{organisation.name}</li>
        </ol>
      </nav>
      <h1 className="nhsuk-heading-l wt-page-heading">
        {organisation.name}: {label.toLowerCase()}
      </h1>
      <div className="wt-meta">
        <span>
          <Tag word={documentStateWord(state.code, state.label)} />
        </span>
        <span>
          Version {version}
          {versionInForce === null || versionInForce === version
            ? ''
            : `; version ${versionInForce} is in force`}
        </span>
        {due === undefined || due === null ? null : (
          <span className={due.isLate ? 'wt-late' : undefined}>
            {states.find(({ code }) => code === due.state)?.label}: {milestoneWords(due)}
          </span>
        )}
        <Link to={overviewAddress(unit)}>Overview of the figures</Link>
      </div>
    </>
  );
}

function Views({ documentId }: { readonly documentId: string }) {
  return (
    <nav aria-label="Views of this document">
      <ul className="wt-views">
        {DOCUMENT_VIEWS.map(({ code, label }) => (
          <li key={code}>
            <NavLink
              className="wt-views__link"
              to={documentAddress(documentId, code)}
              end={code === 'status'}
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function View({ view, document }: { readonly view: string; readonly document: SignOffDocument }) {
  switch (view) {
    case 'status':
      return <StatusView document={document} />;
    case 'sections':
      return <SectionsView document={document} />;
    case 'checks':
      return <ChecksView document={document} />;
    case 'versions':
      return <VersionsView document={document} />;
    default:
      return <Failure error={new ApiError(404, {})} what="this view" />;
  }
}

/** A return or a system plan: where it stands, what is in it, what the checks say, and its versions. */
export default function DocumentPage() {
  const { documentId = '', view = 'status' } = useParams();
  const document = useQuery({ ...documentQuery(documentId), refetchInterval: 15_000 });
  const title =
    document.data === undefined
      ? 'Return or plan'
      : `${document.data.organisation.name}: ${document.data.label}`;
  return (
    <>
      <PageTitle parts={[title]} />
      {document.data === undefined ? null : <Heading document={document.data} />}
      {document.data === undefined ? null : <Views documentId={documentId} />}
      {document.isPending ? <Loading what="the return or plan" rows={10} /> : null}
      {document.isError && document.data === undefined ? (
        <Failure error={document.error} what="this return or plan" onRetry={() => void document.refetch()} />
      ) : null}
      {document.data === undefined ? null : <View view={view} document={document.data} />}
    </>
  );
}
