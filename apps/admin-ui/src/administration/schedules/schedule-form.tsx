import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { roundsQuery } from '../../api/queries';
import { ErrorSummary } from '../../forms/error-summary';
import { SelectField, TextField } from '../../forms/fields';
import { FormActions } from '../../forms/form-actions';
import { messageAt, problemsOf, type FormProblem } from '../../forms/problems';
import { useChange } from '../../forms/use-change';
import { CATCH_UPS } from './schedule-words';

const FIELDS = ['name', 'cron', 'timeZone', 'roundId', 'catchUp'] as const;
type Texts = Readonly<Record<(typeof FIELDS)[number], string>>;

const START: Texts = {
  name: '',
  cron: '0 2 * * *',
  timeZone: 'Europe/London',
  roundId: '',
  catchUp: 'latest',
};
const MISSING: Readonly<Record<(typeof FIELDS)[number], string>> = {
  name: 'Enter a name.',
  cron: 'Enter the times.',
  timeZone: 'Enter a time zone.',
  roundId: 'Choose a round.',
  catchUp: 'Choose what becomes of missed times.',
};

/** Makes a schedule that recalculates every current scenario of a round. */
export function ScheduleForm({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const { data: rounds = [] } = useQuery(roundsQuery);
  const [texts, setTexts] = useState(START);
  const [unfilled, setUnfilled] = useState<readonly FormProblem[]>([]);
  const change = useChange<unknown>(['schedules'], onClose);
  const problems = unfilled.length > 0 ? unfilled : problemsOf(change.error);
  const field = (name: keyof Texts) => ({
    id: `${id}-${name}`,
    value: texts[name],
    problem: messageAt(problems, name),
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = FIELDS.filter((name) => texts[name].trim() === '').map((name) => ({
      field: name,
      message: MISSING[name],
    }));
    setUnfilled(found);
    change.reset();
    if (found.length > 0) return;
    change.mutate({ method: 'POST', path: '/schedules', body: texts, done: `Schedule ${texts.name} made.` });
  };
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label="New schedule">
      <ErrorSummary id={id} problems={problems} fields={FIELDS} />
      <div className="wt-entry-form__fields">
        <TextField {...field('name')} label="Name" maxLength={120} />
        <SelectField
          {...field('roundId')}
          label="Round"
          hint="Every current scenario of it is recalculated."
          groups={[{ label: null, options: rounds.map((round) => ({ value: round.id, label: round.name })) }]}
        />
        <TextField
          {...field('cron')}
          label="Times (cron)"
          hint="Minute, hour, day of the month, month, day of the week: 0 2 * * * is every night at two."
          maxLength={80}
        />
        <TextField
          {...field('timeZone')}
          label="Time zone"
          hint="For instance Europe/London."
          maxLength={60}
        />
        <SelectField
          {...field('catchUp')}
          label="Missed times"
          groups={[{ label: null, options: CATCH_UPS }]}
        />
      </div>
      <FormActions label="Make this schedule" isPending={change.isPending} onCancel={onClose} />
    </form>
  );
}
