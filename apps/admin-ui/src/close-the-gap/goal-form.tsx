import { useId, useMemo, useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { PARAMETERS } from '#modules/registry';
import type { Unit } from '../api/queries';
import { Chooser } from '../controls/chooser';
import { LabelledInput } from '../controls/labelled-input';
import { ErrorSummary } from '../forms/error-summary';
import { problemsOf } from '../forms/problems';
import { useChange } from '../forms/use-change';
import { readNumber } from './plan-form-state';
import type { PlanOffer, ProposalDetail } from './proposal-types';

const SOLVABLE = PARAMETERS.filter(
  ({ perStaffGroup, perYear, unit }) => perStaffGroup && perYear && unit !== 'choice',
);
const FIGURES = [
  { value: 'shortfall', label: 'Shortfall after bank and agency, WTE' },
  { value: 'staff-in-post', label: 'Staff in post, WTE' },
  { value: 'pay-bill', label: 'Pay bill of the year, pounds' },
] as const;
const SENSES = [
  { value: 'exactly', label: 'exactly' },
  { value: 'at-most', label: 'at most' },
  { value: 'at-least', label: 'at least' },
] as const;

interface GoalFormProps {
  readonly unit: Unit;
  readonly offer: PlanOffer;
  readonly onAsked: (id: string) => void;
}

interface Goal {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly low: string;
  readonly high: string;
  readonly figure: string;
  readonly sense: string;
  readonly value: string;
  readonly year: string;
}

function firstGoal({ staffGroups, years }: PlanOffer): Goal {
  return {
    parameter: 'retention.leaver-rate',
    staffGroup: staffGroups[0]?.code ?? '',
    low: '1%',
    high: '20%',
    figure: 'shortfall',
    sense: 'at-most',
    value: '0',
    year: String(years.at(-1)?.year ?? ''),
  };
}

const ADDRESS = 'goal.';

/** The goal that an address holds; what it doesn't name is as the form starts. */
function goalOfAddress(offer: PlanOffer, search: URLSearchParams): Goal {
  const first = firstGoal(offer);
  const named = Object.keys(first).map((field) => [field, search.get(ADDRESS + field)] as const);
  return { ...first, ...Object.fromEntries(named.filter(([, value]) => value !== null)) };
}

/** What is asked of the service; null where a number can't be read. */
function requestOf({ years }: PlanOffer, goal: Goal) {
  const low = readNumber(goal.low)?.value;
  const high = readNumber(goal.high)?.value;
  const value = readNumber(goal.value)?.value;
  if (low === undefined || high === undefined || value === undefined) return null;
  const { parameter, staffGroup, figure, sense, year } = goal;
  const fromYear = years[0]?.year ?? 0;
  const target = { figure, sense, year: Number(year), value };
  return { kind: 'goal', parameter, staffGroup, low, high, fromYear, target };
}

const UNREAD = [{ field: '', message: 'Enter numbers for lowest, highest and target.' }];

interface GoalFieldsProps {
  readonly offer: PlanOffer;
  readonly goal: Goal;
  readonly onChange: (part: Partial<Goal>) => void;
}

function GoalFields({ offer, goal, onChange: change }: GoalFieldsProps) {
  return (
    <div className="wt-toolbar">
      <Chooser
        label="Assumption"
        value={goal.parameter}
        options={SOLVABLE.map(({ key, label }) => ({ value: key, label }))}
        onChoose={(parameter) => change({ parameter })}
      />
      <Chooser
        label="Staff group of the assumption"
        value={goal.staffGroup}
        options={offer.staffGroups.map(({ code, name }) => ({ value: code, label: name }))}
        onChoose={(staffGroup) => change({ staffGroup })}
      />
      <LabelledInput size={9} label="Lowest" value={goal.low} onChange={(low) => change({ low })} />
      <LabelledInput size={9} label="Highest" value={goal.high} onChange={(high) => change({ high })} />
      <Chooser
        label="So that"
        value={goal.figure}
        options={FIGURES}
        onChoose={(figure) => change({ figure })}
      />
      <Chooser label="is" value={goal.sense} options={SENSES} onChoose={(sense) => change({ sense })} />
      <LabelledInput size={9} label="Target" value={goal.value} onChange={(value) => change({ value })} />
      <Chooser
        label="In"
        value={goal.year}
        options={offer.years.map(({ year, label }) => ({ value: String(year), label }))}
        onChoose={(year) => change({ year })}
      />
    </div>
  );
}

/** Which value of one assumption reaches one target. */
export function GoalForm({ unit, offer, onAsked }: GoalFormProps) {
  const id = useId();
  const ask = useChange<ProposalDetail>(['proposals'], (made) => onAsked(made.id));
  const [search, setSearch] = useSearchParams();
  const [goal, setGoal] = useState(() => goalOfAddress(offer, search));
  const refused = useMemo(() => problemsOf(ask.error), [ask.error]);
  const change = (part: Partial<Goal>) => {
    setGoal((before) => ({ ...before, ...part }));
    const named = Object.entries(part).map(([field, value]) => [ADDRESS + field, value] as const);
    setSearch(
      (current) => new URLSearchParams({ ...Object.fromEntries(current), ...Object.fromEntries(named) }),
      { replace: true, preventScrollReset: true },
    );
  };
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request = requestOf(offer, goal);
    setWrong(request === null);
    if (request === null) return;
    const body = { ...unit, request };
    ask.mutate({ method: 'POST', path: '/proposals', body, done: 'Asked. The value is being worked out.' });
  };
  return (
    <form className="wt-card" aria-labelledby={id} onSubmit={submit} noValidate>
      <h2 className="nhsuk-heading-m wt-card__heading" id={id}>
        One assumption for one target
      </h2>
      <ErrorSummary id={id} problems={isWrong ? UNREAD : refused} fields={[]} />
      <GoalFields offer={offer} goal={goal} onChange={change} />
      <button
        type="submit"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        disabled={ask.isPending}
      >
        Find the value
      </button>
    </form>
  );
}
