import { useId, useState, type FormEvent } from 'react';
import type {
  MonthlyMapping,
  MonthlyReport,
  MonthlyVocabulary,
  UnmappedSource,
} from '../../api/monthly-types';
import { EMPLOYMENT_TEXTS } from '#views/lists';
import { ErrorSummary } from '../../forms/error-summary';
import { problemsOf } from '../../forms/problems';
import { formatCount, formatPounds, formatQuantity } from '../../words/numbers';
import { useMonthlyMapping, type MonthlySubject } from './monthly-queries';
import { SOURCES } from './monthly-words';

interface UnmappedSourcesProps {
  readonly subject: MonthlySubject;
  readonly report: MonthlyReport;
  readonly vocabulary: MonthlyVocabulary;
  readonly mayEdit: boolean;
  /** What is to be done once the mapping is saved; null where the file is not at hand. */
  readonly onSaved: (() => void) | null;
}

type Chosen = Readonly<Record<string, string>>;

const LEFT_OUT = { value: 'left-out', label: 'Left out: not staff of this organisation' };
const PARTS = {
  'cost-centre': 'costCentres',
  'subjective-code': 'subjectiveCodes',
  'staff-group': 'staffGroups',
} as const;

const keyOf = ({ field, value }: UnmappedSource): string => `${field}|${value ?? ''}`;

interface ChoiceProps {
  readonly source: UnmappedSource;
  readonly vocabulary: MonthlyVocabulary;
  readonly chosen: string;
  readonly onChoose: (to: string) => void;
}

/** Where a code or label belongs: a post of a list, or the name of a division. */
function Choice({ source, vocabulary, chosen, onChoose }: ChoiceProps) {
  const name = `${SOURCES[source.field]} ${source.value ?? ''} belongs to`;
  if (source.field === 'cost-centre') {
    return (
      <input
        className="nhsuk-input wt-input"
        aria-label={`${name} division`}
        placeholder="Division, or left-out"
        maxLength={120}
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
      />
    );
  }
  const groups = vocabulary.staffGroups;
  return (
    <select
      className="nhsuk-select wt-select"
      aria-label={name}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">Not mapped</option>
      {source.field === 'staff-group'
        ? groups.map((group) => (
            <option key={group.code} value={group.code}>
              {group.name}
            </option>
          ))
        : [
            <option key={LEFT_OUT.value} value={LEFT_OUT.value}>
              {LEFT_OUT.label}
            </option>,
            ...vocabulary.employments.map((employment) => (
              <optgroup key={employment} label={EMPLOYMENT_TEXTS[employment]}>
                {groups.map((group) => (
                  <option key={group.code} value={`${employment}:${group.code}`}>
                    {EMPLOYMENT_TEXTS[employment]}: {group.name}
                  </option>
                ))}
              </optgroup>
            )),
          ]}
    </select>
  );
}

interface TableProps extends Pick<UnmappedSourcesProps, 'report' | 'vocabulary' | 'mayEdit'> {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function UnmappedTable({ report, vocabulary, mayEdit, chosen, onChoose }: TableProps) {
  return (
    <div className="wt-scroll" role="region" aria-label="Codes that are not mapped, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Kind</th>
            {['Rows', 'Budgeted WTE', 'Worked WTE', 'Actual'].map((heading) => (
              <th key={heading} scope="col" className="wt-number">
                {heading}
              </th>
            ))}
            <th scope="col">Lines, for instance</th>
            <th scope="col">Belongs to</th>
          </tr>
        </thead>
        <tbody>
          {report.unmapped.map((source) => (
            <tr key={keyOf(source)}>
              <th scope="row">
                {source.value ?? 'All others'} {source.name}
              </th>
              <td>{SOURCES[source.field]}</td>
              <td className="wt-number">{source.rows}</td>
              <td className="wt-number">{formatCount(source.budgetedWte)}</td>
              <td className="wt-number">{formatCount(source.workedWte)}</td>
              <td className="wt-number">{formatPounds(source.actual)}</td>
              <td>{source.lines.join(', ')}</td>
              <td className="wt-wide-cell">
                {mayEdit && source.value !== null ? (
                  <Choice
                    source={source}
                    vocabulary={vocabulary}
                    chosen={chosen[keyOf(source)] ?? ''}
                    onChoose={(to) => onChoose({ ...chosen, [keyOf(source)]: to })}
                  />
                ) : (
                  'Not mapped'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function withEntry(mapping: MonthlyMapping, { field, value }: UnmappedSource, to: string): MonthlyMapping {
  const part = PARTS[field];
  return { ...mapping, [part]: { ...mapping[part], [value ?? '']: to } };
}

/** Codes and labels of a file that no mapping knows, each to be mapped at once. */
export function UnmappedSourcesForm(props: UnmappedSourcesProps) {
  const { subject, report, mayEdit, onSaved } = props;
  const id = useId();
  const [chosen, setChosen] = useState<Chosen>({});
  const { save } = useMonthlyMapping(subject, () => onSaved?.());
  const { unmapped, blockedBy } = report;
  if (unmapped.length === 0) return null;
  const entries = unmapped.flatMap((source) => {
    const to = (chosen[keyOf(source)] ?? '').trim();
    return to === '' ? [] : [{ source, to }];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entries.length === 0) return;
    save.mutate((mapping) => entries.reduce((next, { source, to }) => withEntry(next, source, to), mapping));
  };
  return (
    <form className="wt-attention" onSubmit={submit} aria-label="Codes that are not mapped">
      <ErrorSummary id={id} problems={problemsOf(save.error)} fields={[]} />
      <p>
        <strong>
          {blockedBy.length === 0
            ? `${formatQuantity(unmapped.length, 'cost centre')} without a division: they count, and are in no division.`
            : `${formatQuantity(unmapped.length, 'code')} not mapped: no figure of this file is used yet.`}
        </strong>
      </p>
      <UnmappedTable {...props} chosen={chosen} onChoose={setChosen} />
      {mayEdit ? (
        <p className="wt-attention__actions">
          <button
            type="submit"
            className="nhsuk-button nhsuk-button--small wt-button"
            disabled={entries.length === 0 || save.isPending}
          >
            {onSaved === null ? 'Save in the mapping' : 'Save in the mapping and check again'}
          </button>
          {onSaved === null ? <span className="wt-secondary">Then import the file again.</span> : null}
        </p>
      ) : null}
    </form>
  );
}
