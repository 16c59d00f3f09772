import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { registersQuery } from '../api/analysis-queries';
import { parametersQuery, type Unit } from '../api/queries';
import { assumptionCellAddress, moduleAddress } from '../plan/addresses';
import { useAnnounce } from '../shell/announcer';
import { financialYear } from '../words/dates';
import { presenceQuery, type OtherVisit } from './presence-query';

/** More names than this help nobody. */
const MOST_NAMED = 3;

/** One visit of each person: the one that stands in a cell or an entry, if any. */
function people(visits: readonly OtherVisit[]): OtherVisit[] {
  const byPerson = new Map<string, OtherVisit>();
  for (const visit of visits) {
    const known = byPerson.get(visit.person.id);
    if (known === undefined || (known.cell === null && known.entry === null))
      byPerson.set(visit.person.id, visit);
  }
  return [...byPerson.values()];
}

/** Says aloud, once for each person, that someone else is here. */
function useArrivals(others: readonly OtherVisit[]): void {
  const announce = useAnnounce();
  const known = useRef(new Set<string>());
  useEffect(() => {
    const arrived = others.filter(({ person }) => !known.current.has(person.id));
    if (arrived.length === 0) return;
    for (const { person } of arrived) known.current.add(person.id);
    announce(`Also here: ${arrived.map(({ person }) => person.name).join(', ')}.`);
  }, [announce, others]);
}

function Place({ unit, visit }: { readonly unit: Unit; readonly visit: OtherVisit }) {
  const { data: catalogue } = useQuery(parametersQuery);
  const { data: registers = [] } = useQuery({ ...registersQuery, enabled: visit.entry !== null });
  const { cell, entry, person } = visit;
  const register = registers.find(({ key }) => key === entry?.register);
  if (entry !== null && register !== undefined) {
    const search = new URLSearchParams({ [`entry.${entry.register}`]: `edit.${entry.entryKey}` });
    return (
      <>
        {person.name}, in{' '}
        <Link to={`${moduleAddress(unit, register.module)}?${search.toString()}`}>{register.label}</Link>
      </>
    );
  }
  if (cell === null) return person.name;
  const label = catalogue?.parameters.find(({ key }) => key === cell.parameter)?.label ?? cell.parameter;
  return (
    <>
      {person.name}, in{' '}
      <Link to={assumptionCellAddress(unit, cell)}>
        {label}, {financialYear(cell.year)}
      </Link>
    </>
  );
}

/** Who else has this projection open, and which assumption or register entry they are in. */
export function AlsoHere({ unit }: { readonly unit: Unit }) {
  const { data = [] } = useQuery(presenceQuery(unit));
  const others = people(data);
  useArrivals(others);
  if (others.length === 0) return null;
  return (
    <span className="wt-also-here" data-others={others.length}>
      Also here:{' '}
      {others.slice(0, MOST_NAMED).map((visit, index) => (
        <span key={visit.visitId}>
          {index === 0 ? '' : '; '}
          <Place unit={unit} visit={visit} />
        </span>
      ))}
      {others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''}
    </span>
  );
}
