import type { ReportTable } from '../reporting/module-report';
import type { TargetProspect } from './targets';
import type { RequiredAppointmentShare } from './wres';

const FEASIBILITY: Readonly<Record<RequiredAppointmentShare['feasibility'], string>> = {
  feasible: 'Within reach of appointments',
  'beyond-all-appointments': 'Not reachable by appointments alone, even if all of them are',
  'reached-without': 'Reached whoever is appointed',
};

/** The path to each target by year, beside the straight line. */
export function trajectoryTable(prospects: readonly TargetProspect[]): ReportTable {
  return {
    key: 'trajectory',
    title: 'Path to each target',
    columns: [
      { key: 'target', label: 'Target', unit: 'text' },
      { key: 'month', label: 'At the end of', unit: 'month' },
      { key: 'share', label: 'Share', unit: 'share' },
      { key: 'onStraightLine', label: 'Straight line to the target', unit: 'share' },
      { key: 'gap', label: 'Ahead (+) or behind (-)', unit: 'points' },
      { key: 'missing', label: 'People missing to the line', unit: 'headcount' },
    ],
    rows: prospects.flatMap(({ name, trajectory }) =>
      trajectory.map((point) => ({ target: name, ...point })),
    ),
  };
}

/** The share of appointments that each target requires, and whether appointments can reach it. */
export function requiredTable(prospects: readonly TargetProspect[]): ReportTable {
  return {
    key: 'required',
    title: 'Share of appointments that each target requires',
    columns: [
      { key: 'target', label: 'Target', unit: 'text' },
      { key: 'scope', label: 'Scope', unit: 'text' },
      { key: 'date', label: 'By the end of', unit: 'month' },
      { key: 'basis', label: 'Basis', unit: 'text' },
      { key: 'opening', label: 'Share at the opening', unit: 'share' },
      { key: 'targetShare', label: 'Target share', unit: 'share' },
      { key: 'asPlanned', label: 'Share at the date as planned', unit: 'share' },
      { key: 'required', label: 'Required share of appointments', unit: 'share' },
      { key: 'feasibility', label: 'Feasibility', unit: 'text' },
      { key: 'most', label: 'Most that appointments can reach', unit: 'share' },
      { key: 'atConstantSize', label: 'Required at constant size', unit: 'share' },
    ],
    rows: prospects.map((prospect) => ({
      target: prospect.name,
      scope: prospect.scopeLabel,
      date: prospect.date,
      basis: prospect.basis === 'all' ? 'all staff' : 'known only',
      opening: prospect.opening,
      targetShare: prospect.target,
      asPlanned: prospect.required?.asPlanned ?? null,
      required: prospect.required?.share ?? null,
      feasibility:
        prospect.required === null
          ? 'The date is not within the projection'
          : FEASIBILITY[prospect.required.feasibility],
      most: prospect.required?.most ?? null,
      atConstantSize: prospect.requiredAtConstantSize?.share ?? null,
    })),
  };
}
