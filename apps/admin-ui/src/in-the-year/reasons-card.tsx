import { useId, useState, type FormEvent } from 'react';
import type { ComparedLine, VarianceNote, YearComparison } from '../api/monitoring-types';
import { Chooser } from '../controls/chooser';
import { FormActions } from '../forms/form-actions';
import { LongTextField, TextField } from '../forms/fields';
import { messageAt } from '../forms/problems';
import { useMay } from '../session/use-may';
import { formatDay, formatMonth } from '../words/dates';
import { ChangeFaults } from './change-faults';
import { exactChange } from './comparison-words';
import { useYearChange } from './use-year-change';

interface ReasonsProps {
  readonly organisationId: string;
  readonly comparison: YearComparison;
  readonly line: ComparedLine;
}

/** The newest notes of the shown staff group and line, by month. */
function newestNotes({ notes, staffGroup }: YearComparison, { line }: ComparedLine): readonly VarianceNote[] {
  const own = notes.filter((note) => note.staffGroup === staffGroup && note.line === line);
  return own.filter((note, at) => own.findIndex(({ month }) => month === note.month) === at);
}

function NoteList({ comparison, line }: Omit<ReasonsProps, 'organisationId'>) {
  const notes = newestNotes(comparison, line);
  if (notes.length === 0) return <p>No reason is given for a month of this line yet.</p>;
  const varianceOf = (month: string) =>
    line.months[comparison.months.indexOf(month)]?.variance?.variance ?? null;
  return (
    <dl className="nhsuk-summary-list">
      {notes.map(({ month, reason, owner, author, at }) => (
        <div className="nhsuk-summary-list__row" key={month}>
          <dt className="nhsuk-summary-list__key">
            {formatMonth(month)} ({exactChange(varianceOf(month), line)})
          </dt>
          <dd className="nhsuk-summary-list__value">
            {reason}
            <br />
            <span className="wt-meta">
              Owner: {owner}. Written by {author} on {formatDay(at)}.
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const EMPTY = { reason: '', owner: '' };

function ReasonForm({
  organisationId,
  comparison,
  line,
  onClose,
}: ReasonsProps & { readonly onClose: () => void }) {
  const id = useId();
  const closed = comparison.months.slice(0, comparison.closedMonths);
  const [month, setMonth] = useState(closed.at(-1) ?? '');
  const [typed, setTyped] = useState<{ readonly reason?: string; readonly owner?: string }>({});
  const change = useYearChange(onClose);
  const current = newestNotes(comparison, line).find((note) => note.month === month);
  const text = { ...EMPTY, ...current, ...typed };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const place = { staffGroup: comparison.staffGroup, month, line: line.line };
    const body = { organisationId, firstYear: comparison.year.firstYear, ...place };
    const { reason, owner } = text;
    change.send(
      'notes',
      { ...body, baseVersion: current?.version ?? 0, reason: reason.trim(), owner: owner.trim() },
      'Reason saved.',
    );
  };
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label="Give a reason">
      <ChangeFaults id={id} change={change} fields={['reason', 'owner']} />
      <Chooser
        label="Month"
        value={month}
        options={closed.map((each) => ({ value: each, label: formatMonth(each) }))}
        onChoose={(chosen) => {
          setMonth(chosen);
          setTyped({});
        }}
      />
      <LongTextField
        id={`${id}-reason`}
        label="Reason"
        value={text.reason}
        problem={messageAt(change.problems, 'reason')}
        onChange={(reason) => setTyped({ ...typed, reason })}
      />
      <TextField
        id={`${id}-owner`}
        label="Owner"
        hint="Who answers for it."
        maxLength={120}
        value={text.owner}
        problem={messageAt(change.problems, 'owner')}
        onChange={(owner) => setTyped({ ...typed, owner })}
      />
      <FormActions label="Save the reason" isPending={change.isPending} onCancel={onClose} />
    </form>
  );
}

/** Why the shown line differs from plan, month by month, and who answers for it. */
export function ReasonsCard(props: ReasonsProps) {
  const mayEdit = useMay('plans:edit');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="wt-card" aria-label="Reasons and owners">
      <h2 className="nhsuk-heading-m wt-card__heading">Reasons and owners</h2>
      <NoteList comparison={props.comparison} line={props.line} />
      {isOpen ? <ReasonForm {...props} onClose={() => setOpen(false)} /> : null}
      {mayEdit && !isOpen ? (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={() => setOpen(true)}
        >
          Give or change a reason
        </button>
      ) : null}
    </section>
  );
}
