import { useMemo, useState, type FormEvent } from 'react';
import { PROPOSED_BY_OPTIMISER } from '#modules/registry';
import { ViewLinks } from '../downloads/view-links';
import { ErrorSummary } from '../forms/error-summary';
import { problemsOf } from '../forms/problems';
import { useChange } from '../forms/use-change';
import { OrganisationRows } from './line-rows';
import type { ProposalDetail, ProposalLine } from './proposal-types';
import { YearHeads } from './year-heads';

interface ProposedLinesCardProps {
  readonly proposal: ProposalDetail;
  readonly canEdit: boolean;
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
      <label className="nhsuk-label wt-field__label nhsuk-u-margin-top-4" htmlFor="lines-name">
        Name of a new what-if that takes them
      </label>
      <p className="nhsuk-hint wt-form-hint" id="lines-hint">
        Leave it blank to change this scenario itself. What is accepted is marked “{PROPOSED_BY_OPTIMISER}”: a
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

/** The lines of each organisation, in the order of the proposal. */
function byOrganisation(lines: readonly ProposalLine[]): readonly (readonly ProposalLine[])[] {
  const ids = [...new Set(lines.map(({ organisation }) => organisation.id))];
  return ids.map((id) => lines.filter(({ organisation }) => organisation.id === id));
}

type LinesTableProps = ProposedLinesCardProps & {
  readonly chosen: readonly number[];
  readonly onChoose: (places: readonly number[], isChosen: boolean) => void;
};

function LinesTable({ proposal: { lines, years }, canEdit, chosen, onChoose }: LinesTableProps) {
  const groups = byOrganisation(lines);
  return (
    <div className="wt-scroll" role="region" aria-label="Lines of the proposal, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">{groups.length > 1 ? 'Organisation and lever' : 'Lever'}</th>
            <YearHeads years={years} className="wt-number" />
            <th scope="col" className="wt-number">
              Cost
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        {groups.map((own) => (
          <OrganisationRows
            key={own[0]?.organisation.id}
            lines={own}
            years={years}
            chosen={chosen}
            canEdit={canEdit}
            isOneOfMany={groups.length > 1}
            onChoose={onChoose}
          />
        ))}
      </table>
    </div>
  );
}

/** Each lever at each organisation, to be accepted or left. */
export function ProposedLinesCard({ proposal, canEdit }: ProposedLinesCardProps) {
  const { lines, id } = proposal;
  const open = lines.filter(({ accepted }) => accepted === null).map(({ place }) => place);
  const [left, setLeft] = useState<readonly number[]>([]);
  const [name, setName] = useState('');
  const accept = useChange<ProposalDetail>(['proposals', 'rounds', 'assumptions'], () => setLeft([]));
  const refused = useMemo(() => problemsOf(accept.error), [accept.error]);
  const chosen = open.filter((place) => !left.includes(place));
  const choose = (places: readonly number[], isChosen: boolean) =>
    setLeft((before) => {
      const others = before.filter((place) => !places.includes(place));
      return isChosen ? others : [...others, ...places];
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const into = name.trim() === '' ? {} : { scenarioName: name.trim() };
    accept.mutate({
      method: 'POST',
      path: `/proposals/${id}/acceptance`,
      body: { lines: chosen, ...into },
      done: `Accepted. The assumptions are marked as ${PROPOSED_BY_OPTIMISER}.`,
    });
  };
  if (lines.length === 0) return null;
  return (
    <form className="wt-card" aria-labelledby="lines" onSubmit={submit}>
      <h2 className="nhsuk-heading-m wt-card__heading" id="lines">
        Accept all or part
      </h2>
      <ErrorSummary id="lines" problems={refused} fields={[]} />
      <LinesTable proposal={proposal} canEdit={canEdit} chosen={chosen} onChoose={choose} />
      <div className="wt-table-foot">
        <p className="wt-caption">What changes from the plan, at each organisation in each year.</p>
        <ViewLinks title="table Accept all or part" table="lines" />
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
