import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { ErrorSummary } from '../forms/error-summary';
import { problemsOf } from '../forms/problems';
import { useChange } from '../forms/use-change';
import { assumptionsAddress } from '../plan/addresses';
import { formatPounds } from '../words/numbers';
import type { ProposalDetail, ProposalLine } from './proposal-types';

interface ProposedLinesCardProps {
  readonly proposal: ProposalDetail;
  readonly canEdit: boolean;
}

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

function LineRow({
  line,
  isChosen,
  canEdit,
  onChoose,
}: {
  readonly line: ProposalLine;
  readonly isChosen: boolean;
  readonly canEdit: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}) {
  const { label, organisation, amounts, unit, cost, accepted } = line;
  const name = `${label}, ${organisation.name}`;
  return (
    <tr>
      <th scope="row">
        {canEdit && accepted === null ? (
          <label className="wt-check">
            <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />{' '}
            {name}
          </label>
        ) : (
          name
        )}
      </th>
      <td>
        {amounts.map((amount) => WHOLE.format(amount)).join('; ')}
        <span className="wt-cell-note">{unit}</span>
      </td>
      <td className="wt-number">{formatPounds(cost)}</td>
      <td>
        {accepted === null ? (
          'Proposed'
        ) : (
          <Link
            to={`${assumptionsAddress({ scenarioId: accepted.scenario.id, organisationId: organisation.id })}?module=all&rows=entered`}
          >
            Accepted into {accepted.scenario.name}
            <span className="nhsuk-u-visually-hidden">: {name}</span>
          </Link>
        )}
      </td>
    </tr>
  );
}

interface AcceptFieldsProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly sentence: string;
  readonly isDisabled: boolean;
}

function AcceptFields({ name, onName, sentence, isDisabled }: AcceptFieldsProps) {
  return (
    <>
      <label className="nhsuk-label wt-field__label" htmlFor="lines-name">
        Name of a new what-if that takes them
      </label>
      <p className="nhsuk-hint wt-form-hint" id="lines-hint">
        Leave it blank to change this scenario itself. What is accepted is marked “proposed by optimiser”: a
        person gives it a basis before anything is submitted.
      </p>
      <input
        id="lines-name"
        className="nhsuk-input wt-input"
        aria-describedby="lines-hint"
        autoComplete="off"
        maxLength={120}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      <p>
        <button type="submit" className="nhsuk-button nhsuk-button--small wt-button" disabled={isDisabled}>
          {sentence}
        </button>
      </p>
    </>
  );
}

function LinesHead({ years }: { readonly years: ProposalDetail['years'] }) {
  return (
    <thead>
      <tr>
        <th scope="col">Lever and organisation</th>
        <th scope="col">{years.map(({ label }) => label).join('; ')}</th>
        <th scope="col" className="wt-number">
          Cost
        </th>
        <th scope="col">State</th>
      </tr>
    </thead>
  );
}

/** Each lever at each organisation, to be accepted or left. */
export function ProposedLinesCard({ proposal, canEdit }: ProposedLinesCardProps) {
  const { lines, id } = proposal;
  const open = lines.filter(({ accepted }) => accepted === null).map(({ place }) => place);
  const [left, setLeft] = useState<readonly number[]>([]);
  const [name, setName] = useState('');
  const accept = useChange<ProposalDetail>(['proposals', 'rounds', 'assumptions'], () => setLeft([]));
  const chosen = open.filter((place) => !left.includes(place));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const into = name.trim() === '' ? {} : { scenarioName: name.trim() };
    accept.mutate({
      method: 'POST',
      path: `/proposals/${id}/acceptance`,
      body: { lines: chosen, ...into },
      done: 'Accepted. The assumptions are marked as proposed by optimiser.',
    });
  };
  if (lines.length === 0) return null;
  return (
    <form className="wt-card" aria-labelledby="lines" onSubmit={submit}>
      <h2 className="nhsuk-heading-m wt-card__heading" id="lines">
        Accept all or part
      </h2>
      <ErrorSummary id="lines" problems={problemsOf(accept.error)} fields={[]} />
      <div className="wt-scroll" role="region" aria-label="Lines of the proposal, table" tabIndex={0}>
        <table className="wt-table">
          <LinesHead years={proposal.years} />
          <tbody>
            {lines.map((line) => (
              <LineRow
                key={line.place}
                line={line}
                canEdit={canEdit}
                isChosen={!left.includes(line.place)}
                onChoose={(isChosen) =>
                  setLeft(isChosen ? left.filter((place) => place !== line.place) : [...left, line.place])
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {canEdit && open.length > 0 ? (
        <AcceptFields
          name={name}
          onName={setName}
          sentence={`Accept ${chosen.length} of ${open.length}`}
          isDisabled={accept.isPending || chosen.length === 0}
        />
      ) : null}
    </form>
  );
}
