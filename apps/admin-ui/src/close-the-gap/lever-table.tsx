import { AmountInput } from './amount-input';
import { mostText, type PlanForm } from './plan-form-state';
import type { OfferedLever } from './proposal-types';

interface LeverTableProps {
  readonly id: string;
  readonly levers: readonly OfferedLever[];
  readonly form: PlanForm;
  readonly onChange: (part: Partial<PlanForm>) => void;
}

interface LeverRowProps extends Omit<LeverTableProps, 'levers'> {
  readonly offered: OfferedLever;
}

function LeverRow({ id, offered, form, onChange }: LeverRowProps) {
  const { lever, label, unit, mostPer, costPer, unitCost, leadMonths } = offered;
  const toggle = (isIn: boolean) =>
    onChange({ out: isIn ? form.out.filter((each) => each !== lever) : [...form.out, lever] });
  return (
    <tr>
      <th scope="row">
        <label className="wt-check">
          <input
            type="checkbox"
            checked={!form.out.includes(lever)}
            onChange={(event) => toggle(event.target.checked)}
          />{' '}
          {label}
        </label>
      </th>
      <td>
        <AmountInput
          id={`${id}-most-${lever}`}
          label={`Most a year of ${label}`}
          text={form.most[lever] ?? mostText(offered)}
          onChange={(text) => onChange({ most: { ...form.most, [lever]: text } })}
        />
        <span className="wt-cell-note">{mostPer === 'head' ? 'of staff' : 'at each'}</span>
      </td>
      <td>
        <AmountInput
          id={`${id}-cost-${lever}`}
          label={`Pounds a unit of ${label}`}
          text={form.cost[lever] ?? String(unitCost)}
          onChange={(text) => onChange({ cost: { ...form.cost, [lever]: text } })}
        />
        <span className="wt-cell-note">{costPer === 'head' ? 'for each member of staff' : ''}</span>
      </td>
      <td>{unit}</td>
      <td>{leadMonths === 0 ? 'at once' : `${leadMonths} months`}</td>
    </tr>
  );
}

/** What may move, how far, and at what price. */
export function LeverTable({ id, levers, form, onChange }: LeverTableProps) {
  return (
    <>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-top-4">Levers</h3>
      <p className="nhsuk-hint wt-form-hint">
        Costs and effects are judgements until you replace them by your own. Pay, recruitment and temporary
        staff are priced by the projection itself. A blank most sets no most.
      </p>
      <div className="wt-scroll" role="region" aria-label="Levers, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">May move</th>
              <th scope="col">Most a year</th>
              <th scope="col">Pounds a unit</th>
              <th scope="col">Unit</th>
              <th scope="col">Acts after</th>
            </tr>
          </thead>
          <tbody>
            {levers.map((offered) => (
              <LeverRow key={offered.lever} id={id} offered={offered} form={form} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
