import { useId, useState, type FormEvent } from 'react';
import { LINE_NAMES, UNIT_NAMES } from '#views/lists';
import type { Threshold, YearComparison } from '../api/monitoring-types';
import { FormActions } from '../forms/form-actions';
import { Details } from '../controls/details';
import { useMay } from '../session/use-may';
import { formatDay } from '../words/dates';
import { ChangeFaults } from './change-faults';
import { enteredFigure, figureToType } from './entered-figure';
import { useYearChange } from './use-year-change';

interface ThresholdsProps {
  readonly organisationId: string;
  readonly comparison: YearComparison;
}

const FIELDS = [
  ['watch', 'Watch from, % of plan'],
  ['act', 'Act from, % of plan'],
  ['smallest', 'Never below'],
] as const;
type Field = (typeof FIELDS)[number][0];
type Texts = ReadonlyMap<string, string>;

const keyOf = (line: string, field: Field): string => `${line} ${field}`;

/** Shares are shown in per cent; the smallest variance in the unit of its line. */
function textOf(threshold: Threshold, field: Field, line: YearComparison['lines'][number]): string {
  if (field !== 'smallest') return figureToType(threshold[field], 'share');
  return figureToType(threshold.smallest / line.scale, line.unit);
}

/** The thresholds as they are typed; null where a field can't be read. */
function typedThresholds(
  { lines, thresholds }: YearComparison,
  texts: Texts,
): Readonly<Record<string, Threshold>> | null {
  const entries = lines.map((line) => {
    const before = thresholds.lines[line.line];
    const read = (field: Field) =>
      enteredFigure(
        texts.get(keyOf(line.line, field)) ?? (before === undefined ? '' : textOf(before, field, line)),
        field === 'smallest' ? line.unit : 'share',
      );
    const [watch, act, smallest] = [read('watch'), read('act'), read('smallest')];
    return watch === null || act === null || smallest === null
      ? null
      : ([line.line, { watch, act, smallest: Math.round(smallest * line.scale) }] as const);
  });
  const known = entries.filter((entry) => entry !== null);
  return known.length === entries.length ? Object.fromEntries(known) : null;
}

interface TableProps {
  readonly comparison: YearComparison;
  readonly texts: Texts;
  readonly isReadOnly: boolean;
  readonly onType: (key: string, text: string) => void;
}

function ThresholdTable({ comparison, texts, isReadOnly, onType }: TableProps) {
  return (
    <div className="wt-scroll" role="region" aria-label="Thresholds, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Line</th>
            {FIELDS.map(([field, head]) => (
              <th key={field} scope="col" className="wt-number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.lines.map((line) => {
            const threshold = comparison.thresholds.lines[line.line];
            const name = LINE_NAMES[line.line] ?? line.line;
            return threshold === undefined ? null : (
              <tr key={line.line}>
                <th scope="row">
                  {name} ({UNIT_NAMES[line.unit]})
                </th>
                {FIELDS.map(([field, head]) => {
                  const key = keyOf(line.line, field);
                  const text = texts.get(key) ?? textOf(threshold, field, line);
                  return (
                    <td key={field} className="wt-number">
                      {isReadOnly ? (
                        text
                      ) : (
                        <input
                          className="nhsuk-input wt-input wt-number"
                          size={7}
                          inputMode="decimal"
                          autoComplete="off"
                          aria-label={`${name}: ${head}`}
                          value={text}
                          onChange={(event) => onType(key, event.target.value)}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** From where on a variance of the year is flagged. */
export function ThresholdsCard({ organisationId, comparison }: ThresholdsProps) {
  const id = useId();
  const mayEdit = useMay('plans:edit');
  const [texts, setTexts] = useState<Texts>(new Map());
  const [isUnread, setUnread] = useState(false);
  const leave = () => setTexts(new Map());
  const change = useYearChange(leave);
  const { version, author, at } = comparison.thresholds;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const thresholds = typedThresholds(comparison, texts);
    setUnread(thresholds === null);
    if (thresholds === null) return;
    const { firstYear } = comparison.year;
    change.send(
      'thresholds',
      { organisationId, firstYear, baseVersion: version, thresholds },
      'Thresholds saved.',
    );
  };
  return (
    <Details summary="From where on a variance is flagged">
      <p>
        {author === null || at === null
          ? 'These are the thresholds that every year begins with: judgement, not a rule.'
          : `Set by ${author} on ${formatDay(at)}.`}{' '}
        A variance is flagged, either way, once it reaches the share of the plan and the smallest size.
      </p>
      <form onSubmit={submit} noValidate aria-label="Thresholds">
        <ChangeFaults id={id} change={change} fields={[]} />
        {isUnread ? (
          <p className="nhsuk-error-message" role="alert">
            Each threshold is a number from 0 up.
          </p>
        ) : null}
        <ThresholdTable
          comparison={comparison}
          texts={texts}
          isReadOnly={!mayEdit}
          onType={(key, text) => setTexts(new Map([...texts, [key, text]]))}
        />
        {mayEdit && texts.size > 0 ? (
          <FormActions label="Save the thresholds" isPending={change.isPending} onCancel={leave} />
        ) : null}
      </form>
    </Details>
  );
}
