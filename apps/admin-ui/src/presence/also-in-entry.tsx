import { useQuery } from '@tanstack/react-query';
import type { Unit } from '../api/queries';
import { presenceQuery, type EntryAddress } from './presence-query';
import { usePlace } from './use-place';

/** Tells others that the person has a register entry open, and who else has it open. */
export function AlsoInEntry({ unit, entry }: { readonly unit: Unit; readonly entry: EntryAddress }) {
  usePlace(unit, { cell: null, entry });
  const { data = [] } = useQuery(presenceQuery(unit));
  const others = data.filter(
    ({ entry: theirs }) => theirs?.register === entry.register && theirs.entryKey === entry.entryKey,
  );
  if (others.length === 0) return null;
  const names = [...new Set(others.map(({ person }) => person.name))].join(', ');
  return <p className="wt-also-here">Also in this entry: {names}</p>;
}
