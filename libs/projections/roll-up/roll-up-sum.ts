import { encodeSeries, type GroupSeries } from '../series/series.codec';
import { resultSha256, type EncodedGroup } from '../series/result-hash';
import { netMovesWithinSystem, type NettedMoves } from './net-moves';
import { commonSpan, sumSeries, type MonthSpan } from './sum-series';

/** A child's series by staff group. */
export type GroupsOfResult = ReadonlyMap<string, GroupSeries>;

/** A node's sum, ready to be stored. */
export interface RollUpSum {
  readonly groups: readonly EncodedGroup[];
  readonly resultSha256: string;
  readonly span: MonthSpan;
  /** Moves taken out at this node, by staff group; groups without any are left out. */
  readonly netted: Readonly<Record<string, NettedMoves>>;
}

/**
 * Sums the children of a node, staff group by staff group, in the order given.
 *
 * @param children the results under the node, in organisation order; at least one
 * @param rule whether moves among the children are taken out
 */
export function sumResults(children: readonly GroupsOfResult[], rule: NettingRule): RollUpSum {
  const span = commonSpan(children.flatMap((groups) => [...groups.values()]));
  const codes = [...new Set(children.flatMap((groups) => [...groups.keys()]))].sort();
  const netted: Record<string, NettedMoves> = {};
  const groups = codes.map((code) => {
    const members = children.flatMap((child) => child.get(code) ?? []);
    const sum = sumSeries(members, span);
    if (rule === 'gross') {
      return { code, content: encodeSeries(sum) };
    }
    const net = netMovesWithinSystem(sum);
    if (net.netted.people > 0) {
      netted[code] = net.netted;
    }
    return { code, content: encodeSeries(net.group) };
  });
  return { groups, resultSha256: resultSha256(groups), span, netted };
}

/**
 * `net` where the members are organisations of one system; `gross` where there is nothing to net: a single
 * member, or systems and regions, whose own moves are netted already.
 */
export type NettingRule = 'net' | 'gross';

/** Adds the moves netted at several nodes, by staff group. */
export function addNetted(
  parts: readonly Readonly<Record<string, NettedMoves>>[],
): Readonly<Record<string, NettedMoves>> {
  const total: Record<string, NettedMoves> = {};
  for (const [code, moves] of parts.flatMap((part) => Object.entries(part))) {
    const sum = total[code] ?? { people: 0, fte: 0 };
    total[code] = { people: sum.people + moves.people, fte: sum.fte + moves.fte };
  }
  return total;
}
