import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { adoptCsrfTokenOf } from './api/api-client';
import { sessionQuery } from './api/queries';
import { SignInPage } from './session/sign-in.page';
import { Announcer } from './shell/announcer';
import { PageFrame } from './shell/page-frame';
import { PageTitle } from './shell/page-title';
import { ApiError } from './api/api-error';
import { PageBoundary } from './states/page-boundary';
import { Failure } from './states/failure';
import { Loading } from './states/loading';

const HomePage = lazy(() => import('./home/home.page'));
const OverviewPage = lazy(() => import('./overview/overview.page'));
const AssumptionsPage = lazy(() => import('./assumptions/assumptions.page'));
const ChangesPage = lazy(() => import('./assumptions/changes.page'));
const ExplanationPage = lazy(() => import('./explanation/explanation.page'));
const AdministrationPage = lazy(() => import('./administration/administration.page'));
const DataPage = lazy(() => import('./data/data.page'));
const AccuracyPage = lazy(() => import('./accuracy/accuracy.page'));
const NationalPage = lazy(() => import('./national/national.page'));
const ScenariosPage = lazy(() => import('./scenarios/scenarios.page'));
const CloseTheGapPage = lazy(() => import('./close-the-gap/close-the-gap.page'));
const InTheYearPage = lazy(() => import('./in-the-year/in-the-year.page'));
const FourLinesPage = lazy(() => import('./four-lines/four-lines.page'));
const WorkforceReturnPage = lazy(() => import('./workforce-return/workforce-return.page'));
const ModulePage = lazy(() => import('./planning-modules/module.page'));
const RoundDocumentsPage = lazy(() => import('./sign-off/round-documents.page'));
const PasswordPage = lazy(() => import('./session/password.page'));
const DocumentPage = lazy(() => import('./sign-off/document.page'));

function NotFoundPage() {
  return (
    <>
      <PageTitle parts={['Page not found']} />
      <h1 className="nhsuk-heading-l">Page not found</h1>
      <Failure error={new ApiError(404, {})} what="this page" />
    </>
  );
}

function SignedInPages() {
  const { pathname } = useLocation();
  return (
    <PageBoundary page={pathname}>
      <Suspense fallback={<Loading what="the page" />}>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/account/password" element={<PasswordPage />} />
          <Route path="/accuracy" element={<AccuracyPage />} />
          <Route path="/national/:scenarioId?" element={<NationalPage />} />
          <Route path="/scenarios/:scenarioId/organisations/:organisationId" element={<OverviewPage />} />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/assumptions"
            element={<AssumptionsPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/assumptions/changes"
            element={<ChangesPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/scenarios"
            element={<ScenariosPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/close-the-gap"
            element={<CloseTheGapPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/modules/:module"
            element={<ModulePage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/in-the-year"
            element={<InTheYearPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/four-lines"
            element={<FourLinesPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/return"
            element={<WorkforceReturnPage />}
          />
          <Route
            path="/scenarios/:scenarioId/organisations/:organisationId/explanation"
            element={<ExplanationPage />}
          />
          <Route path="/rounds/:roundId/sign-off" element={<RoundDocumentsPage />} />
          <Route path="/sign-off/:documentId/:view?/:part?" element={<DocumentPage />} />
          <Route path="/data/*" element={<DataPage />} />
          <Route path="/administration/*" element={<AdministrationPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </PageBoundary>
  );
}

function Pages() {
  const session = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (session.isPending) return <PageFrame session={null}>{<Loading what="your account" />}</PageFrame>;
  if (session.isError) {
    return (
      <PageFrame session={null}>
        <Failure error={session.error} what="your plans" onRetry={() => void session.refetch()} />
      </PageFrame>
    );
  }
  adoptCsrfTokenOf(session.data);
  const next = new URLSearchParams({ next: pathname + search }).toString();
  const signInAddress = pathname === '/' ? '/sign-in' : `/sign-in?${next}`;
  return (
    <PageFrame session={session.data}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage session={session.data} />} />
        <Route
          path="*"
          element={session.data === null ? <Navigate to={signInAddress} replace /> : <SignedInPages />}
        />
      </Routes>
    </PageFrame>
  );
}

/** The whole application: who is signed in decides what there is to see. */
export function App() {
  return (
    <Announcer>
      <Pages />
    </Announcer>
  );
}
