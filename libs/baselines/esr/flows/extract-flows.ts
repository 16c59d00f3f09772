import type { ExtractAxes } from '../extract/assignment';
import { groupOfLine, lineCodes } from '../extract/cells';
import { postsOf, type People, type Person } from '../extract/people';
import { FTE_SCALE } from '../reading/esr-values';

/** People and contracted WTE. */
export interface Stock {
  readonly headcount: number;
  readonly fte: number;
}

/**
 * What changed between two extracts: opening + joiners - leavers + moved in - moved out + changed hours =
 * closing, exactly, for headcount and for WTE.
 */
export interface Flows {
  readonly opening: Stock;
  readonly joiners: Stock;
  readonly leavers: Stock;
  readonly movedIn: Stock;
  readonly movedOut: Stock;
  /** WTE of people who are at both ends and did not move, later less earlier. */
  readonly changedHoursFte: number;
  readonly closing: Stock;
}

export interface GroupFlows extends Flows {
  readonly staffGroupCode: string;
}

export interface LineFlows extends GroupFlows {
  readonly bandCode: string;
}

/** People whose main assignment went from one planning line to another. */
export interface InternalMove {
  readonly from: { readonly staffGroupCode: string; readonly bandCode: string };
  readonly to: { readonly staffGroupCode: string; readonly bandCode: string };
  readonly headcount: number;
  /** WTE there at the earlier extract, and here at the later. */
  readonly fteBefore: number;
  readonly fteAfter: number;
}

export interface ExtractFlows {
  readonly all: Flows;
  readonly byGroup: readonly GroupFlows[];
  readonly byLine: readonly LineFlows[];
  readonly moves: readonly InternalMove[];
  /** People at both ends whose latest start lies between: they left and came back. */
  readonly rehired: number;
}

/** A pseudonym's counted person at each end; null where there is none. */
export interface PersonAtBothEnds {
  readonly pseudonym: string;
  readonly earlier: Person | null;
  readonly later: Person | null;
}

/** Everyone who is in the counted workforce at either end. */
export function* countedAtEitherEnd(earlier: People, later: People): Generator<PersonAtBothEnds> {
  const counted = (person: Person | undefined): Person | null =>
    person === undefined || person.main === null ? null : person;
  for (const [pseudonym, person] of later.entries()) {
    const before = counted(earlier.get(pseudonym));
    if (before !== null || person.main !== null) {
      yield { pseudonym, earlier: before, later: counted(person) };
    }
  }
  for (const [pseudonym, person] of earlier.entries()) {
    if (person.main !== null && later.get(pseudonym) === undefined) {
      yield { pseudonym, earlier: person, later: null };
    }
  }
}

/** The change from one extract to a later one, matched person by person. */
export function compareExtracts(
  earlier: People,
  later: People,
  axes: ExtractAxes,
  earlierAsAt: string,
): ExtractFlows {
  const all = new FlowAccounts(() => 0);
  const groups = new FlowAccounts((line) => groupOfLine(line, axes));
  const lines = new FlowAccounts((line) => line);
  const moves = new Map<string, { from: number; to: number; heads: number; before: number; after: number }>();
  let rehired = 0;
  for (const one of countedAtEitherEnd(earlier, later)) {
    for (const accounts of [all, groups, lines]) accounts.add(one);
    const [before, after] = [one.earlier?.main, one.later?.main];
    if (!before || !after) continue;
    if ((one.later?.latestStart ?? '') > earlierAsAt) rehired += 1;
    if (before.line === after.line) continue;
    const key = `${before.line}|${after.line}`;
    const move = moves.get(key) ?? { from: before.line, to: after.line, heads: 0, before: 0, after: 0 };
    move.heads += 1;
    move.before += before.fte;
    move.after += after.fte;
    moves.set(key, move);
  }
  return {
    all: all.of(0),
    byGroup: groups.list().map(([key, flows]) => ({ staffGroupCode: axes.staffGroups[key] ?? '', ...flows })),
    byLine: lines.list().map(([key, flows]) => ({ ...lineCodes(key, axes), ...flows })),
    moves: [...moves.values()]
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .map((move) => ({
        from: lineCodes(move.from, axes),
        to: lineCodes(move.to, axes),
        headcount: move.heads,
        fteBefore: move.before / FTE_SCALE,
        fteAfter: move.after / FTE_SCALE,
      })),
    rehired,
  };
}

const ACCOUNTS = ['opening', 'joiners', 'leavers', 'movedIn', 'movedOut', 'changedHours', 'closing'] as const;
type Account = (typeof ACCOUNTS)[number];
type Amounts = Record<Account, { heads: number; fte: number }>;

/** Books people by a key of their planning lines; WTE in hundred-thousandths. */
class FlowAccounts {
  private readonly byKey = new Map<number, Amounts>();

  constructor(private readonly keyOf: (line: number) => number) {}

  add({ earlier, later }: PersonAtBothEnds): void {
    this.bookStock('opening', earlier);
    this.bookStock('closing', later);
    if (earlier === null) return this.bookStock('joiners', later);
    if (later === null) return this.bookStock('leavers', earlier);
    this.bookStayer(earlier, later);
  }

  of(key: number): Flows {
    const amounts = this.amounts(key);
    const stock = (account: Account): Stock => ({
      headcount: amounts[account].heads,
      fte: amounts[account].fte / FTE_SCALE,
    });
    return {
      opening: stock('opening'),
      joiners: stock('joiners'),
      leavers: stock('leavers'),
      movedIn: stock('movedIn'),
      movedOut: stock('movedOut'),
      changedHoursFte: amounts.changedHours.fte / FTE_SCALE,
      closing: stock('closing'),
    };
  }

  /** In the order of the keys. */
  list(): [number, Flows][] {
    return [...this.byKey.keys()].sort((a, b) => a - b).map((key) => [key, this.of(key)]);
  }

  private bookStock(account: Account, person: Person | null): void {
    if (person === null) return;
    for (const [index, { line, fte }] of postsOf(person).entries()) {
      this.book(account, this.keyOf(line), index === 0 ? 1 : 0, fte);
    }
  }

  /** A mover takes the WTE there out and brings the WTE here in; all other differences are hours. */
  private bookStayer(earlier: Person, later: Person): void {
    const [before, after] = [this.fteByKey(earlier), this.fteByKey(later)];
    const from = this.keyOf(earlier.main?.line ?? 0);
    const to = this.keyOf(later.main?.line ?? 0);
    if (from !== to) {
      this.book('movedOut', from, 1, before.get(from) ?? 0);
      this.book('movedIn', to, 1, after.get(to) ?? 0);
      before.set(from, 0);
      after.set(to, 0);
    }
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      this.book('changedHours', key, 0, (after.get(key) ?? 0) - (before.get(key) ?? 0));
    }
  }

  private fteByKey(person: Person): Map<number, number> {
    const fte = new Map<number, number>();
    for (const post of postsOf(person)) {
      const key = this.keyOf(post.line);
      fte.set(key, (fte.get(key) ?? 0) + post.fte);
    }
    return fte;
  }

  private book(account: Account, key: number, heads: number, fte: number): void {
    const amount = this.amounts(key)[account];
    amount.heads += heads;
    amount.fte += fte;
  }

  private amounts(key: number): Amounts {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const amounts = Object.fromEntries(
      ACCOUNTS.map((account) => [account, { heads: 0, fte: 0 }]),
    ) as unknown as Amounts;
    this.byKey.set(key, amounts);
    return amounts;
  }
}
