import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { checksQuery, sectionsQuery } from '../api/sign-off-queries';
import type { CheckFinding, DocumentChecks, Section, SignOffDocument } from '../api/sign-off-types';
import { ViewLinks } from '../downloads/view-links';
import { unfinishedAddress } from '../plan/addresses';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { Tag } from '../states/tag';
import { TriangulationCard } from './triangulation-card';
import { useSectionSave } from './use-section-save';

const REASONS = 'warning-reasons';
/** Checks that are mended in the assumptions, with the rows that they are about. */
const ROWS_OF_CHECK: Readonly<Record<string, 'unfounded' | 'proposed'>> = {
  'assumption-without-basis': 'unfounded',
  'proposed-without-basis': 'proposed',
};

interface ReasonProps {
  readonly finding: CheckFinding;
  /** Where it is mended; null where that is nowhere in particular. */
  readonly address: string | null;
  readonly reason: string;
  readonly canEdit: boolean;
  readonly onChange: (reason: string) => void;
}

function Finding({ finding, address, reason, canEdit, onChange }: ReasonProps) {
  const id = useId();
  const isError = finding.severity === 'error';
  return (
    <li className="wt-finding">
      <p className="wt-finding__message">
        <Tag
          word={isError ? { text: 'Error', colour: 'red' } : { text: 'Give a reason', colour: 'yellow' }}
        />{' '}
        {finding.message}
      </p>
      <p className="wt-secondary">
        {finding.fix}
        {address === null ? null : (
          <>
            {' '}
            <Link to={address}>Open these assumptions</Link>
          </>
        )}
      </p>
      {isError ? null : (
        <>
          <label className="nhsuk-label wt-field__label" htmlFor={id}>
            Reason<span className="nhsuk-u-visually-hidden"> for: {finding.message}</span>
          </label>
          <textarea
            id={id}
            className="nhsuk-textarea wt-textarea"
            rows={2}
            maxLength={20_000}
            readOnly={!canEdit}
            value={reason}
            onChange={({ target }) => onChange(target.value)}
          />
        </>
      )}
    </li>
  );
}

interface FindingsProps {
  readonly document: SignOffDocument;
  readonly checks: DocumentChecks;
  readonly section: Section;
}

/** Reasons typed, by finding. */
function useReasons({ document, checks: { findings }, section }: FindingsProps) {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      section.entries.map(({ values }) => [String(values['finding']), String(values['reason'] ?? '')]),
    ),
  );
  const [ids] = useState(
    () => new Map(section.entries.map(({ id, values }) => [String(values['finding']), id])),
  );
  const { state, change, flush } = useSectionSave(document.id, section);
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
  const give = (key: string, reason: string) => {
    const next = { ...reasons, [key]: reason };
    setReasons(next);
    const given = findings.filter((finding) => (next[finding.key] ?? '').trim() !== '');
    change(
      given.map((finding) => ({
        id: idOf(finding.key),
        values: { finding: finding.key, reason: next[finding.key] ?? '' },
      })),
    );
  };
  return { reasons, state, give, flush };
}

/** Assumptions without a basis are mended where they were entered. */
function addressOf(
  { code, subject }: CheckFinding,
  { scenario }: SignOffDocument,
  { organisations }: DocumentChecks,
): string | null {
  const organisation = organisations.find(({ name }) => name === subject);
  const rows = ROWS_OF_CHECK[code];
  if (rows === undefined || organisation === undefined) return null;
  return unfinishedAddress({ scenarioId: scenario.id, organisationId: organisation.id }, rows);
}

function Findings(props: FindingsProps) {
  const { document, checks } = props;
  const { findings } = checks;
  const { reasons, state, give, flush } = useReasons(props);
  const open = findings.filter(
    ({ severity, key }) => severity === 'error' || (reasons[key] ?? '').trim() === '',
  );
  return (
    <section className="wt-card" aria-label="Errors and warnings">
      <h2 className="nhsuk-heading-m">Errors and warnings</h2>
      <p className="wt-card__sentence">
        {findings.length === 0
          ? 'The checks found nothing.'
          : `${findings.length} found; ${open.length} still ${open.length === 1 ? 'needs' : 'need'} mending or a reason.`}
      </p>
      {state.kind === 'saved' ? null : (
        <p className="wt-secondary" role="status">
          {state.kind === 'waiting' || state.kind === 'saving' ? 'Saving' : 'Not saved: load the page again'}
        </p>
      )}
      <ul className="wt-findings" onBlur={() => void flush()}>
        {findings.map((finding) => (
          <Finding
            key={finding.key}
            finding={finding}
            address={addressOf(finding, document, checks)}
            reason={reasons[finding.key] ?? ''}
            canEdit={document.canEdit}
            onChange={(reason) => give(finding.key, reason)}
          />
        ))}
      </ul>
      <ViewLinks title="table Errors and warnings" table="findings" />
    </section>
  );
}

function Netting({ netting }: Pick<DocumentChecks, 'netting'>) {
  return (
    <section className="wt-card" aria-label="Moves between our own trusts">
      <h2 className="nhsuk-heading-m">Moves between our own trusts</h2>
      <p className="wt-card__sentence">{netting.statement}</p>
      <dl className="wt-pairs">
        {netting.groups.map(({ code, label, people }) => (
          <div className="wt-pairs__pair" key={code}>
            <dt>{label}</dt>
            <dd>{Math.round(people)} people</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const STANDINGS: Readonly<Record<string, string>> = {
  own: 'own figures',
  received: 'return received',
  partial: 'partial: return not received',
};

function Organisations({ organisations }: Pick<DocumentChecks, 'organisations'>) {
  return (
    <section className="wt-card" aria-label="Organisations in the totals">
      <h2 className="nhsuk-heading-m">Organisations in the totals</h2>
      <dl className="wt-pairs">
        {organisations.map(({ id, name, standing, scenario }) => (
          <div className="wt-pairs__pair" key={id}>
            <dt>{name}</dt>
            <dd>
              {STANDINGS[standing] ?? standing}; {scenario}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the rules found, and the figures held against one another. */
export function ChecksView({ document }: { readonly document: SignOffDocument }) {
  const checks = useQuery(checksQuery(document.id));
  const sections = useQuery(sectionsQuery(document.id));
  const error = checks.error ?? sections.error;
  if (error !== null)
    return <Failure error={error} what="the checks" onRetry={() => void checks.refetch()} />;
  const section = sections.data?.sections.find(({ key }) => key === REASONS);
  if (checks.data === undefined || section === undefined) return <Loading what="the checks" rows={10} />;
  return (
    <>
      <Findings
        key={`${document.version} ${document.canEdit}`}
        document={document}
        checks={checks.data}
        section={section}
      />
      <TriangulationCard checks={checks.data} />
      <div className="wt-columns">
        <Organisations organisations={checks.data.organisations} />
        {document.kind === 'system-plan' ? <Netting netting={checks.data.netting} /> : null}
      </div>
    </>
  );
}
