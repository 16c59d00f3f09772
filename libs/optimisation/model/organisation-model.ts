import {
  compileProjection,
  project,
  type MonthlyMeasure,
  type ProjectionInput,
  type ProjectionOutput,
} from '#modules/projection';
import { headlineInput, prepareFigures, type Figure, type FiguresUnder } from '#modules/uncertainty';
import { inputWithChanges, proposedChanges } from './lever-changes';
import { isOfLevy, leviedIn, levyAccountOf, levyPounds, transferRoom } from './levy-figures';
import type { Lever, LeverAmounts } from './lever';
import {
  ALL_STAFF,
  figuresIn,
  marchOf,
  measuresOf,
  peopleIn,
  valueFromFigures,
  type FigureAt,
  type Quantity,
} from './quantity';
import { reachedGroups } from './reached-groups';

/** How many sets of register entries are kept prepared. */
const PREPARED_KEPT = 2;

/**
 * One organisation as the optimiser evaluates it: the real engine on the staff groups that the levers can reach,
 * and nothing that changes no figure asked about. Figures of the other groups are worked out once and added, so
 * that all values are those of the whole projection.
 */
export class OrganisationModel {
  readonly code: string;
  readonly name: string;
  private readonly reduced: ProjectionInput;
  private readonly full: ProjectionOutput;
  private readonly months: readonly string[];
  private readonly figures: readonly Figure[];
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly outside: ReadonlyMap<string, number>;
  private readonly prepared: { registers: string; figuresUnder: FiguresUnder }[] = [];
  private readonly needsCells: boolean;
  /** Places of the months of the levy in pay among the figures, and what groups that no lever reaches add to each. */
  private readonly leviedPlaces: readonly number[];
  private readonly leviedOutside: readonly number[];
  /** How often the engine ran. */
  evaluations = 0;

  constructor(
    readonly input: ProjectionInput,
    private readonly levers: readonly Lever[],
    readonly quantities: readonly Quantity[],
  ) {
    this.code = input.organisation.code;
    this.name = input.organisation.name;
    this.full = project(input);
    this.months = this.full.months;
    this.needsCells = quantities.some(({ kind }) => kind === 'people');
    const codes = reachedGroups(input, levers, quantities);
    const kept = { ...input, staffGroups: input.staffGroups.filter(({ code }) => codes.has(code)) };
    this.reduced = this.needsCells ? kept : headlineInput(kept, compileProjection(kept).engine);
    const monthly = quantities.some(isOfLevy) ? levyMonths(this.months) : [];
    const yearly = figuresOf(
      quantities.filter((quantity) => this.has(quantity)),
      this.months,
    );
    this.figures = [...yearly, ...monthly];
    this.leviedPlaces = monthly.map((_, place) => yearly.length + place);
    const others = this.full.staffGroups.filter(({ code }) => !codes.has(code));
    this.leviedOutside = leviedIn({ ...this.full, staffGroups: others });
    this.placeOf = new Map(yearly.map((figure, place) => [figureKey(figure), place]));
    this.outside = outsideOf(yearly, this.full, codes);
  }

  /** Headcount of a staff group at the baseline; 0 where there is none. */
  headcountOf(staffGroup: string): number {
    return this.input.staffGroups
      .filter(({ code }) => staffGroup === ALL_STAFF || code === staffGroup)
      .reduce((sum, { headcount }) => sum + headcount, 0);
  }

  /** Pounds of levy that it may give away in a year beyond those that it gives already; 0 without rules of the levy. */
  transferRoomIn(year: number): number {
    if (this.input.policy.apprenticeshipLevy === undefined) return 0;
    return transferRoom(levyAccountOf(this.input, this.full, leviedIn(this.full))).get(year) ?? 0;
  }

  /** Values of the quantities, in their order, with the levers at these amounts. */
  valuesAt(amounts: LeverAmounts): Float64Array {
    return this.valuesOf(this.inputAt(this.reduced, amounts), amounts);
  }

  /** As `valuesAt` under an input of another future, made from this organisation's by changing assumptions. */
  valuesUnder(change: (input: ProjectionInput) => ProjectionInput, amounts: LeverAmounts): Float64Array {
    return this.valuesOf(change(this.inputAt(this.reduced, amounts)), amounts);
  }

  /** The whole input with the levers at these amounts: what is stored, published and confirmed. */
  wholeInputAt(amounts: LeverAmounts): ProjectionInput {
    return this.inputAt(this.input, amounts);
  }

  /** Values of the quantities by a whole projection from nothing, all staff groups and classes included. */
  confirmedAt(amounts: LeverAmounts): Float64Array {
    const input = this.wholeInputAt(amounts);
    const output = project(input);
    const at = figuresIn(output);
    const account = this.quantities.some(isOfLevy) ? levyAccountOf(input, output, leviedIn(output)) : null;
    return Float64Array.from(this.quantities, (quantity) => {
      if (!this.has(quantity)) return 0;
      if (quantity.kind === 'people') return peopleIn(quantity, output, input);
      if (isOfLevy(quantity)) return account === null ? NaN : levyPounds(quantity, account);
      return valueFromFigures(quantity, at, input);
    });
  }

  /** A staff group that the organisation does not have counts 0 in every figure. */
  private has(quantity: Quantity): boolean {
    if (isOfLevy(quantity) || quantity.staffGroup === ALL_STAFF) return true;
    return this.input.staffGroups.some(({ code }) => code === quantity.staffGroup);
  }

  private inputAt(input: ProjectionInput, amounts: LeverAmounts): ProjectionInput {
    return inputWithChanges(input, proposedChanges(this.input, this.levers, amounts));
  }

  private valuesOf(input: ProjectionInput, amounts: LeverAmounts): Float64Array {
    this.evaluations += 1;
    const values = this.figures.length === 0 ? [] : this.figuresUnder(input)(input.assumptions);
    const output = this.needsCells ? project(input) : null;
    const at: FigureAt = (staffGroup, measure, year) => {
      const key = figureKey(figureOf({ staffGroup, measure, year }, this.months));
      return (values[this.placeOf.get(key) ?? -1] ?? NaN) + (this.outside.get(key) ?? 0);
    };
    const levied = [0, ...this.leviedPlaces.map((place) => values[place] ?? NaN)];
    const account =
      this.leviedPlaces.length === 0
        ? null
        : levyAccountOf(
            this.wholeInputAt(amounts),
            this.full,
            levied.map((pounds, month) => pounds + (this.leviedOutside[month] ?? 0)),
          );
    return Float64Array.from(this.quantities, (quantity) => {
      if (!this.has(quantity)) return 0;
      if (quantity.kind === 'people') return output === null ? NaN : peopleIn(quantity, output, input);
      if (isOfLevy(quantity)) return account === null ? NaN : levyPounds(quantity, account);
      return valueFromFigures(quantity, at, input);
    });
  }

  /** The engine prepared for the input's registers: what is prepared holds for one set of entries. */
  private figuresUnder(input: ProjectionInput): FiguresUnder {
    const registers = JSON.stringify(input.registers ?? {});
    const known = this.prepared.find((each) => each.registers === registers);
    if (known !== undefined) return known.figuresUnder;
    const figuresUnder = prepareFigures(input, this.figures);
    this.prepared.unshift({ registers, figuresUnder });
    this.prepared.length = Math.min(this.prepared.length, PREPARED_KEPT);
    return figuresUnder;
  }
}

interface AskedFigure {
  readonly staffGroup: string;
  readonly measure: MonthlyMeasure;
  readonly year: number;
}

function figureOf({ staffGroup, measure, year }: AskedFigure, months: readonly string[]): Figure {
  const march = marchOf(months, year);
  return { measure, staffGroup, from: march - 12, to: march };
}

/** The levy in the pay of each projected month. */
function levyMonths(months: readonly string[]): readonly Figure[] {
  return months.slice(1).map((_, month) => ({
    measure: 'pay-bill-apprenticeship-levy',
    staffGroup: ALL_STAFF,
    from: month,
    to: month + 1,
  }));
}

function figureKey({ measure, staffGroup, to }: Figure): string {
  return `${staffGroup}|${measure}|${to}`;
}

function figuresOf(quantities: readonly Quantity[], months: readonly string[]): readonly Figure[] {
  const all = quantities.flatMap((quantity) => {
    if (quantity.kind !== 'measure' && quantity.kind !== 'balance') return [];
    const { staffGroup, year } = quantity;
    return measuresOf(quantity).map((measure) => figureOf({ staffGroup, measure, year }, months));
  });
  return [...new Map(all.map((figure) => [figureKey(figure), figure])).values()];
}

/** What the groups that no lever reaches add to each figure. */
function outsideOf(
  figures: readonly Figure[],
  output: ProjectionOutput,
  reached: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const others = { ...output, staffGroups: output.staffGroups.filter(({ code }) => !reached.has(code)) };
  const at = figuresIn(others);
  return new Map(
    figures
      .filter(({ staffGroup }) => staffGroup === ALL_STAFF)
      .map((figure) => {
        const year = Number((output.months[figure.to] ?? '').slice(0, 4)) - 1;
        return [figureKey(figure), at(figure.staffGroup, figure.measure, year)];
      }),
  );
}
