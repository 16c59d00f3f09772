import { isCount, type ParameterDefinition } from '../registry/parameter-definition';
import type {
  CascadeAnswer,
  CascadeProvenance,
  CascadeQuestion,
  CascadeRow,
  CascadeStep,
  ResolvedCell,
  StaffGroupNode,
} from './cascade-question';
import { StaffGroupLineage } from './staff-group-lineage';

interface RangedValue {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Resolves one parameter for every staff group and year. Precedence: nearest scenario, then nearest
 * organisation, then nearest staff group, then latest year not after the year asked for. A `set`
 * replaces; `add` and `multiply` act on what resolves without the row, so that a national what-if keeps
 * local values.
 *
 * Counts (people, posts, pounds) are not rates: a number set or added on a parent staff group or a
 * parent organisation says nothing about its members, so only a row on the leaf and the organisation
 * itself sets or adds a count, while a `multiply` reaches down from anywhere. A parent group's count is
 * the sum of its leaves.
 *
 * @throws RangeError if the staff groups do not form a tree.
 */
export function resolveCascade<Meta>(question: CascadeQuestion<Meta>): CascadeAnswer<Meta> {
  const lineage = new StaffGroupLineage(groupsAsked(question));
  const rows = [...question.rows].sort(nearestFirst(lineage));
  const cells: Record<string, readonly ResolvedCell<Meta>[]> = {};
  const resolution: Resolution<Meta> = { question, rows, lineage, resolved: cells };
  for (const code of lineage.leavesFirst) {
    cells[code] = Array.from({ length: question.years }, (_, index) => resolveCell(resolution, code, index));
  }
  return { cells };
}

interface Resolution<Meta> {
  readonly question: CascadeQuestion<Meta>;
  /** Nearest first. */
  readonly rows: readonly CascadeRow<Meta>[];
  readonly lineage: StaffGroupLineage;
  /** What is resolved so far: every group below the one in hand. */
  readonly resolved: Readonly<Record<string, readonly ResolvedCell<Meta>[]>>;
}

/** A parameter of the organisation as a whole is asked for at the root only. */
function groupsAsked<Meta>({ parameter, staffGroups }: CascadeQuestion<Meta>): readonly StaffGroupNode[] {
  return parameter.perStaffGroup ? staffGroups : staffGroups.filter((node) => node.parentCode === null);
}

function resolveCell<Meta>(resolution: Resolution<Meta>, code: string, index: number): ResolvedCell<Meta> {
  const { question, rows, lineage, resolved } = resolution;
  const { parameter } = question;
  const year = question.firstYear + index;
  if (isCount(parameter) && !lineage.isLeaf(code)) {
    return sumOfChildren(lineage.childrenOf(code), year, index, resolved);
  }
  const inForce = rows.filter((row) => reaches(row, parameter, lineage, code, year));
  const firstSet = inForce.findIndex((row) => row.operation === 'set');
  const acting = firstSet < 0 ? inForce : inForce.slice(0, firstSet + 1);
  const fallback = nationalDefault(parameter, lineage, code);
  const { result, steps } = applyFromFarthest(acting, fallback);
  return { year, ...hold(result, parameter), provenance: provenanceOf(steps, fallback.staffGroup) };
}

/** Order of precedence. Staff groups compare by depth in the tree: a deeper group is nearer to its leaves. */
function nearestFirst<Meta>(lineage: StaffGroupLineage) {
  return (left: CascadeRow<Meta>, right: CascadeRow<Meta>): number =>
    left.scenarioDepth - right.scenarioDepth ||
    left.organisationDepth - right.organisationDepth ||
    lineage.depthOf(right.staffGroup) - lineage.depthOf(left.staffGroup) ||
    right.firstYear - left.firstYear;
}

function reaches<Meta>(
  row: CascadeRow<Meta>,
  parameter: ParameterDefinition,
  lineage: StaffGroupLineage,
  code: string,
  year: number,
): boolean {
  if (parameter.perYear && row.firstYear > year) return false;
  if (isCount(parameter) && row.operation !== 'multiply') {
    return row.staffGroup === code && row.organisationDepth === 0;
  }
  return lineage.isWithin(code, row.staffGroup);
}

function applyFromFarthest<Meta>(acting: readonly CascadeRow<Meta>[], fallback: RangedValue) {
  const steps: CascadeStep<Meta>[] = [];
  let result: RangedValue = { value: fallback.value, low: fallback.low, high: fallback.high };
  for (const row of [...acting].reverse()) {
    const before = row.operation === 'set' ? null : result.value;
    result = apply(row, result);
    steps.unshift({ row, before, after: result.value });
  }
  return { result, steps };
}

/** A row's own low and high are alternatives to its value; without them the range below is shifted or scaled. */
function apply<Meta>(row: CascadeRow<Meta>, below: RangedValue): RangedValue {
  if (row.operation === 'set') return { value: row.value, low: row.low, high: row.high };
  const act = (left: number, right: number): number =>
    row.operation === 'add' ? left + right : left * right;
  const bound = (own: number | null, inherited: number | null): number | null => {
    if (own !== null) return act(below.value, own);
    return inherited === null ? null : act(inherited, row.value);
  };
  return {
    value: act(below.value, row.value),
    low: bound(row.low, below.low),
    high: bound(row.high, below.high),
  };
}

/** Keeps the result within the parameter's hard bounds and says so: a national `add` must not break a local share. */
function hold(
  result: RangedValue,
  parameter: ParameterDefinition,
): RangedValue & Pick<ResolvedCell<never>, 'heldAt'> {
  const within = (value: number): number => Math.min(parameter.maximum, Math.max(parameter.minimum, value));
  const value = within(result.value);
  const heldAt = value === result.value ? null : value < result.value ? 'maximum' : 'minimum';
  return {
    value,
    low: result.low === null ? null : within(result.low),
    high: result.high === null ? null : within(result.high),
    heldAt,
  };
}

function provenanceOf<Meta>(
  steps: readonly CascadeStep<Meta>[],
  staffGroup: string,
): CascadeProvenance<Meta> {
  const [nearest] = steps;
  if (nearest === undefined) return { level: 'national-default', staffGroup };
  return { level: 'scenario', decidedBy: nearest.row, steps };
}

function nationalDefault(
  parameter: ParameterDefinition,
  lineage: StaffGroupLineage,
  code: string,
): RangedValue & { readonly staffGroup: string } {
  for (const ancestor of lineage.ancestry(code)) {
    const own = parameter.defaultByStaffGroup?.[ancestor];
    if (own) return { value: own.value, low: own.low ?? null, high: own.high ?? null, staffGroup: ancestor };
  }
  const { value, low, high } = parameter.default;
  return { value, low: low ?? null, high: high ?? null, staffGroup: lineage.rootOf(code) };
}

function sumOfChildren<Meta>(
  children: readonly string[],
  year: number,
  index: number,
  resolved: Resolution<Meta>['resolved'],
): ResolvedCell<Meta> {
  const value = children.reduce((sum, child) => sum + (resolved[child]?.[index]?.value ?? 0), 0);
  return { year, value, low: null, high: null, heldAt: null, provenance: { level: 'sum' } };
}
