import { useId, useState } from 'react';
import type { CellAddress } from '../api/queries';
import { cellKey } from '../api/queries';
import { financialYear, formatMoment } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { valueInWords } from './grid/cell-text';
import { needsAttention, needsReason, type Draft, type DraftRules } from './grid/draft';
import { conflicting, type EditBook } from './grid/edit-book';
import type { EditingSession } from './grid/editing-session';

/** A long list helps nobody: the rest follows when these are settled. */
const MOST_LISTED = 50;

interface AttentionProps {
  readonly book: EditBook;
  readonly session: EditingSession;
  readonly groupName: (code: string) => string;
  /** The parameter whose grid is on the page; others are named. Null where there are several. */
  readonly shownParameter: string | null;
  /** Goes to a cell, of this parameter or of another. */
  readonly onGoTo: (address: CellAddress) => void;
}

function contentInWords(draft: Draft, rules: DraftRules | undefined): string {
  const { content } = draft;
  if (content.kind === 'unreadable') return `“${content.text}”`;
  if (content.kind === 'inherited' || rules === undefined) return 'the inherited value';
  return valueInWords(content.value, rules.definition);
}

function Conflict({
  draft,
  book,
  session,
}: Pick<AttentionProps, 'book' | 'session'> & { readonly draft: Draft }) {
  const key = cellKey(draft.address);
  const rules = book.rules.get(key);
  const { theirs } = draft;
  if (theirs === null || rules === undefined) return null;
  const who = theirs.author ?? 'Someone else';
  const when = theirs.at === null ? '' : ` at ${formatMoment(theirs.at)}`;
  const value = theirs.value === null ? 'the inherited value' : valueInWords(theirs.value, rules.definition);
  return (
    <>
      <p className="wt-attention__text">
        {who} saved {value}
        {when}. You entered {contentInWords(draft, rules)}.
      </p>
      <p className="wt-attention__actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={() => session.keepMine([key])}
        >
          Keep mine
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={() => session.discard([key])}
        >
          Take theirs
        </button>
      </p>
    </>
  );
}

function Finding({ draft, session }: { readonly draft: Draft; readonly session: EditingSession }) {
  return (
    <p className="wt-attention__text">
      {draft.findings.map((finding) => finding.message).join(' ')}{' '}
      <button
        type="button"
        className="wt-link-button"
        onClick={() => session.discard([cellKey(draft.address)])}
      >
        Discard
      </button>
    </p>
  );
}

function ReasonForm({ count, session }: { readonly count: number; readonly session: EditingSession }) {
  const id = useId();
  const [reason, setReason] = useState('');
  if (count === 0) return null;
  return (
    <form
      className="wt-attention__reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        session.giveReason(reason.trim());
        setReason('');
      }}
    >
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        Reason for {count === 1 ? 'the unusual value' : `the ${count} unusual values`}
      </label>
      <div className="wt-attention__row">
        <input
          id={id}
          className="nhsuk-input wt-input"
          value={reason}
          maxLength={4000}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--small wt-button">
          Save with this reason
        </button>
      </div>
    </form>
  );
}

/** One choice for all cells that someone else changed, where there are several. */
function AllConflicts({ book, session }: Pick<AttentionProps, 'book' | 'session'>) {
  const keys = conflicting(book);
  if (keys.length < 2) return null;
  return (
    <p className="wt-attention__actions">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        onClick={() => session.keepMine(keys)}
      >
        Keep mine in all {keys.length} cells
      </button>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        onClick={() => session.discard(keys)}
      >
        Take theirs in all {keys.length} cells
      </button>
    </p>
  );
}

/** The entries that can't be saved yet, each with why and what can be done. */
export function AttentionPanel({ book, session, groupName, shownParameter, onGoTo }: AttentionProps) {
  const drafts = [...book.drafts.values()].filter(needsAttention);
  const nameOf = ({ address }: Draft) => {
    const place = `${groupName(address.staffGroup)}, ${financialYear(address.year)}`;
    const label = book.rules.get(cellKey(address))?.definition.label ?? address.parameter;
    return address.parameter === shownParameter ? place : `${label}: ${place}`;
  };
  return (
    <section className="wt-attention" aria-label="Cells that need attention">
      <h3 className="nhsuk-heading-s">{formatQuantity(drafts.length, 'cell')} not saved</h3>
      <ul className="wt-attention__list">
        {drafts.slice(0, MOST_LISTED).map((draft) => (
          <li key={cellKey(draft.address)} className="wt-attention__item">
            <button type="button" className="wt-link-button" onClick={() => onGoTo(draft.address)}>
              {nameOf(draft)}
            </button>
            {draft.state === 'conflict' ? (
              <Conflict draft={draft} book={book} session={session} />
            ) : (
              <Finding draft={draft} session={session} />
            )}
          </li>
        ))}
      </ul>
      {drafts.length > MOST_LISTED ? (
        <p className="wt-attention__text">And {formatQuantity(drafts.length - MOST_LISTED, 'more cell')}.</p>
      ) : null}
      <AllConflicts book={book} session={session} />
      <ReasonForm count={drafts.filter(needsReason).length} session={session} />
    </section>
  );
}
