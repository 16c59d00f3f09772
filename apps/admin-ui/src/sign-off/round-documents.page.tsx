import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { apiChange } from '../api/api-client';
import { roundDocumentsQuery } from '../api/sign-off-queries';
import type { DocumentSummary, RoundDocuments } from '../api/sign-off-types';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { Tag } from '../states/tag';
import { documentAddress } from './addresses';
import { DOCUMENT_KINDS, documentStateWord, milestoneWords } from './milestone-words';

function BeginButton({
  roundId,
  document,
}: {
  readonly roundId: string;
  readonly document: DocumentSummary;
}) {
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: () =>
      apiChange<{ id: string }>('POST', '/sign-off/returns', {
        roundId,
        organisationId: document.organisation.id,
      }),
    onSuccess: ({ id }) => navigate(documentAddress(id)),
  });
  return (
    <>
      <button
        type="button"
        className="wt-link-button"
        disabled={begin.isPending}
        onClick={() => begin.mutate()}
      >
        Begin<span className="nhsuk-u-visually-hidden"> the return of {document.organisation.name}</span>
      </button>
      {begin.error === null ? null : <span className="wt-error-text">{begin.error.message}</span>}
    </>
  );
}

function DocumentRow({
  roundId,
  document,
}: {
  readonly roundId: string;
  readonly document: DocumentSummary;
}) {
  const { id, kind, organisation, state, stateLabel, version, milestone } = document;
  return (
    <li className="wt-plan">
      <div className="wt-plan__name">
        <h3 className="nhsuk-heading-s wt-plan__heading">
          {id === null ? organisation.name : <Link to={documentAddress(id)}>{organisation.name}</Link>}
        </h3>
        <p className="wt-secondary">
          {DOCUMENT_KINDS[kind]}
          {version === null ? '' : `, version ${version}`}
        </p>
      </div>
      <p className="wt-plan__state">
        <Tag word={documentStateWord(state, stateLabel)} />
      </p>
      <p className="wt-plan__freshness">
        {milestone === null ? null : (
          <span className={milestone.isLate ? 'wt-late' : undefined}>{milestoneWords(milestone)}</span>
        )}
      </p>
      <p className="wt-plan__action">
        {id === null ? <BeginButton roundId={roundId} document={document} /> : null}
      </p>
    </li>
  );
}

function Documents({ round, documents }: RoundDocuments) {
  const systems = [...new Set(documents.map(({ systemId }) => systemId))];
  if (documents.length === 0) return <p>There is no return or plan that you may see in this round yet.</p>;
  return systems.map((systemId) => {
    const own = documents.filter((document) => document.systemId === systemId);
    const plan = own.find(({ kind }) => kind === 'system-plan');
    const heading = plan?.organisation.name ?? 'Organisations';
    return (
      <section className="wt-card" key={systemId ?? 'none'} aria-label={heading}>
        <h2 className="nhsuk-heading-m">{heading}</h2>
        <ul className="wt-plans">
          {own.map((document) => (
            <DocumentRow
              key={document.id ?? document.organisation.id}
              roundId={round.id}
              document={document}
            />
          ))}
        </ul>
      </section>
    );
  });
}

/** The returns and system plans of a round: how far each has come, and what is due when. */
export default function RoundDocumentsPage() {
  const { roundId = '' } = useParams();
  const documents = useQuery(roundDocumentsQuery(roundId));
  const name = documents.data?.round.name ?? '';
  return (
    <>
      <PageTitle parts={[`Returns and plans ${name}`.trim()]} />
      <nav className="wt-path" aria-label="Breadcrumb">
        <ol className="wt-path__list">
          <li>
            <Link to="/">Rounds and plans</Link>
          </li>
        </ol>
      </nav>
      <h1 className="nhsuk-heading-l wt-page-heading">Returns and plans {name}</h1>
      {documents.isPending ? <Loading what="returns and plans" rows={8} /> : null}
      {documents.isError ? (
        <Failure
          error={documents.error}
          what="the returns and plans"
          onRetry={() => void documents.refetch()}
        />
      ) : null}
      {documents.isSuccess ? <Documents {...documents.data} /> : null}
    </>
  );
}
