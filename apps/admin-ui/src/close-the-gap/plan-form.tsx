import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react';
import type { Unit } from '../api/queries';
import { Chooser } from '../controls/chooser';
import { ErrorSummary } from '../forms/error-summary';
import { problemsOf } from '../forms/problems';
import { useChange } from '../forms/use-change';
import { LeverTable } from './lever-table';
import { LimitTable } from './limit-table';
import { firstForm, FUTURES, OBJECTIVES, offerOf, poolable, type PlanForm as Form } from './plan-form-state';
import { requestOf, type FormFault } from './plan-request';
import { PoolTable } from './pool-table';
import type { PlanOffer, ProposalDetail } from './proposal-types';

interface PlanFormProps {
  readonly unit: Unit;
  readonly offer: PlanOffer;
  /** What the form starts with. */
  readonly start: Form;
  /** Whether it was filled in for whoever pressed for it, who is then led to it. */
  readonly isRevised: boolean;
  /** Whether several organisations plan together, and may share what they find. */
  readonly isShared: boolean;
  readonly onChange: (form: Form) => void;
  readonly onAsked: (id: string) => void;
}

interface ChoicesProps {
  readonly offer: PlanOffer;
  readonly form: Form;
  readonly onChange: (part: Partial<Form>) => void;
}

function Choices({ offer, form, onChange }: ChoicesProps) {
  const { objective, futures, targetYear } = form;
  return (
    <div className="wt-toolbar">
      <Chooser
        label="Staff group"
        value={form.staffGroup}
        options={offer.staffGroups.map(({ code, name }) => ({ value: code, label: name }))}
        onChoose={(staffGroup) =>
          onChange({ ...firstForm(offer, { staffGroup, targetYear }), objective, futures })
        }
      />
      <Chooser
        label="Find the plan with"
        value={objective}
        options={OBJECTIVES}
        onChoose={(next) => onChange({ objective: next as Form['objective'] })}
      />
      <Chooser
        label="Check it"
        value={futures}
        options={FUTURES}
        onChoose={(next) => onChange({ futures: next })}
      />
    </div>
  );
}

/** Asks the optimiser, or says what can't be asked as it is typed. */
function useAsk({ unit, offer, onAsked }: Pick<PlanFormProps, 'unit' | 'offer' | 'onAsked'>, form: Form) {
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const ask = useChange<ProposalDetail>(['proposals'], (made) => onAsked(made.id));
  const refused = useMemo(() => problemsOf(ask.error), [ask.error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { request, faults: found } = requestOf(offer, form);
    setFaults(found);
    if (found.length > 0) return;
    const body = { ...unit, request };
    ask.mutate({ method: 'POST', path: '/proposals', body, done: 'Asked. The plan is being worked out.' });
  };
  return { faults, refused, submit, isPending: ask.isPending };
}

/** What must hold, what may move and how far; asks the optimiser for the best plan. */
export function PlanForm(props: PlanFormProps) {
  const { offer, start, isRevised, isShared, onChange } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isRevised) heading.current?.focus();
  }, [isRevised]);
  const [form, setForm] = useState<Form>(start);
  const { faults, refused, submit, isPending } = useAsk(props, form);
  const { limits, levers } = offerOf(offer, form.staffGroup);
  const change = (part: Partial<Form>) => {
    const next = { ...form, ...part };
    setForm(next);
    onChange(next);
  };
  return (
    <form className="wt-card" aria-labelledby={id} onSubmit={submit} noValidate>
      <h2 className="nhsuk-heading-m wt-card__heading" id={id} tabIndex={-1} ref={heading}>
        What must hold and what may move
      </h2>
      {faults.length > 0 ? (
        <ErrorSummary id={id} problems={faults} />
      ) : (
        <ErrorSummary id={id} problems={refused} fields={[]} />
      )}
      <Choices offer={offer} form={form} onChange={change} />
      <LimitTable
        id={id}
        years={offer.years}
        limits={limits}
        bounds={form.bounds}
        onChange={(key, text) => change({ bounds: { ...form.bounds, [key]: text } })}
      />
      <LeverTable id={id} levers={levers} form={form} onChange={change} />
      {isShared ? (
        <PoolTable
          id={id}
          years={offer.years}
          levers={poolable(levers).filter(({ lever }) => !form.out.includes(lever))}
          pools={form.pools}
          onChange={(key, text) => change({ pools: { ...form.pools, [key]: text } })}
        />
      ) : null}
      <button
        type="submit"
        className="nhsuk-button nhsuk-button--small wt-button nhsuk-u-margin-top-4"
        disabled={isPending}
      >
        Find the plan
      </button>
    </form>
  );
}
