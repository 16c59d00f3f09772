import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, NavLink, useMatch } from 'react-router';
import { adoptCsrfTokenOf, apiChange } from '../api/api-client';
import { sessionQuery, type Unit } from '../api/queries';
import type { Session } from '../api/types';
import { runBeforeSignOut } from '../session/before-sign-out';
import {
  assumptionsAddress,
  closeTheGapAddress,
  moduleAddress,
  overviewAddress,
  scenariosAddress,
} from '../plan/addresses';

/** The module that one comes to first. */
const FIRST_MODULE = 'growth';

/** Where an identity provider ends its session too. */
const SIGN_OUT_ELSEWHERE = '/api/session/single-sign-on/sign-out';

function SignOut({ signsInElsewhere }: { readonly signsInElsewhere: boolean }) {
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: async () => {
      await runBeforeSignOut();
      await apiChange<null>('DELETE', '/session');
    },
    onSuccess: () => {
      if (signsInElsewhere) window.location.assign(SIGN_OUT_ELSEWHERE);
    },
    onSettled: () => {
      adoptCsrfTokenOf(null);
      queries.setQueryData(sessionQuery.queryKey, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    },
  });
  return (
    <button
      type="button"
      className="nhsuk-header__account-button"
      disabled={signOut.isPending}
      onClick={() => signOut.mutate()}
    >
      Sign out
    </button>
  );
}

function Account({ session }: { readonly session: Session }) {
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        <li className="nhsuk-header__account-item">{session.person.name}</li>
        {session.signsInElsewhere ? null : (
          <li className="nhsuk-header__account-item">
            <Link className="nhsuk-header__account-link" to="/account/password">
              Change password
            </Link>
          </li>
        )}
        <li className="nhsuk-header__account-item">
          <SignOut signsInElsewhere={session.signsInElsewhere} />
        </li>
      </ul>
    </nav>
  );
}

interface NavigationItemProps {
  readonly to: string;
  readonly label: string;
  /** Whether it stays marked on the pages below it. */
  readonly isSection?: boolean;
}

function NavigationItem({ to, label, isSection = false }: NavigationItemProps) {
  return (
    <li className="nhsuk-header__navigation-item">
      <NavLink className="nhsuk-header__navigation-link" to={to} end={!isSection}>
        {label}
      </NavLink>
    </li>
  );
}

/** The planning modules of a unit; current on each of their pages. */
function ModulesItem({ unit, current }: { readonly unit: Unit; readonly current: string | undefined }) {
  return (
    <li className="nhsuk-header__navigation-item">
      <Link
        className="nhsuk-header__navigation-link"
        to={moduleAddress(unit, current ?? FIRST_MODULE)}
        aria-current={current === undefined ? undefined : 'page'}
      >
        Modules
      </Link>
    </li>
  );
}

/** What opens the data pages, and the administration. */
const DATA = ['baselines:read', 'imports:read'];
const ADMINISTRATION = ['people:read', 'jobs:read', 'audit:read'];

/** The list of plans, the pages of the unit that one is at, data, and administration for those who may. */
function Navigation({ session }: { readonly session: Session }) {
  const may = (any: readonly string[]) => any.some((permission) => session.permissions.includes(permission));
  const at = useMatch('/scenarios/:scenarioId/organisations/:organisationId/*');
  const atModule = useMatch('/scenarios/:scenarioId/organisations/:organisationId/modules/:module');
  const module = atModule?.params.module;
  const { scenarioId, organisationId } = at?.params ?? {};
  const unit =
    scenarioId === undefined || organisationId === undefined ? null : { scenarioId, organisationId };
  return (
    <nav className="nhsuk-header__navigation" aria-label="Menu">
      <div className="nhsuk-header__navigation-container nhsuk-width-container-fluid">
        <ul className="nhsuk-header__navigation-list">
          <NavigationItem to="/" label="Home" />
          {unit === null ? null : (
            <>
              <NavigationItem to={overviewAddress(unit)} label="Overview" />
              <ModulesItem unit={unit} current={module} />
              <NavigationItem to={assumptionsAddress(unit)} label="Assumptions" />
              <NavigationItem to={scenariosAddress(unit)} label="Scenarios" />
              <NavigationItem to={closeTheGapAddress(unit)} label="Close the gap" />
            </>
          )}
          {session.nationalPermissions.includes('plans:read') ? (
            <NavigationItem to="/national" label="National" isSection />
          ) : null}
          {may(DATA) ? <NavigationItem to="/data" label="Data" isSection /> : null}
          {may(ADMINISTRATION) ? (
            <NavigationItem to="/administration" label="Administration" isSection />
          ) : null}
          <NavigationItem to="/accuracy" label="Accuracy" />
        </ul>
      </div>
    </nav>
  );
}

/** The band across the top: the product's name, who is signed in, and the main navigation. */
export function Header({ session }: { readonly session: Session | null }) {
  return (
    <header className="nhsuk-header" role="banner">
      <div className="nhsuk-header__container nhsuk-width-container-fluid">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-name" to="/">
            Wholetime
          </Link>
        </div>
        {session === null ? null : <Account session={session} />}
      </div>
      {session === null ? null : <Navigation session={session} />}
    </header>
  );
}
