import { useId, useState, type FormEvent } from 'react';
import type { Unit } from '../api/queries';
import { Chooser } from '../controls/chooser';
import { ErrorSummary } from '../forms/error-summary';
import { problemsOf } from '../forms/problems';
import { useChange } from '../forms/use-change';
import { LeverTable } from './lever-table';
import { LimitTable } from './limit-table';
import { firstForm, offerOf, requestOf, type PlanForm as Form } from './plan-form-state';
import type { PlanOffer, ProposalDetail } from './proposal-types';

interface PlanFormProps {
  readonly unit: Unit;
  readonly offer: PlanOffer;
  readonly onAsked: (id: string) => void;
}

const OBJECTIVES = [
  { value: 'least-cost', label: 'Least cost' },
  { value: 'least-shortfall', label: 'Least shortfall' },
  { value: 'least-risk', label: 'Least risk: shortfall in nine of ten draws' },
] as const;

/** What must hold, what may move and how far; asks the optimiser for the best plan. */
export function PlanForm({ unit, offer, onAsked }: PlanFormProps) {
  const id = useId();
  const [form, setForm] = useState<Form>(() => firstForm(offer));
  const [faults, setFaults] = useState<readonly { readonly field: string; readonly message: string }[]>([]);
  const ask = useChange<ProposalDetail>(['proposals'], (made) => onAsked(made.id));
  const { limits, levers } = offerOf(offer, form.staffGroup);
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { request, faults: found } = requestOf(offer, form);
    setFaults(found);
    if (found.length > 0) return;
    ask.mutate({
      method: 'POST',
      path: '/proposals',
      body: { ...unit, request },
      done: 'Asked. The plan is being worked out.',
    });
  };
  return (
    <form className="wt-card" aria-labelledby={id} onSubmit={submit} noValidate>
      <h2 className="nhsuk-heading-m wt-card__heading" id={id}>
        What must hold and what may move
      </h2>
      <ErrorSummary id={id} problems={faults.length > 0 ? faults : problemsOf(ask.error)} />
      <div className="wt-toolbar">
        <Chooser
          label="Staff group"
          value={form.staffGroup}
          options={offer.staffGroups.map(({ code, name }) => ({ value: code, label: name }))}
          onChoose={(staffGroup) =>
            change({ ...firstForm({ ...offer, staffGroups: groupFirst(offer, staffGroup) }) })
          }
        />
        <Chooser
          label="Find the plan with"
          value={form.objective}
          options={OBJECTIVES}
          onChoose={(objective) => change({ objective: objective as Form['objective'] })}
        />
      </div>
      <LimitTable
        id={id}
        years={offer.years}
        limits={limits}
        bounds={form.bounds}
        onChange={(key, text) => change({ bounds: { ...form.bounds, [key]: text } })}
      />
      <LeverTable id={id} levers={levers} form={form} onChange={change} />
      <button
        type="submit"
        className="nhsuk-button nhsuk-button--small wt-button nhsuk-u-margin-top-4"
        disabled={ask.isPending}
      >
        Find the plan
      </button>
    </form>
  );
}

function groupFirst({ staffGroups }: PlanOffer, code: string): PlanOffer['staffGroups'] {
  return staffGroups.filter((group) => group.code === code);
}
