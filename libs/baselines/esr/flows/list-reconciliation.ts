import type { People, Person } from '../extract/people';
import { countedAtEitherEnd } from './extract-flows';

/** A list of starters or of leavers beside the joiners or leavers that the two extracts show; people. */
export interface ListReconciliation {
  readonly list: 'starters' | 'leavers';
  /** People of the list with a day between the two extracts. */
  readonly listed: number;
  /** Rows of the list with another day. */
  readonly outsidePeriod: number;
  /** Joiners or leavers of the extracts. */
  readonly fromExtracts: number;
  /** In both. */
  readonly matched: number;
  /** Listed and in post at both ends: left and came back, or another assignment began or ended. */
  readonly atBothEnds: number;
  /** Listed and in post at neither end, and on the other list too: came and went in between. */
  readonly withinPeriod: number;
  /** Listed, but counted apart or left out in the extract (bank, career break, …). */
  readonly listedApart: number;
  /** From the extracts only, and counted apart at the other end (from bank to contract, to a career break, …). */
  readonly fromOrToApart: number;
  /** Listed only, without any of these reasons. */
  readonly listedOnly: number;
  /** From the extracts only, without any of these reasons. */
  readonly extractsOnly: number;
  /** What is not explained: listed only and from the extracts only. */
  readonly residual: number;
}

/** The people of a list, and how many of its rows lie outside the period. */
export interface ListedPeople {
  readonly pseudonyms: ReadonlySet<string>;
  readonly outsidePeriod: number;
}

export interface ReconciliationEvidence {
  readonly earlier: People;
  readonly later: People;
  /** Null where no such list was given. */
  readonly starters: ListedPeople | null;
  readonly leavers: ListedPeople | null;
  /** Bits of the rules that count people apart or leave them out, those of ended and future assignments aside. */
  readonly outsideRules: number;
}

type Mutable = { -readonly [Key in keyof ListReconciliation]: ListReconciliation[Key] };

/**
 * Reconciles the lists with the extracts: listed = matched + at both ends + within the period + apart +
 * listed only, and from the extracts = matched + from or to apart + from the extracts only.
 */
export function reconcileLists(evidence: ReconciliationEvidence): ListReconciliation[] {
  const { earlier, later, starters, leavers, outsideRules } = evidence;
  const results: ListReconciliation[] = [];
  if (starters !== null) {
    results.push(reconcile('starters', starters, leavers, { far: earlier, near: later, outsideRules }));
  }
  if (leavers !== null) {
    results.push(reconcile('leavers', leavers, starters, { far: later, near: earlier, outsideRules }));
  }
  return results;
}

/** The extract that the people of the list are expected in, and the one that they are not. */
interface Ends {
  readonly near: People;
  readonly far: People;
  readonly outsideRules: number;
}

function reconcile(
  list: ListReconciliation['list'],
  listed: ListedPeople,
  other: ListedPeople | null,
  ends: Ends,
): ListReconciliation {
  const counts: Mutable = {
    list,
    listed: listed.pseudonyms.size,
    outsidePeriod: listed.outsidePeriod,
    fromExtracts: 0,
    matched: 0,
    atBothEnds: 0,
    withinPeriod: 0,
    listedApart: 0,
    fromOrToApart: 0,
    listedOnly: 0,
    extractsOnly: 0,
    residual: 0,
  };
  for (const pseudonym of listed.pseudonyms) counts[placeOfListed(pseudonym, other, ends)] += 1;
  for (const { pseudonym, earlier, later } of countedAtEitherEnd(ends.far, ends.near)) {
    // Joiners are at the near end alone: for leavers the ends are the other way round.
    if (later === null || earlier !== null) continue;
    counts.fromExtracts += 1;
    if (listed.pseudonyms.has(pseudonym)) continue;
    counts[isOutside(ends.far.get(pseudonym), ends) ? 'fromOrToApart' : 'extractsOnly'] += 1;
  }
  counts.residual = counts.listedOnly + counts.extractsOnly;
  return counts;
}

function placeOfListed(
  pseudonym: string,
  other: ListedPeople | null,
  ends: Ends,
): 'matched' | 'atBothEnds' | 'withinPeriod' | 'listedApart' | 'listedOnly' {
  const here = ends.near.get(pseudonym);
  const there = ends.far.get(pseudonym);
  const isThere = there !== undefined && there.main !== null;
  if (here !== undefined && here.main !== null) return isThere ? 'atBothEnds' : 'matched';
  if (isOutside(here, ends)) return 'listedApart';
  return !isThere && other?.pseudonyms.has(pseudonym) === true ? 'withinPeriod' : 'listedOnly';
}

const isOutside = (person: Person | undefined, { outsideRules }: Ends): boolean =>
  person !== undefined && (person.rules & outsideRules) !== 0;
