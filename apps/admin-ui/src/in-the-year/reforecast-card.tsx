import { useId, useState, type FormEvent } from 'react';
import { REPORTED_NAMES, UNIT_NAMES } from '#views/lists';
import type { ExpectedLine, YearComparison } from '../api/monitoring-types';
import { Chooser } from '../controls/chooser';
import { LongTextField } from '../forms/fields';
import { FormActions } from '../forms/form-actions';
import { messageAt } from '../forms/problems';
import { ViewLinks } from '../downloads/view-links';
import { useMay } from '../session/use-may';
import { FigureRegion } from '../shell/figure-region';
import { useAddressView } from '../shell/use-address-view';
import { formatDay, formatMonth } from '../words/dates';
import { ChangeFaults } from './change-faults';
import { exactChange, exactFigure } from './comparison-words';
import { PlanFigure } from './plan-figure';
import { nextReforecast, placeOf, textAt, type TypedFigures } from './reforecast-draft';
import { useYearChange } from './use-year-change';

const ALL_STAFF = 'all-staff';

interface ReforecastProps {
  readonly organisationId: string;
  readonly comparison: YearComparison;
}

interface TableProps extends ReforecastProps {
  readonly line: ExpectedLine;
  /** Null while nothing is being entered. */
  readonly typed: TypedFigures | null;
  readonly onType: (place: string, text: string) => void;
}

/** The months that are left: plan, what is expected, the difference. */
function LeftTable({ organisationId, comparison, line, typed, onType }: TableProps) {
  const { staffGroup, months, expected } = comparison;
  const nameOfMonth = (month: number) => formatMonth(months[month] ?? '');
  return (
    <FigureRegion label="Months that are left, table">
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Month ({UNIT_NAMES[line.unit]})</th>
            {['Plan', 'Reforecast', 'Difference'].map((head) => (
              <th key={head} scope="col" className="wt-number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line.months.map((each) => {
            const place = { staffGroup, month: months[each.month] ?? '', line: line.line };
            return (
              <tr key={each.month}>
                <th scope="row">{nameOfMonth(each.month)}</th>
                <td className="wt-number">
                  <PlanFigure {...{ organisationId, comparison }} line={line.line} month={each.month}>
                    {exactFigure(each.plan, line)}
                  </PlanFigure>
                </td>
                <td className="wt-number">
                  {typed === null ? (
                    each.expected === null ? (
                      '–'
                    ) : (
                      exactFigure(each.expected, line)
                    )
                  ) : (
                    <input
                      className="nhsuk-input wt-input wt-number"
                      size={9}
                      inputMode="decimal"
                      autoComplete="off"
                      aria-label={`${REPORTED_NAMES[line.line] ?? line.line} expected in ${nameOfMonth(each.month)}`}
                      placeholder={each.plan === null ? '' : exactFigure(each.plan, line)}
                      value={textAt(typed, expected, place, line.unit)}
                      onChange={(event) => onType(placeOf(place), event.target.value)}
                    />
                  )}
                </td>
                <td className="wt-number">
                  {each.difference === null ? '–' : exactChange(each.difference, line)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </FigureRegion>
  );
}

/** What is being typed, kept while other staff groups and lines are shown, until it is saved or left. */
function useDraft({ organisationId, comparison }: ReforecastProps) {
  const [typed, setTyped] = useState<TypedFigures | null>(null);
  const [reason, setReason] = useState('');
  const [unread, setUnread] = useState<string | null>(null);
  const leave = () => {
    setTyped(null);
    setReason('');
    setUnread(null);
  };
  const change = useYearChange(leave);
  const save = () => {
    const { figures, unread: faults } = nextReforecast(comparison, typed ?? new Map());
    const [fault] = faults;
    setUnread(fault === undefined ? null : `“${fault.text}” is not a number from 0 up.`);
    if (fault !== undefined) return;
    const baseVersion = comparison.reforecasts[0]?.version ?? 0;
    const { firstYear } = comparison.year;
    change.send(
      'reforecasts',
      { organisationId, firstYear, baseVersion, reason: reason.trim(), figures },
      'Reforecast saved. The agreed plan stays as it is.',
    );
  };
  const type = (place: string, text: string) => setTyped(new Map([...(typed ?? []), [place, text]]));
  return { typed, reason, unread, change, save, type, leave, begin: () => setTyped(new Map()), setReason };
}

function LatestReforecast({ comparison }: { readonly comparison: YearComparison }) {
  const [latest] = comparison.reforecasts;
  if (latest === undefined) {
    return <p>Nothing is reforecast: the months that are left are expected as planned.</p>;
  }
  return (
    <p>
      “{latest.reason}” Version {latest.version}, {latest.author}, {formatDay(latest.at)}. The agreed plan is
      not touched by it.
    </p>
  );
}

interface SavingProps {
  readonly id: string;
  readonly draft: ReturnType<typeof useDraft>;
  readonly typed: TypedFigures;
}

/** Why it is reforecast, and saving it. */
function Saving({ id, draft, typed }: SavingProps) {
  return (
    <>
      <p className="wt-meta">
        {typed.size === 0 ? 'Nothing is typed yet.' : `${typed.size} typed.`} An empty field is expected as
        planned. Other staff groups and lines can be chosen before saving.
      </p>
      <LongTextField
        id={`${id}-reason`}
        label="Why is it reforecast?"
        value={draft.reason}
        problem={messageAt(draft.change.problems, 'reason')}
        onChange={draft.setReason}
      />
      <FormActions label="Save the reforecast" isPending={draft.change.isPending} onCancel={draft.leave} />
    </>
  );
}

interface BeginProps {
  readonly isOneGroup: boolean;
  readonly onBegin: () => void;
}

function Begin({ isOneGroup, onBegin }: BeginProps) {
  return (
    <p className="wt-attention__actions">
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        disabled={!isOneGroup}
        onClick={onBegin}
      >
        Reforecast
      </button>
      {isOneGroup ? null : <span className="wt-meta">Choose a staff group to reforecast it.</span>}
    </p>
  );
}

/** What is expected of the months that are left, beside the plan, which it never changes. */
export function ReforecastCard(props: ReforecastProps) {
  const { comparison } = props;
  const id = useId();
  const mayEdit = useMay('plans:edit');
  const { search, change } = useAddressView();
  const lineCode = search.get('expected') ?? 'joiners';
  const draft = useDraft(props);
  const line = comparison.left.find((each) => each.line === lineCode) ?? comparison.left[0];
  if (line === undefined || line.months.length === 0) return null;
  const isOneGroup = comparison.staffGroup !== ALL_STAFF;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draft.save();
  };
  return (
    <section className="wt-card" aria-label="Reforecast">
      <h2 className="nhsuk-heading-m wt-card__heading">Reforecast</h2>
      <LatestReforecast comparison={comparison} />
      <form onSubmit={submit} noValidate aria-label="Reforecast the months that are left">
        <ChangeFaults id={id} change={draft.change} fields={['reason']} />
        <div className="wt-toolbar">
          <Chooser
            label="What is expected of"
            value={line.line}
            options={comparison.left.map((each) => ({
              value: each.line,
              label: REPORTED_NAMES[each.line] ?? each.line,
            }))}
            onChoose={(chosen) => change({ expected: chosen })}
          />
        </div>
        <LeftTable
          organisationId={props.organisationId}
          comparison={comparison}
          line={line}
          typed={isOneGroup ? draft.typed : null}
          onType={draft.type}
        />
        <ViewLinks title="table Months that are left" table="left" />
        {draft.unread === null ? null : (
          <p className="nhsuk-error-message" role="alert">
            {draft.unread} Write digits, for instance 1234.5; shares in per cent.
          </p>
        )}
        {draft.typed === null ? null : <Saving id={id} draft={draft} typed={draft.typed} />}
      </form>
      {mayEdit && draft.typed === null ? <Begin isOneGroup={isOneGroup} onBegin={draft.begin} /> : null}
    </section>
  );
}
