import { Navigate, Route, Routes } from 'react-router';
import { useMay } from '../session/use-may';
import { ApiError } from '../api/api-error';
import { SectionNavigation } from '../listings/section-navigation';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { BaselinesPage } from './baselines/baselines.page';
import { SnapshotsPage } from './baselines/snapshots.page';
import { EsrPage } from './esr/esr.page';
import { LedgerPage, RosterPage } from './monthly/monthly.page';
import { PublishedFilesPage } from './published/published-files.page';

const PAGES = [
  { to: '/data/baselines', label: 'Baselines', permission: 'baselines:read', page: BaselinesPage },
  { to: '/data/esr', label: 'ESR extracts', permission: 'extracts:read', page: EsrPage },
  { to: '/data/ledger', label: 'Ledger', permission: 'extracts:read', page: LedgerPage },
  { to: '/data/roster', label: 'Roster', permission: 'extracts:read', page: RosterPage },
  {
    to: '/data/published-files',
    label: 'Published files',
    permission: 'imports:read',
    page: PublishedFilesPage,
  },
  { to: '/data/snapshots', label: 'Snapshots', permission: 'baselines:read', page: SnapshotsPage },
] as const;

/** Where the figures come from: baselines, extracts, ledgers, rosters, published files and snapshots. */
export default function DataPage() {
  const may = {
    'baselines:read': useMay('baselines:read'),
    'extracts:read': useMay('extracts:read'),
    'imports:read': useMay('imports:read'),
  };
  const open = PAGES.filter(({ permission }) => may[permission]);
  const [first] = open;
  if (first === undefined) {
    return (
      <>
        <PageTitle parts={['Data']} />
        <h1 className="nhsuk-heading-l">Data</h1>
        <Failure error={new ApiError(403, {})} what="the data" />
      </>
    );
  }
  return (
    <>
      <SectionNavigation label="Data" pages={open} />
      <Routes>
        {open.map(({ to, page: Page }) => (
          <Route key={to} path={to.replace('/data/', '')} element={<Page />} />
        ))}
        <Route path="*" element={<Navigate to={first.to} replace />} />
      </Routes>
    </>
  );
}
