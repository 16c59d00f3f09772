import { NavLink } from 'react-router';

export interface SectionPage {
  readonly to: string;
  readonly label: string;
}

/** The pages of a section, as tabs that are links. */
export function SectionNavigation({
  label,
  pages,
}: {
  readonly label: string;
  readonly pages: readonly SectionPage[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="wt-views wt-views--section">
        {pages.map(({ to, label: words }) => (
          <li key={to}>
            <NavLink className="wt-views__link" to={to} end>
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
