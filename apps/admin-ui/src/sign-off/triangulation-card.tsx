import type { DocumentChecks } from '../api/sign-off-types';
import { ViewLinks } from '../downloads/view-links';
import { financialYear } from '../words/dates';

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const MILLIONS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

type Unit = DocumentChecks['triangulation']['lines'][number]['unit'];

function figure(value: number | null, unit: Unit): string {
  if (value === null) return 'none';
  return unit === '£' ? `£${MILLIONS.format(value / 1e6)}m` : WHOLE.format(value);
}

const UNITS: Readonly<Record<Unit, string>> = { WTE: 'WTE', '£': '£ million', '£ for each WTE': '£' };

/** Workforce beside money and the requirement of activity, and what rests on money that is not certain. */
export function TriangulationCard({ checks }: { readonly checks: DocumentChecks }) {
  const { triangulation, contingent } = checks;
  const hasContingent = [...contingent.secured, ...contingent.atRisk].some((wte) => wte > 0);
  const further = hasContingent
    ? [
        {
          code: 'secured',
          label: 'Contingent lines, secured',
          unit: 'WTE' as const,
          values: contingent.secured,
        },
        {
          code: 'at-risk',
          label: 'Contingent lines, at risk',
          unit: 'WTE' as const,
          values: contingent.atRisk,
        },
      ]
    : [];
  return (
    <section className="wt-card" aria-label="Workforce, money and activity">
      <h2 className="nhsuk-heading-m">Workforce, money and activity</h2>
      <p className="wt-secondary">
        Stock figures are at 31 March at the end of the year; money is the year’s total.
      </p>
      <div className="wt-scroll" role="region" aria-label="Workforce, money and activity, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {triangulation.years.map((year) => (
                <th key={year} scope="col" className="wt-number">
                  {financialYear(year)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...triangulation.lines, ...further].map(({ code, label, unit, values }) => (
              <tr key={code}>
                <th scope="row">
                  {label}, {UNITS[unit]}
                </th>
                {values.map((value, index) => (
                  <td key={triangulation.years[index]} className="wt-number">
                    {figure(value, unit)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title="table Workforce, money and activity" table="triangulation" />
    </section>
  );
}
