import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { assumptionsAddress } from '../plan/addresses';
import { formatPercent, formatPounds } from '../words/numbers';
import type { ProposalLine, YearName } from './proposal-types';

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

const amountText = (amount: number, unit: string): string =>
  unit.startsWith('share') ? formatPercent(amount) : WHOLE.format(amount);

interface TickProps {
  readonly name: ReactNode;
  readonly isTicked: boolean;
  /** Whether some are and some are not. */
  readonly isMixed?: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function Tick({ name, isTicked, isMixed = false, onTick }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <label className="wt-check">
      <input
        ref={box}
        type="checkbox"
        checked={isTicked}
        onChange={(event) => onTick(event.target.checked)}
      />{' '}
      {name}
    </label>
  );
}

interface LineRowProps {
  readonly line: ProposalLine;
  readonly years: readonly YearName[];
  readonly isChosen: boolean;
  readonly canEdit: boolean;
  readonly onChoose: (places: readonly number[], isChosen: boolean) => void;
}

function LineRow({ line, years, isChosen, canEdit, onChoose }: LineRowProps) {
  const { label, organisation, amounts, unit, cost, accepted, place } = line;
  const at = <span className="nhsuk-u-visually-hidden">, {organisation.name}</span>;
  const name = (
    <>
      {label}
      {at}
    </>
  );
  return (
    <tr>
      <th scope="row">
        {canEdit && accepted === null ? (
          <Tick name={name} isTicked={isChosen} onTick={(isTicked) => onChoose([place], isTicked)} />
        ) : (
          name
        )}
        <span className="wt-cell-note">{unit}</span>
      </th>
      {years.map(({ year }, index) => (
        <td key={year} className="wt-number">
          {amountText(amounts[index] ?? 0, unit)}
        </td>
      ))}
      <td className="wt-number">{formatPounds(cost)}</td>
      <td>
        {accepted === null ? (
          'Proposed'
        ) : (
          <Link
            to={`${assumptionsAddress({ scenarioId: accepted.scenario.id, organisationId: organisation.id })}?module=all&rows=entered`}
          >
            Accepted into {accepted.scenario.name}
            <span className="nhsuk-u-visually-hidden">: {label}</span>
            {at}
          </Link>
        )}
      </td>
    </tr>
  );
}

interface OrganisationRowsProps extends Omit<LineRowProps, 'line' | 'isChosen'> {
  readonly lines: readonly ProposalLine[];
  readonly chosen: readonly number[];
  /** Whether there are others beside it. */
  readonly isOneOfMany: boolean;
}

/** The lines of an organisation, with all of them as one choice where there are several organisations. */
export function OrganisationRows({ lines, chosen, isOneOfMany, ...row }: OrganisationRowsProps) {
  const open = lines.filter(({ accepted }) => accepted === null).map(({ place }) => place);
  const ticked = open.filter((place) => chosen.includes(place)).length;
  const name = lines[0]?.organisation.name ?? '';
  return (
    <tbody>
      {isOneOfMany ? (
        <tr className="wt-total">
          <th scope="rowgroup">
            {row.canEdit && open.length > 0 ? (
              <Tick
                name={`All of ${name}`}
                isTicked={ticked === open.length}
                isMixed={ticked > 0 && ticked < open.length}
                onTick={(isTicked) => row.onChoose(open, isTicked)}
              />
            ) : (
              name
            )}
          </th>
          <td colSpan={row.years.length} />
          <td className="wt-number">{formatPounds(lines.reduce((sum, { cost }) => sum + cost, 0))}</td>
          <td />
        </tr>
      ) : null}
      {lines.map((line) => (
        <LineRow key={line.place} line={line} isChosen={chosen.includes(line.place)} {...row} />
      ))}
    </tbody>
  );
}
