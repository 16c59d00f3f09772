import { useLocation } from 'react-router';
import type { Session } from '../api/types';
import { formatDayAndTime } from '../words/dates';
import { usePrinting } from './use-printing';

/** Only on paper: whose view of which page it is, and of when. */
export function PrintedLine({ session }: { readonly session: Session | null }) {
  const { pathname, search } = useLocation();
  if (!usePrinting()) return null;
  return (
    <p className="wt-printed">
      Printed {formatDayAndTime(new Date())}
      {session === null ? '' : ` by ${session.person.name}`} from {window.location.origin}
      {pathname}
      {search}
    </p>
  );
}
