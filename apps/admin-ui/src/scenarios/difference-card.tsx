import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Unit } from '../api/queries';
import { formatCell, UNIT_WORDS } from '../assumptions/grid/cell-text';
import { ViewLinks } from '../downloads/view-links';
import { assumptionCellAddress, scenariosAddress } from '../plan/addresses';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatQuantity } from '../words/numbers';
import { DifferentEntries } from './different-entries';
import { whereEntered } from './where-entered';
import { differenceQuery, type DifferentAssumption, type ScenarioDifference } from './scenario-queries';

interface YearCellProps {
  readonly assumption: DifferentAssumption;
  readonly index: number;
  readonly span: number;
}

/** A year's value on both sides; a value that is the same on both stands back. */
function YearCell({ assumption, index, span }: YearCellProps) {
  const { parameter, base, changed } = assumption;
  const before = formatCell(base[index]?.value ?? null, parameter);
  const after = formatCell(changed[index]?.value ?? null, parameter);
  if (base[index]?.value === changed[index]?.value) {
    return (
      <td className="wt-number wt-same" colSpan={span}>
        {after}
      </td>
    );
  }
  return (
    <td className="wt-number" colSpan={span}>
      <span className="wt-before">
        <span className="nhsuk-u-visually-hidden">from </span>
        {before}
      </span>{' '}
      <span aria-hidden="true">→</span>{' '}
      <strong>
        <span className="nhsuk-u-visually-hidden">to </span>
        {after}
      </strong>
    </td>
  );
}

interface DifferenceTableProps {
  readonly difference: ScenarioDifference;
  readonly unit: Unit;
}

function DifferenceTable({ difference, unit }: DifferenceTableProps) {
  const years = difference.assumptions.find(({ parameter }) => parameter.perYear)?.years ?? [];
  const columns = Math.max(1, years.length);
  return (
    <div className="wt-scroll" role="region" aria-label="Difference of assumptions, table" tabIndex={0}>
      <table className="wt-table wt-table--report wt-difference">
        <thead>
          <tr>
            <th scope="col" className="wt-sticky">
              Assumption
            </th>
            {years.length === 0 ? (
              <th scope="col" className="wt-number">
                All years
              </th>
            ) : (
              years.map(({ year, label }) => (
                <th key={year} scope="col" className="wt-number">
                  {label}
                </th>
              ))
            )}
            <th scope="col" className="wt-entered">
              Where it was entered
            </th>
          </tr>
        </thead>
        <tbody>
          {difference.assumptions.map((assumption) => {
            const { parameter, staffGroup, changed } = assumption;
            const cell = {
              parameter: parameter.key,
              staffGroup: staffGroup.code,
              year: changed[0]?.year ?? 0,
            };
            return (
              <tr key={`${parameter.key} ${staffGroup.code}`}>
                <th scope="row" className="wt-sticky">
                  <Link to={assumptionCellAddress(unit, cell)}>{parameter.label}</Link>{' '}
                  <span className="wt-unit">{UNIT_WORDS[parameter.unit]}</span>
                  <span className="wt-secondary wt-block">{staffGroup.name}</span>
                </th>
                {changed.map(({ year }, index) => (
                  <YearCell
                    key={year}
                    assumption={assumption}
                    index={index}
                    span={parameter.perYear ? 1 : columns}
                  />
                ))}
                <td className="wt-words">{whereEntered(assumption)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Below({ difference, unit }: DifferenceTableProps) {
  if (difference.below.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s">Changed at organisations under it</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {difference.below.map(({ organisation, values }) => (
          <li key={organisation.id}>
            <Link to={scenariosAddress({ ...unit, organisationId: organisation.id }, [difference.base.id])}>
              {organisation.name}
            </Link>
            : {formatQuantity(values, 'value')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Difference({ difference, unit }: DifferenceTableProps) {
  const { assumptions, entries, below, base, changed } = difference;
  const title = `Difference of assumptions, ${changed.name} and ${base.name}`;
  if (assumptions.length + entries.length + below.length === 0) {
    return (
      <p>
        {changed.name} and {base.name} assume the same here.
      </p>
    );
  }
  const different = [
    ...(assumptions.length === 0 ? [] : [formatQuantity(assumptions.length, 'assumption')]),
    ...(entries.length === 0 ? [] : [formatQuantity(entries.length, 'register entry', 'register entries')]),
  ];
  return (
    <>
      <p className="wt-card__sentence">
        {different.length === 0 ? 'Nothing' : different.join(' and ')}{' '}
        {assumptions.length + entries.length === 1 ? 'differs' : 'differ'} here from {base.name}. What is the
        same is left out.
      </p>
      {assumptions.length === 0 ? null : <DifferenceTable difference={difference} unit={unit} />}
      {assumptions.length === 0 ? null : <ViewLinks title={`table ${title}`} table="difference" />}
      <DifferentEntries entries={entries} baseName={base.name} />
      <Below difference={difference} unit={unit} />
    </>
  );
}

interface DifferenceCardProps {
  readonly unit: Unit;
  readonly baseScenarioId: string;
  /** The result shown for the scenario; null before the first. */
  readonly resultId: string | null;
}

/** What two scenarios assume differently: changed assumptions only, as they are in force on both sides. */
export function DifferenceCard({ unit, baseScenarioId, resultId }: DifferenceCardProps) {
  const difference = useQuery(differenceQuery(unit, baseScenarioId, resultId));
  return (
    <section className="wt-card" aria-labelledby="difference-of-assumptions">
      <h2 className="nhsuk-heading-m wt-card__heading" id="difference-of-assumptions">
        Difference of assumptions
      </h2>
      {difference.isPending ? <Loading what="the difference" /> : null}
      {difference.isError ? (
        <Failure error={difference.error} what="the difference" onRetry={() => void difference.refetch()} />
      ) : null}
      {difference.data === undefined ? null : <Difference difference={difference.data} unit={unit} />}
    </section>
  );
}
