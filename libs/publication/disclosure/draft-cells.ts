import { latticeCells, type LatticeCell } from './cell-lattice';
import { draftVariables, type DraftVariables } from './draft-variables';
import { publishCount, WITHHELD, type FigureKind, type PublishedCell } from './disclosure-rule';
import {
  addressText,
  EQUALITY_MEASURES,
  type CellAddress,
  type DatedFigures,
  type EqualityMeasure,
  type EqualityRelease,
} from './equality-release';
import { cellKey, vintageKey, type DisclosureRegister, type FrozenCell } from './release-register';

/** A cell of a release in preparation. */
export interface DraftCell {
  readonly key: string;
  readonly columns: readonly number[];
  readonly kind: FigureKind;
  readonly trueValue: number;
  readonly published: PublishedCell;
  readonly isProtected: boolean;
  /** False for what was published before and has not changed: it comes out as it did. */
  readonly isChangeable: boolean;
  readonly measure: EqualityMeasure;
  /** The cell of the same place in FTE, for people; null for FTE. */
  readonly fteKey: string | null;
}

/** A release after the rule and before the audit. */
export interface ReleaseDraft extends DraftVariables {
  readonly cells: ReadonlyMap<string, DraftCell>;
  /** Every address in release order with the key of its cell; null for one that is zero by construction. */
  readonly addresses: readonly { readonly address: CellAddress; readonly key: string | null }[];
}

/**
 * Applies the rule to every cell of a release: what was published before and has not changed keeps its output; FTE
 * is hidden where people are; a projection is hidden where its base is.
 */
export function draftRelease(register: DisclosureRegister, release: EqualityRelease): ReleaseDraft {
  const drafting = new Drafting(register, release);
  const basesFirst = [...release.dates].sort(
    (left, right) => Number(left.baseDate !== null) - Number(right.baseDate !== null),
  );
  for (const dated of basesFirst) {
    for (const measure of measuresOf(dated)) drafting.add(dated, measure);
  }
  return drafting.finish();
}

/** FTE has tables where every organisation knows it by these cells. */
function measuresOf({ organisations }: DatedFigures): readonly EqualityMeasure[] {
  const isKnown = organisations.every(({ fte }) => fte !== null);
  return EQUALITY_MEASURES.filter((measure) => measure !== 'fte' || isKnown);
}

class Drafting {
  private readonly draft: DraftVariables;
  private readonly cells = new Map<string, DraftCell>();
  private readonly keyOf = new Map<string, string>();
  private readonly addresses: { address: CellAddress; key: string | null }[] = [];

  constructor(
    private readonly register: DisclosureRegister,
    private readonly release: EqualityRelease,
  ) {
    this.draft = draftVariables(register, release);
  }

  add(dated: DatedFigures, measure: EqualityMeasure): void {
    const kind = measure === 'fte' ? 'real' : dated.kind;
    const variablesOf = (organisation: string) =>
      this.draft.vintages.get(vintageKey(organisation, dated.date, measure))?.variables ?? [];
    for (const cell of latticeCells(this.release, dated, measure, variablesOf)) {
      const key = cell.columns.length === 0 ? null : cellKey(cell.columns);
      this.addresses.push({ address: cell.address, key });
      if (key === null) continue;
      this.keyOf.set(cell.addressText, key);
      const known = this.cells.get(key);
      if (known?.isChangeable === false) continue;
      const drawn = this.draw(cell, { key, kind, baseDate: dated.baseDate });
      if (known === undefined || !drawn.isChangeable) this.cells.set(key, drawn);
      if (measure === 'fte') this.pair(cell.address, key);
    }
  }

  finish(): ReleaseDraft {
    const { variables, world, links, vintages, proof } = this.draft;
    return { variables, world, links, vintages, proof, cells: this.cells, addresses: this.addresses };
  }

  private draw(cell: LatticeCell, to: { key: string; kind: FigureKind; baseDate: string | null }): DraftCell {
    const { columns, trueValue, address } = cell;
    const { key, kind } = to;
    const common = { key, columns, kind, trueValue, measure: address.measure, fteKey: null };
    const before = this.publishedBefore(cell, key);
    if (before !== null) {
      const published = { value: before.value, status: before.status };
      return { ...common, published, isProtected: before.isProtected, isChangeable: false };
    }
    const follows = [this.peopleAt(address), this.baseAt(address, to.baseDate)].flatMap(
      (found) => found ?? [],
    );
    const ruled = publishCount(trueValue);
    const isWithheld = ruled.status === '' && follows.some(({ published }) => published.value === null);
    const published = isWithheld ? WITHHELD : ruled;
    const isProtected = ruled.status === 'c' || (isWithheld && follows.some((found) => found.isProtected));
    return { ...common, published, isProtected, isChangeable: true };
  }

  /** What an earlier release shows of the same sum, or at the same address of the same value. */
  private publishedBefore(cell: LatticeCell, key: string): FrozenCell | null {
    const same = this.register.cells.get(key);
    if (same !== undefined) return same;
    const last = this.register.cells.get(this.register.addresses.get(cell.addressText) ?? '');
    return last !== undefined && last.trueValue === cell.trueValue ? last : null;
  }

  private peopleAt(address: CellAddress): DraftCell | undefined {
    return address.measure === 'fte' ? this.at({ ...address, measure: 'headcount' }) : undefined;
  }

  private baseAt(address: CellAddress, baseDate: string | null): DraftCell | undefined {
    const base = baseDate === null ? undefined : this.at({ ...address, date: baseDate });
    return base?.isProtected === true ? base : undefined;
  }

  private at(address: CellAddress): DraftCell | undefined {
    return this.cells.get(this.keyOf.get(addressText(address)) ?? '');
  }

  private pair(address: CellAddress, fteKey: string): void {
    const people = this.at({ ...address, measure: 'headcount' });
    if (people !== undefined) this.cells.set(people.key, { ...people, fteKey });
  }
}
