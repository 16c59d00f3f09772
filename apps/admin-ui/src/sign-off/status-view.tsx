import { Details } from '../controls/details';
import { Link } from 'react-router';
import type { SignOffDocument } from '../api/sign-off-types';
import { ViewLinks } from '../downloads/view-links';
import { Tag } from '../states/tag';
import { formatMoment, formatDay } from '../words/dates';
import { documentAddress } from './addresses';
import { DelegationsCard } from './delegations-card';
import { milestoneWords } from './milestone-words';
import { StepsCard } from './steps-card';

/** The way from draft to the end, with what is due when. */
function Progress({ document }: { readonly document: SignOffDocument }) {
  const { states, state } = document;
  const at = states.findIndex(({ code }) => code === state.code);
  return (
    <section className="wt-card" aria-label="Where it stands">
      <h2 className="nhsuk-heading-m">Where it stands</h2>
      <p className="wt-card__sentence">
        <strong>{state.label}.</strong> {state.meaning}
      </p>
      <ol className="wt-stages">
        {states.map(({ code, label, milestone }, index) => (
          <li
            key={code}
            className={index < at ? 'wt-stages__done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className="wt-stages__name">{label}</span>
            {milestone === null ? null : (
              <span className={milestone.isLate ? 'wt-late wt-stages__due' : 'wt-stages__due'}>
                {milestoneWords(milestone)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Next({ document }: { readonly document: SignOffDocument }) {
  const { next, state } = document;
  return (
    <section className="wt-card" aria-label="Who is next">
      <h2 className="nhsuk-heading-m">Who is next</h2>
      {next.length === 0 ? <p>Nobody: {state.meaning}</p> : null}
      <dl className="wt-pairs">
        {next.map(({ label, people }) => (
          <div className="wt-pairs__pair" key={label}>
            <dt>{label}</dt>
            <dd>
              {people.length === 0 ? 'Nobody holds this role yet' : people.map(({ name }) => name).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const SHOWN_AT_ONCE = 12;

/** Where a missing part can be filled in. */
function addressOf(documentId: string, pointer: string): string {
  const [, place, section] = pointer.split('/');
  if (place === 'sections') return documentAddress(documentId, 'sections', section);
  return place === 'checks' ? documentAddress(documentId, 'checks') : documentAddress(documentId);
}

function MissingParts({ id, parts }: { readonly id: string; readonly parts: SignOffDocument['missing'] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet wt-list">
      {parts.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>
          {pointer === '/' ? message : <Link to={addressOf(id, pointer)}>{message}</Link>}
        </li>
      ))}
    </ul>
  );
}

function Missing({ document }: { readonly document: SignOffDocument }) {
  const { id, missing } = document;
  if (missing.length === 0) return null;
  const rest = missing.slice(SHOWN_AT_ONCE);
  return (
    <section className="wt-card" aria-label="What is missing">
      <h2 className="nhsuk-heading-m">What is missing</h2>
      <p className="wt-secondary">
        {missing.length === 1 ? 'One thing keeps' : `${missing.length} things keep`} it from the next step.
      </p>
      <MissingParts id={id} parts={missing.slice(0, SHOWN_AT_ONCE)} />
      {rest.length === 0 ? null : (
        <Details summary={`${rest.length} more`}>
          <MissingParts id={id} parts={rest} />
        </Details>
      )}
    </section>
  );
}

function Signatures({ document }: { readonly document: SignOffDocument }) {
  const { slots, state } = document;
  if (slots.length === 0) return null;
  return (
    <section className="wt-card" aria-label="Signatures">
      <h2 className="nhsuk-heading-m">Signatures</h2>
      {state.isEditable ? <p className="wt-secondary">They are given once this draft is frozen.</p> : null}
      <div className="wt-scroll" role="region" aria-label="Signatures, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Signature</th>
              <th scope="col">By</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {slots.map(({ code, label, holders, settledBy }) => (
              <tr key={code}>
                <th scope="row">{label}</th>
                <td className="wt-words">
                  {settledBy === null
                    ? holders.map(({ name }) => name).join(', ') || 'Nobody yet'
                    : settledBy.person}
                  {settledBy === null || settledBy.principal === null ? null : (
                    <span className="wt-cell-note">for {settledBy.principal}</span>
                  )}
                </td>
                <td className="wt-words">
                  {settledBy === null ? (
                    <Tag word={{ text: 'Open', colour: 'grey' }} />
                  ) : (
                    <>
                      <Tag
                        word={
                          settledBy.action === 'state-nil'
                            ? { text: 'Not applicable', colour: 'white' }
                            : { text: 'Signed', colour: 'green' }
                        }
                      />
                      <span className="wt-cell-note">
                        {formatMoment(settledBy.at)}
                        {settledBy.decidedOn === null ? '' : `, decided ${formatDay(settledBy.decidedOn)}`}
                        {settledBy.reason === null ? '' : `. ${settledBy.reason}`}
                      </span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title="table Signatures" table="signatures" />
    </section>
  );
}

function History({ document }: { readonly document: SignOffDocument }) {
  const { steps } = document;
  if (steps.length === 0) return null;
  return (
    <section className="wt-card" aria-label="What was done">
      <h2 className="nhsuk-heading-m">What was done</h2>
      <ol className="nhsuk-list wt-list">
        {steps.toReversed().map((step) => (
          <li key={step.revision}>
            <strong>
              {step.label}
              {step.slotLabel === null ? '' : `: ${step.slotLabel}`}
            </strong>{' '}
            by {step.person}
            {step.principal === null ? '' : ` for ${step.principal}`}, {formatMoment(step.at)}, version{' '}
            {step.version}
            {step.from === step.to ? '' : `: ${step.from.toLowerCase()} to ${step.to.toLowerCase()}`}
            {step.reason === null ? '' : `. Reason: ${step.reason}`}
          </li>
        ))}
      </ol>
      <ViewLinks title="table What was done" table="steps" />
    </section>
  );
}

/** Where the document stands, who is next, what the person can do, and what was done. */
export function StatusView({ document }: { readonly document: SignOffDocument }) {
  return (
    <>
      <Progress document={document} />
      <StepsCard document={document} />
      <div className="wt-columns">
        <Next document={document} />
        <Missing document={document} />
      </div>
      <Signatures document={document} />
      <DelegationsCard document={document} />
      <History document={document} />
    </>
  );
}
