import type { PartialWorld } from './block-attack';
import type { Constraint, Variable } from './constraint-system';
import type { FigureKind } from './disclosure-rule';
import type { DatedFigures, EqualityMeasure, EqualityRelease, OrganisationFigures } from './equality-release';
import { cellKey, vintageKey, type DisclosureRegister, type Vintage } from './release-register';

/** A correction of so many people or fewer is audited as one: the attacker is taken to know how many. */
export const FEW_PEOPLE = 3;

/** The register's unknowns with those of a release in preparation. */
export interface DraftVariables {
  readonly variables: readonly Variable[];
  readonly world: readonly number[];
  readonly links: readonly Constraint[];
  readonly vintages: ReadonlyMap<string, Vintage>;
  /** The worlds of the register's proof, with renewed variables changed as the true ones were. */
  readonly proof: readonly PartialWorld[];
}

/**
 * Gives every changed figure new unknowns and says what links them: FTE to people in the same cell, and, where a
 * correction of counted people touched three or fewer in an organisation, the new figures to the old.
 */
export function draftVariables(register: DisclosureRegister, release: EqualityRelease): DraftVariables {
  const draft = new VariableDraft(register);
  for (const dated of release.dates) {
    for (const figures of dated.organisations) draft.add(dated, figures);
  }
  const { variables, world, links, vintages } = draft;
  return { variables, world, links, vintages, proof: register.proof.map((known) => draft.carried(known)) };
}

class VariableDraft {
  readonly variables: Variable[];
  readonly world: number[];
  readonly links: Constraint[];
  readonly vintages: Map<string, Vintage>;
  /** Renewed variables with those that they replace. */
  private readonly replaced: { now: number; then: number }[] = [];
  /** Floors known before: a figure that is published again says nothing new. */
  private readonly floors: Set<string>;

  constructor(register: DisclosureRegister) {
    this.variables = [...register.variables];
    this.world = [...register.world];
    this.links = [...register.links];
    this.floors = new Set(
      register.links
        .filter(({ weights, high }) => weights === undefined && high === Infinity)
        .map(({ columns, low }) => `${cellKey(columns)}:${low}`),
    );
    this.vintages = new Map(register.vintages);
  }

  carried({ columns, values }: PartialWorld): PartialWorld {
    const valueOf = new Map(columns.map((column, place) => [column, values[place] as number]));
    for (const { now, then } of this.replaced) {
      const before = valueOf.get(then);
      if (before === undefined) continue;
      valueOf.set(now, Math.max(0, before + (this.world[now] as number) - (this.world[then] as number)));
    }
    return { columns: [...valueOf.keys()], values: Float64Array.from(valueOf.values()) };
  }

  add(dated: DatedFigures, figures: OrganisationFigures): void {
    const people = this.renew(dated, figures, 'headcount');
    const equivalents = figures.fte === null ? null : this.renew(dated, figures, 'fte');
    if (figures.publishedFte !== undefined) this.linkFloor(people.vintage, figures.publishedFte);
    if (!people.isNew && equivalents?.isNew !== true) return;
    if (equivalents !== null) this.linkEquivalents(people.vintage, equivalents.vintage);
    if (dated.kind === 'whole') this.linkCorrections(people, equivalents);
  }

  /** Where few people were touched, the attacker is taken to know how many. */
  private linkCorrections(people: Renewal, equivalents: Renewal | null): void {
    const corrected = people.isNew ? touched(people) : 0;
    if (corrected === 0 || corrected > FEW_PEOPLE) return;
    this.linkCorrection(people, corrected, true);
    if (equivalents === null || !equivalents.isNew || touched(equivalents) > corrected) return;
    this.linkCorrection(equivalents, corrected, false);
  }

  private linkEquivalents(people: Vintage, equivalents: Vintage): void {
    people.variables.forEach((person, cell) => {
      const equivalent = equivalents.variables[cell];
      if (typeof person !== 'number' || typeof equivalent !== 'number') return;
      this.links.push({ columns: [equivalent, person], weights: [1, -1], low: -Infinity, high: 0 });
    });
  }

  /** Nobody works more than full time, save for second jobs: where there are more FTE than people, nothing follows. */
  private linkFloor({ variables, values }: Vintage, publishedFte: number): void {
    const columns = variables.flatMap((column) => column ?? []);
    const people = values.reduce((sum, value) => sum + value, 0);
    const low = Math.min(publishedFte, people);
    const name = `${cellKey(columns)}:${low}`;
    if (columns.length === 0 || this.floors.has(name)) return;
    this.floors.add(name);
    this.links.push({ columns, low, high: Infinity });
  }

  private renew(dated: DatedFigures, figures: OrganisationFigures, measure: EqualityMeasure): Renewal {
    const key = vintageKey(figures.organisation, dated.date, measure);
    const before = this.vintages.get(key) ?? null;
    const values = figures[measure] ?? [];
    const isSame =
      before !== null &&
      values.every((value, cell) => value === before.values[cell]) &&
      figures.isImpossible.every((isZero, cell) => isZero === (before.variables[cell] === null));
    if (isSame) return { before, vintage: before, isNew: false };
    const isWhole = isWholeFigure(dated.kind, measure);
    const variables = figures.isImpossible.map((isZero, cell) =>
      isZero ? null : this.variable(isWhole, values[cell] ?? 0),
    );
    const vintage = { variables, values };
    variables.forEach((now, cell) => {
      const then = before?.variables[cell] ?? null;
      if (now !== null && then !== null) this.replaced.push({ now, then });
    });
    this.vintages.set(key, vintage);
    return { before, vintage, isNew: true };
  }

  private variable(isWhole: boolean, trueValue: number): number {
    this.variables.push({ isWhole });
    this.world.push(trueValue);
    return this.variables.length - 1;
  }

  /** New = old + added - removed in each cell, and no more than so many added and removed in all. */
  private linkCorrection({ before, vintage }: Renewal, most: number, isWhole: boolean): void {
    const moves = vintage.values.flatMap((_, cell) => {
      const now = vintage.variables[cell] ?? null;
      const then = before?.variables[cell] ?? null;
      if (now === null && then === null) return [];
      const change = (vintage.values[cell] ?? 0) - (before?.values[cell] ?? 0);
      const added = this.variable(isWhole, Math.max(0, change));
      const removed = this.variable(isWhole, Math.max(0, -change));
      const columns = [added, removed, ...present(now), ...present(then)];
      const weights = [-1, 1, ...present(now).map(() => 1), ...present(then).map(() => -1)];
      this.links.push({ columns, weights, low: 0, high: 0 });
      return [added, removed];
    });
    this.links.push({ columns: moves, low: 0, high: most });
  }
}

interface Renewal {
  readonly before: Vintage | null;
  readonly vintage: Vintage;
  readonly isNew: boolean;
}

function present(column: number | null): readonly number[] {
  return column === null ? [] : [column];
}

/** How many people, or FTE, differ from what was released before; infinite without a release before. */
function touched({ before, vintage }: Renewal): number {
  if (before === null) return Infinity;
  return vintage.values.reduce((sum, value, cell) => sum + Math.abs(value - (before.values[cell] ?? 0)), 0);
}

export function isWholeFigure(kind: FigureKind, measure: EqualityMeasure): boolean {
  return kind === 'whole' && measure === 'headcount';
}
