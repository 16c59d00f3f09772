import type { CheckMaterial } from './check-rule';
import { allOrganisations } from './figure-sums';
import { controlTotals } from './figure.rules';

/** One line over the years; null where there is no figure. */
export interface TriangulationLine {
  readonly code: string;
  readonly label: string;
  readonly unit: 'WTE' | '£' | '£ for each WTE';
  readonly values: readonly (number | null)[];
}

/** Workforce beside money and beside the requirement of activity. */
export interface Triangulation {
  readonly years: readonly number[];
  readonly lines: readonly TriangulationLine[];
}

/**
 * Workforce against pay bill and control total, and against the requirement that planned activity has through
 * workload standards, over all organisations of the document. Pure.
 */
export function triangulate(material: CheckMaterial): Triangulation {
  const { years, organisations } = material;
  const sums = (measure: string) => years.map((year) => allOrganisations(organisations, measure, year));
  const wte = sums('fte');
  const pay = sums('pay-bill');
  const requirement = sums('requirement');
  const temporary = years.map((year) => {
    const bank = allOrganisations(organisations, 'bank-fte', year);
    const agency = allOrganisations(organisations, 'agency-fte', year);
    return bank === null || agency === null ? null : bank + agency;
  });
  const totals = controlTotals(material).filter(({ name }) => name === 'All organisations of this document');
  const control = years.map((of) => totals.find(({ year }) => year === of)?.total ?? null);
  const line = (
    code: string,
    label: string,
    unit: TriangulationLine['unit'],
    values: TriangulationLine['values'],
  ) => ({
    code,
    label,
    unit,
    values,
  });
  return {
    years,
    lines: [
      line('fte', 'Staff in post', 'WTE', wte),
      line('temporary', 'Bank and agency', 'WTE', temporary),
      line('requirement', 'Requirement of the planned activity', 'WTE', requirement),
      line('gap', 'Gap after bank and agency', 'WTE', minus(minus(requirement, wte), temporary)),
      line('pay-bill', 'Pay bill', '£', pay),
      line('pay-per-wte', 'Pay bill for each WTE', '£ for each WTE', divided(pay, wte)),
      line('control-total', 'Control total', '£', control),
      line('over', 'Over the control total', '£', minus(pay, control)),
    ],
  };
}

type Values = readonly (number | null)[];

function minus(left: Values, right: Values): Values {
  return left.map((value, index) => {
    const other = right[index] ?? null;
    return value === null || other === null ? null : value - other;
  });
}

function divided(left: Values, right: Values): Values {
  return left.map((value, index) => {
    const other = right[index] ?? null;
    return value === null || other === null || other <= 0 ? null : value / other;
  });
}
