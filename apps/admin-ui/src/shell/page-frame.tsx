import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { Session } from '../api/types';
import { Header } from './header';
import { PrintedLine } from './printed-line';

/** Moves focus to the start of the content when the page changes, as a full page load would. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}

interface PageFrameProps {
  readonly session: Session | null;
  readonly children: ReactNode;
}

/** What every page shares: the skip link, the header, the main landmark and the footer. */
export function PageFrame({ session, children }: PageFrameProps) {
  const main = useFocusOnNavigation();
  return (
    <>
      <a className="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Header session={session} />
      <div className="nhsuk-width-container-fluid wt-page">
        <main className="wt-main" id="main" tabIndex={-1} ref={main}>
          {children}
          <PrintedLine session={session} />
        </main>
      </div>
      <footer className="nhsuk-footer" role="contentinfo">
        <div className="nhsuk-width-container-fluid">
          <p className="wt-footer">
            Wholetime projects the workforce of health systems from published NHS statistics and planners’
            assumptions.
          </p>
        </div>
      </footer>
    </>
  );
}
