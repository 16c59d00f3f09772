import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { sectionsQuery } from '../api/sign-off-queries';
import type { DocumentSections, SignOffDocument } from '../api/sign-off-types';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { documentAddress } from './addresses';
import { SectionForm } from './section-form';

/** Reasons for warnings are given beside the warnings. */
const ELSEWHERE: readonly string[] = ['warning-reasons'];

function Navigation({
  sections,
  current,
}: {
  readonly sections: DocumentSections;
  readonly current: string;
}) {
  const { documentId, parts, definitions, missing } = sections;
  const open = new Set(missing.map(({ section }) => section));
  return (
    <nav className="wt-section-list" aria-label="Sections">
      {parts.map(({ code, label }) => {
        const own = definitions.filter(({ part, key }) => part === code && !ELSEWHERE.includes(key));
        return own.length === 0 ? null : (
          <div key={code}>
            <h2 className="nhsuk-heading-xs wt-section-list__part">{label}</h2>
            <ul className="wt-section-list__list">
              {own.map((definition) => (
                <li key={definition.key}>
                  <Link
                    to={documentAddress(documentId, 'sections', definition.key)}
                    aria-current={definition.key === current ? 'page' : undefined}
                  >
                    {definition.label}
                  </Link>
                  {open.has(definition.key) ? <span className="wt-cell-note">Not complete</span> : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

/** The section after this one, in the order in which they are listed; after the last, the checks. */
function NextSection({
  sections,
  current,
}: {
  readonly sections: DocumentSections;
  readonly current: string;
}) {
  const { documentId, parts, definitions } = sections;
  const listed = parts.flatMap(({ code }) =>
    definitions.filter(({ part, key }) => part === code && !ELSEWHERE.includes(key)),
  );
  const next = listed[listed.findIndex(({ key }) => key === current) + 1];
  return (
    <p className="wt-next-section">
      {next === undefined ? (
        <Link to={documentAddress(documentId, 'checks')}>Next: checks</Link>
      ) : (
        <Link to={documentAddress(documentId, 'sections', next.key)}>Next section: {next.label}</Link>
      )}
    </p>
  );
}

function MissingHere({
  sections,
  current,
}: {
  readonly sections: DocumentSections;
  readonly current: string;
}) {
  const missing = sections.missing.filter(({ section }) => section === current);
  if (missing.length === 0) return null;
  return (
    <details className="nhsuk-details wt-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {missing.length === 1 ? 'One thing is' : `${missing.length} things are`} missing here
        </span>
      </summary>
      <ul className="nhsuk-list nhsuk-list--bullet wt-list">
        {missing.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </details>
  );
}

/** What is written in the document, a section at a time. */
export function SectionsView({ document }: { readonly document: SignOffDocument }) {
  const { part } = useParams();
  const sections = useQuery(sectionsQuery(document.id));
  if (sections.isPending) return <Loading what="the sections" rows={10} />;
  if (sections.isError) {
    return <Failure error={sections.error} what="the sections" onRetry={() => void sections.refetch()} />;
  }
  const { definitions, sections: stored } = sections.data;
  const definition = definitions.find(({ key }) => key === part) ?? definitions[0];
  const section = stored.find(({ key }) => key === definition?.key);
  if (definition === undefined || section === undefined) return null;
  return (
    <div className="wt-sections">
      <Navigation sections={sections.data} current={definition.key} />
      <div className="wt-sections__form">
        <SectionForm
          key={`${definition.key} ${document.version} ${document.canEdit}`}
          document={sections.data}
          definition={definition}
          section={section}
          canEdit={document.canEdit}
        />
        <MissingHere sections={sections.data} current={definition.key} />
        <NextSection sections={sections.data} current={definition.key} />
      </div>
    </div>
  );
}
