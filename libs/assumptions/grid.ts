import { financialYearLabel } from '#modules/report-layout';
import {
  resolveCascade,
  type CascadeAnswer,
  type CascadeProvenance,
  type CascadeRow,
  type ResolvedCell,
} from '#modules/cascade';
import type { ParameterDefault, ParameterDefinition } from '#modules/registry';
import type { AssumptionRow } from './assumption-row.repository';
import type { AssumptionCell, CellProvenance, CellStatus, LocalEvidence } from './cell';
import type { StaffGroupNode } from './staff-group.repository';
import { cascadeRowsOf, isActing, type UnitContext } from './unit-context';

/** A year of the grid; a parameter without years has one column that stands for all of them. */
export interface GridYear {
  readonly year: number;
  /** `2026/27`, or `All years`. */
  readonly label: string;
}

/** One staff group of the grid. */
export interface GridRow {
  readonly staffGroup: StaffGroupNode;
  readonly cells: readonly AssumptionCell[];
}

/** What a grid is built from. */
export interface GridMaterial {
  readonly context: UnitContext;
  readonly definition: ParameterDefinition;
  /** All rows of the parameter at the chain's scenarios and the node's ancestry. */
  readonly rows: readonly AssumptionRow[];
  /** Calibration evidence by assumption id. */
  readonly evidence: ReadonlyMap<string, LocalEvidence>;
}

/** The columns of a parameter's grid: the years of the round. */
export function gridYears(
  definition: ParameterDefinition,
  firstYear: number,
  years: number,
): readonly GridYear[] {
  return definition.perYear ? roundYears(firstYear, years) : [{ year: firstYear, label: 'All years' }];
}

/** The years of a round, in order. */
export function roundYears(firstYear: number, years: number): readonly GridYear[] {
  return Array.from({ length: years }, (_, index) => ({
    year: firstYear + index,
    label: financialYearLabel(firstYear + index),
  }));
}

/** The staff groups that a parameter is asked for: the whole tree, or all staff alone. */
export function staffGroupsOf(
  definition: ParameterDefinition,
  staffGroups: readonly StaffGroupNode[],
): readonly StaffGroupNode[] {
  return staffGroups.filter((group) => definition.perStaffGroup || group.parentCode === null);
}

/** The grid's rows: every staff group in tree order, or all staff alone for a parameter of the whole organisation. */
export function gridRows(material: GridMaterial): readonly GridRow[] {
  const { context, definition } = material;
  const { firstYear, years } = context.chain.round;
  const columns = gridYears(definition, firstYear, years);
  const reader = new CellReader(material);
  return staffGroupsOf(definition, context.staffGroups).map((staffGroup) => ({
    staffGroup,
    cells: columns.map(({ year }) => reader.cell(staffGroup.code, year)),
  }));
}

/** Resolves a parameter once and answers any of its cells, the year before the round included. */
export class CellReader {
  private readonly answer: CascadeAnswer<AssumptionRow>;
  private readonly own: ReadonlyMap<string, AssumptionRow>;

  constructor(private readonly material: GridMaterial) {
    const { context, definition, rows } = material;
    const { firstYear, years } = context.chain.round;
    this.answer = resolveCascade<AssumptionRow>({
      parameter: definition,
      staffGroups: staffGroupsOf(definition, context.staffGroups),
      firstYear: firstYear - 1,
      years: years + 1,
      rows: cascadeRowsOf(context, rows),
    });
    this.own = new Map(
      rows.filter((row) => isOwn(row, context)).map((row) => [placeKey(row.staffGroup, row.firstYear), row]),
    );
  }

  /** @throws RangeError for a staff group or year outside the grid. */
  resolved(staffGroup: string, year: number): ResolvedCell<AssumptionRow> {
    const index = year - this.material.context.chain.round.firstYear + 1;
    const resolved = this.answer.cells[staffGroup]?.[index];
    if (resolved === undefined) throw new RangeError(`There is no cell for ${staffGroup} in ${year}`);
    return resolved;
  }

  /** @throws RangeError for a staff group or year outside the grid. */
  cell(staffGroup: string, year: number): AssumptionCell {
    const own = this.own.get(placeKey(staffGroup, year));
    return cellOf(this.resolved(staffGroup, year), own, staffGroup, this.material);
  }
}

const placeKey = (staffGroup: string, year: number): string => `${staffGroup}|${year}`;

function isOwn(row: AssumptionRow, { chain, ancestry }: UnitContext): boolean {
  return row.scenarioId === chain.scenarios[0].id && row.organisationId === ancestry[0].id;
}

function cellOf(
  resolved: ResolvedCell<AssumptionRow>,
  own: AssumptionRow | undefined,
  staffGroup: string,
  material: GridMaterial,
): AssumptionCell {
  const { year, value, low, high, provenance } = resolved;
  return {
    year,
    value,
    low,
    high,
    ...ownPart(own),
    ...explanationOf(decidingRow(provenance), material),
    ...originOf(provenance, material),
    provenance: provenanceOf(provenance, staffGroup, material.context),
  };
}

type OwnPart = Pick<AssumptionCell, 'operation' | 'operand' | 'version' | 'own'>;

function ownPart(own: AssumptionRow | undefined): OwnPart {
  if (own === undefined) return { operation: null, operand: null, version: 0, own: false };
  if (!isActing(own)) return { operation: null, operand: null, version: own.version, own: false };
  return { operation: own.operation, operand: own.value, version: own.version, own: true };
}

function explanationOf(
  decided: CascadeRow<AssumptionRow> | null,
  { evidence }: GridMaterial,
): Pick<AssumptionCell, 'basis' | 'note' | 'local'> {
  if (decided === null) return { basis: null, note: null, local: null };
  const { id, basis, note } = decided.meta;
  return { basis, note, local: evidence.get(id) ?? null };
}

function decidingRow(provenance: CascadeProvenance<AssumptionRow>): CascadeRow<AssumptionRow> | null {
  return provenance.level === 'scenario' ? provenance.decidedBy : null;
}

/** Source and status of the value: the registry's for a default, the row's own basis otherwise. */
function originOf(
  provenance: CascadeProvenance<AssumptionRow>,
  { context, definition }: GridMaterial,
): { readonly source: string | null; readonly status: CellStatus | null } {
  if (provenance.level === 'sum') return { source: 'Sum of the staff groups below', status: null };
  if (provenance.level === 'national-default') {
    const { source, status } = defaultFor(definition, provenance.staffGroup);
    return { source, status };
  }
  const { meta } = provenance.decidedBy;
  const kind = context.chain.scenarios.find(({ id }) => id === meta.scenarioId)?.kind;
  const isCalibrated = kind === 'calibration' && meta.author === null;
  return { source: meta.basis, status: isCalibrated ? 'calibrated' : 'entered' };
}

/** The national default that a staff group reads: its own, or the one for all. */
export function defaultFor(definition: ParameterDefinition, staffGroup: string): ParameterDefault {
  return definition.defaultByStaffGroup?.[staffGroup] ?? definition.default;
}

function provenanceOf(
  provenance: CascadeProvenance<AssumptionRow>,
  staffGroup: string,
  context: UnitContext,
): CellProvenance {
  const groupOf = (code: string): CellProvenance['staffGroup'] => ({
    code,
    name: context.staffGroups.find((group) => group.code === code)?.name ?? code,
  });
  const nowhere = { scenario: null, organisation: null, year: null, author: null, at: null };
  if (provenance.level === 'sum') return { level: 'sum', staffGroup: groupOf(staffGroup), ...nowhere };
  if (provenance.level === 'national-default') {
    return { level: 'national-default', staffGroup: groupOf(provenance.staffGroup), ...nowhere };
  }
  const { meta } = provenance.decidedBy;
  const scenario = context.chain.scenarios.find(({ id }) => id === meta.scenarioId);
  const organisation = context.ancestry.find(({ id }) => id === meta.organisationId);
  return {
    level: 'scenario',
    scenario: scenario === undefined ? null : { id: scenario.id, name: scenario.name },
    organisation:
      organisation === undefined
        ? null
        : { id: organisation.id, code: organisation.code, name: organisation.name },
    staffGroup: groupOf(meta.staffGroup),
    year: meta.firstYear,
    author: meta.author?.name ?? null,
    at: meta.at.toISOString(),
  };
}
