import { useQuery } from '@tanstack/react-query';
import { Navigate, Route, Routes } from 'react-router';
import { ApiError } from '../api/api-error';
import { sessionQuery } from '../api/queries';
import { SectionNavigation } from '../listings/section-navigation';
import { PageTitle } from '../shell/page-title';
import { Failure } from '../states/failure';
import { AuditPage } from './audit/audit.page';
import { ClientsPage } from './clients/clients.page';
import { JobsPage } from './jobs/jobs.page';
import { PeoplePage } from './people/people.page';
import { SchedulesPage } from './schedules/schedules.page';

const PAGES = [
  { to: '/administration/people', label: 'People', permission: 'people:read', page: PeoplePage },
  { to: '/administration/clients', label: 'API clients', permission: 'api-clients:read', page: ClientsPage },
  { to: '/administration/schedules', label: 'Schedules', permission: 'people:read', page: SchedulesPage },
  { to: '/administration/jobs', label: 'Jobs', permission: 'jobs:read', page: JobsPage },
  { to: '/administration/audit', label: 'Audit trail', permission: 'audit:read', page: AuditPage },
] as const;

/** People, clients, schedules, jobs and the audit trail: for administrators and auditors. */
export default function AdministrationPage() {
  const { data: session } = useQuery(sessionQuery);
  const permissions = session?.permissions ?? [];
  const open = PAGES.filter(({ permission }) => permissions.includes(permission));
  const [first] = open;
  if (first === undefined) {
    return (
      <>
        <PageTitle parts={['Administration']} />
        <h1 className="nhsuk-heading-l">Administration</h1>
        <Failure error={new ApiError(403, {})} what="administration" />
      </>
    );
  }
  return (
    <>
      <SectionNavigation label="Administration" pages={open} />
      <Routes>
        {open.map(({ to, page: Page }) => (
          <Route key={to} path={to.replace('/administration/', '')} element={<Page />} />
        ))}
        <Route path="*" element={<Navigate to={first.to} replace />} />
      </Routes>
    </>
  );
}
