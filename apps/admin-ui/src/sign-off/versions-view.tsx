import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { differenceQuery } from '../api/sign-off-queries';
import type { SignOffDocument, VersionDifference } from '../api/sign-off-types';
import { Chooser } from '../controls/chooser';
import { ViewLinks } from '../downloads/view-links';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatMoment } from '../words/dates';
import { documentAddress } from './addresses';
import { PaperLinks } from './paper-links';

function VersionTable({ document }: { readonly document: SignOffDocument }) {
  const hasPapers = document.kind === 'system-plan';
  return (
    <div className="wt-scroll" role="region" aria-label="Versions, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Frozen</th>
            <th scope="col">By</th>
            <th scope="col">Hash (SHA-256)</th>
            {hasPapers ? <th scope="col">Papers</th> : null}
          </tr>
        </thead>
        <tbody>
          {document.versions.map(({ version, frozenAt, person, contentSha256 }) => (
            <tr key={version}>
              <th scope="row">
                {version}
                {document.versionInForce === version ? <span className="wt-cell-note">in force</span> : null}
              </th>
              <td>{formatMoment(frozenAt)}</td>
              <td className="wt-words">{person}</td>
              <td className="wt-words">
                <code className="wt-hash">{contentSha256}</code>
              </td>
              {hasPapers ? (
                <td className="wt-words">
                  <PaperLinks documentId={document.id} version={version} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const shown = (value: string | number | null): string => (value === null ? 'empty' : String(value));

function Difference({ difference }: { readonly difference: VersionDifference }) {
  const { entries, runs, from, to } = difference;
  if (entries.length === 0 && runs.length === 0) return <p>Nothing differs.</p>;
  return (
    <div className="wt-scroll" role="region" aria-label="Difference, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Version {from}</th>
            <th scope="col">Version {to}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.organisation}>
              <th scope="row">Figures of {run.organisation}</th>
              <td className="wt-words">
                {run.from === null ? 'not in it' : `${run.from.standing}, ${run.from.scenario}`}
              </td>
              <td className="wt-words">
                {run.to === null ? 'not in it' : `${run.to.standing}, ${run.to.scenario}`}
              </td>
            </tr>
          ))}
          {entries.flatMap(({ section, label, entry, change, fields }) =>
            fields.map((field) => (
              <tr key={`${section} ${entry} ${field.field}`}>
                <th scope="row">
                  {label}: {field.label}
                  <span className="wt-cell-note">{change}</span>
                </th>
                <td className="wt-words">{shown(field.from)}</td>
                <td className="wt-words">{shown(field.to)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Comparison({ document }: { readonly document: SignOffDocument }) {
  const navigate = useNavigate();
  const { part } = useParams();
  const versions = document.versions.map(({ version }) => version);
  const [from = versions.at(-2) ?? 1, to = versions.at(-1) ?? 1] = (part ?? '').split('-').flatMap((text) => {
    const version = Number(text);
    return versions.includes(version) ? [version] : [];
  });
  const options = versions.map((version) => ({ value: String(version), label: `Version ${version}` }));
  const difference = useQuery(differenceQuery(document.id, from, to));
  const pick = (pair: string) =>
    void navigate(documentAddress(document.id, 'versions', pair), { preventScrollReset: true });
  return (
    <section className="wt-card" aria-label="Difference">
      <h2 className="nhsuk-heading-m">Difference</h2>
      <div className="wt-toolbar">
        <Chooser
          label="From"
          value={String(from)}
          options={options}
          onChoose={(version) => pick(`${version}-${to}`)}
        />
        <Chooser
          label="To"
          value={String(to)}
          options={options}
          onChoose={(version) => pick(`${from}-${version}`)}
        />
      </div>
      {difference.isPending ? <Loading what="the difference" /> : null}
      {difference.isError ? <Failure error={difference.error} what="the difference" /> : null}
      {difference.isSuccess ? <Difference difference={difference.data} /> : null}
      {difference.isSuccess ? <ViewLinks title="table Difference" table="difference" /> : null}
    </section>
  );
}

/** The frozen versions, and what changed from one to another. */
export function VersionsView({ document }: { readonly document: SignOffDocument }) {
  const { versions } = document;
  return (
    <>
      <section className="wt-card" aria-label="Versions">
        <h2 className="nhsuk-heading-m">Versions</h2>
        {versions.length === 0 ? (
          <p>No version is frozen yet. The first one is frozen when the draft is sent or submitted.</p>
        ) : (
          <>
            <VersionTable document={document} />
            <ViewLinks title="table Versions" table="versions" />
          </>
        )}
      </section>
      {versions.length > 1 ? <Comparison document={document} /> : null}
    </>
  );
}
