import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { NavLink } from 'react-router';
import { parametersQuery, type Unit } from '../api/queries';
import { moduleAddress } from './addresses';

/** The pages of the planning modules; on a narrow screen they are folded behind the name of the current one. */
export function ModuleNavigation({
  unit,
  current,
}: {
  readonly unit: Unit;
  readonly current: string | null;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { data: catalogue } = useQuery(parametersQuery);
  const modules = catalogue?.modules ?? [];
  const name = modules.find(({ code }) => code === current)?.name;
  return (
    <nav className="wt-modules" aria-label="Planning modules">
      <button
        type="button"
        className="wt-modules__toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {name === undefined ? 'Planning modules' : `Module: ${name}`}
      </button>
      <ul id={id} className={isOpen ? 'wt-modules__list wt-modules__list--open' : 'wt-modules__list'}>
        {modules.map((module) => (
          <li key={module.code}>
            <NavLink
              className="wt-modules__link"
              to={moduleAddress(unit, module.code)}
              onClick={() => setOpen(false)}
            >
              {module.name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
