import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import type { RoundBaseline } from '#views/lists';
import { kindOf } from '../../api/api-error';
import { baselineOptionsQuery } from '../../api/data-queries';
import type { BaselineOption } from '../../api/data-types';
import { ErrorSummary } from '../../forms/error-summary';
import { SelectField, TextField, type SelectGroup } from '../../forms/fields';
import { FormActions } from '../../forms/form-actions';
import { messageAt, problemsOf, type FormProblem } from '../../forms/problems';
import { useChange } from '../../forms/use-change';
import { Loading } from '../../states/loading';
import { dayText, ORIGINS } from '../day-words';

interface BaselineFormProps {
  readonly roundId: string;
  readonly baseline: RoundBaseline;
  readonly onClose: () => void;
}

const FIELDS = ['position', 'reason'] as const;

/** The positions in groups by where they come from. */
function groupsOf(options: readonly BaselineOption[]): SelectGroup[] {
  return Object.entries(ORIGINS).flatMap(([origin, label]) => {
    const own = options.filter((option) => option.origin === origin);
    const choices = own.map(({ asAt }) => ({ value: `${origin} ${asAt}`, label: dayText(asAt) }));
    return choices.length === 0 ? [] : [{ label, options: choices }];
  });
}

function missing(position: string, reason: string): FormProblem[] {
  const noPosition = { field: 'position', message: 'Choose a position.' };
  const noReason = { field: 'reason', message: 'Give a reason: it is kept and shown beside the baseline.' };
  return [position === '' ? [noPosition] : [], reason.trim().length < 3 ? [noReason] : []].flat();
}

function useChoice({ roundId, baseline, onClose }: BaselineFormProps) {
  const [position, setPosition] = useState('');
  const [reason, setReason] = useState('');
  const [unfilled, setUnfilled] = useState<readonly FormProblem[]>([]);
  const change = useChange(['baselines', 'snapshots'], onClose);
  const { organisation, snapshot } = baseline;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = missing(position, reason);
    setUnfilled(found);
    change.reset();
    if (found.length > 0) return;
    const [origin, asAt] = position.split(' ');
    change.mutate({
      method: 'POST',
      path: '/baselines',
      body: {
        roundId,
        organisationId: organisation.id,
        origin,
        asAt,
        baseSnapshotId: snapshot?.id ?? null,
        reason: reason.trim(),
      },
      done: `${organisation.name} has another baseline and is projected again.`,
    });
  };
  const isStale = change.error !== null && kindOf(change.error) === 'conflict';
  const problems = unfilled.length > 0 ? unfilled : problemsOf(change.error);
  return { position, setPosition, reason, setReason, submit, change, problems, isStale };
}

/** Puts an organisation on another opening position, with a reason. */
export function BaselineForm(props: BaselineFormProps) {
  const { roundId, baseline, onClose } = props;
  const id = useId();
  const options = useQuery(baselineOptionsQuery(roundId, baseline.organisation.id));
  const form = useChoice(props);
  const { name } = baseline.organisation;
  const problems = form.isStale
    ? [{ field: '', message: `${form.change.error?.message ?? ''} Load the page again to see it.` }]
    : form.problems;
  return (
    <form
      className="wt-entry-form"
      onSubmit={form.submit}
      noValidate
      aria-label={`Change the baseline of ${name}`}
    >
      <ErrorSummary id={id} problems={problems} fields={FIELDS} />
      <h3 className="nhsuk-heading-s wt-card__heading">{name}</h3>
      <p>
        Its projection starts again from the new position. The snapshot that it stands on now, and every run
        made from it, stay.
      </p>
      {options.isPending ? <Loading what="the positions" rows={2} /> : null}
      {options.data?.length === 0 ? (
        <p>
          Nothing is loaded that a baseline of it could be taken of: import an extract or published files
          first.
        </p>
      ) : null}
      <div className="wt-entry-form__fields">
        <SelectField
          id={`${id}-position`}
          label="Position"
          hint="The last day before the round begins, or earlier."
          value={form.position}
          problem={messageAt(problems, 'position')}
          onChange={form.setPosition}
          groups={groupsOf(options.data ?? [])}
        />
        <TextField
          id={`${id}-reason`}
          label="Reason"
          hint="Kept, and shown beside the baseline."
          maxLength={1000}
          value={form.reason}
          problem={messageAt(problems, 'reason')}
          onChange={form.setReason}
        />
      </div>
      <FormActions label="Change the baseline" isPending={form.change.isPending} onCancel={onClose} />
    </form>
  );
}
