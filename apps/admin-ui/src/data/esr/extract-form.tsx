import { useId, useState, type FormEvent } from 'react';
import type { EsrFileRole } from '../../api/esr-types';
import { ErrorSummary } from '../../forms/error-summary';
import { FileField, TextField } from '../../forms/fields';
import { messageAt, type FormProblem } from '../../forms/problems';
import type { ChosenExtract } from './use-extract-import';

interface ExtractFormProps {
  readonly isBusy: boolean;
  readonly onCheck: (chosen: ChosenExtract) => void;
}

const ACCEPT = '.csv,.xlsx,text/csv';

function problemsOf({ asAt, earlierAsAt, files }: ChosenExtract): FormProblem[] {
  const has = (role: EsrFileRole) => files[role] !== undefined;
  const problem = (isWrong: boolean, field: string, message: string) => (isWrong ? [{ field, message }] : []);
  return [
    ...problem(!has('extract'), 'extract', 'Choose the extract.'),
    ...problem(asAt === '', 'asAt', 'Enter the day of the extract: the last of a month.'),
    ...problem(has('earlier') && earlierAsAt === '', 'earlierAsAt', 'Enter the day of the earlier extract.'),
    ...problem(
      !has('earlier') && earlierAsAt !== '',
      'earlier',
      'Choose the earlier extract, or clear its day.',
    ),
    ...problem(
      (has('starters') || has('leavers')) && !has('earlier'),
      'earlier',
      'Lists are reconciled with two extracts: choose the earlier one.',
    ),
  ];
}

/** The files of an import and their days. */
export function ExtractForm({ isBusy, onCheck }: ExtractFormProps) {
  const id = useId();
  const [chosen, setChosen] = useState<ChosenExtract>({ asAt: '', earlierAsAt: '', files: {} });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(chosen);
    setProblems(found);
    if (found.length === 0) onCheck(chosen);
  };
  const choose = (role: EsrFileRole, file: File | undefined) => {
    const { [role]: _, ...others } = chosen.files;
    setChosen({ ...chosen, files: file === undefined ? others : { ...others, [role]: file } });
  };
  const file = (role: EsrFileRole, label: string, hint: string) => (
    <FileField
      id={`${id}-${role}`}
      label={label}
      hint={hint}
      accept={ACCEPT}
      problem={messageAt(problems, role)}
      onChoose={([chosenFile]) => choose(role, chosenFile)}
    />
  );
  const day = (name: 'asAt' | 'earlierAsAt', label: string) => (
    <TextField
      id={`${id}-${name}`}
      label={label}
      type="date"
      value={chosen[name]}
      problem={messageAt(problems, name)}
      onChange={(value) => setChosen({ ...chosen, [name]: value })}
    />
  );
  return (
    <form onSubmit={submit} noValidate aria-label="Import an extract">
      <ErrorSummary id={id} problems={problems} />
      <div className="wt-entry-form__fields wt-entry-form__fields--pairs">
        {file('extract', 'Extract', 'CSV or Excel (.xlsx), one row for each assignment.')}
        {file('earlier', 'Earlier extract (optional)', 'Gives joiners, leavers, moves and turnover.')}
        {day('asAt', 'Day of the extract')}
        {day('earlierAsAt', 'Day of the earlier extract (optional)')}
        {file('starters', 'List of starters (optional)', 'Reconciled with the two extracts.')}
        {file('leavers', 'List of leavers (optional)', 'Reconciled, and says why and where to they left.')}
      </div>
      <button type="submit" className="nhsuk-button nhsuk-button--small wt-button" disabled={isBusy}>
        Check the files
      </button>
    </form>
  );
}
