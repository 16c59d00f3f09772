/** A figure of an organisation with one assumption at a time at its low and at its high. */
interface AnsweredTornado {
  readonly central: readonly number[];
  readonly bars: readonly {
    readonly parameter: string;
    readonly label: string;
    readonly staffGroup: string;
    readonly assumption: LowValueHigh;
    readonly atLow: readonly number[];
    readonly atHigh: readonly number[];
  }[];
}

interface LowValueHigh {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** A figure's change of an organisation, split over what differs. */
interface AnsweredChange {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly parts: readonly { readonly players: readonly string[]; readonly values: readonly number[] }[];
}

/** WTE below which an assumption doesn’t show. */
const LEAST_SWING = 0.05;
/** WTE below which a part of a change doesn’t show. */
const LEAST_PART = 0.005;

/** An assumption's effect on one figure: the figure at its low, and at its high. */
export interface Effect {
  readonly key: string;
  readonly label: string;
  readonly staffGroup: string;
  readonly atLow: number;
  readonly atHigh: number;
  /** The assumption itself; null in a sum, whose organisations differ in it. */
  readonly assumption: LowValueHigh | null;
}

export interface Effects {
  readonly central: number;
  /** Widest first. */
  readonly effects: readonly Effect[];
}

const swing = ({ atLow, atHigh }: Effect): number => Math.abs(atHigh - atLow);

/**
 * The effects of assumptions on the sum of a figure over organisations: each at its low, or high, in all of
 * them at once. An organisation without the assumption stays as it is.
 */
export function sumOfTornados(tornados: readonly AnsweredTornado[]): Effects {
  const central = tornados.reduce((sum, { central: [value = 0] }) => sum + value, 0);
  const byKey = new Map<string, Effect>();
  for (const {
    central: [own = 0],
    bars,
  } of tornados) {
    for (const { parameter, label, staffGroup, assumption, atLow, atHigh } of bars) {
      const key = `${parameter} ${staffGroup}`;
      const known = byKey.get(key) ?? {
        key,
        label,
        staffGroup,
        atLow: central,
        atHigh: central,
        assumption: null,
      };
      byKey.set(key, {
        ...known,
        atLow: known.atLow + (atLow[0] ?? own) - own,
        atHigh: known.atHigh + (atHigh[0] ?? own) - own,
        assumption: tornados.length === 1 ? assumption : null,
      });
    }
  }
  return { central, effects: [...byKey.values()].sort((left, right) => swing(right) - swing(left)) };
}

/** A change and what it is made of: `from` plus the parts is `to`. */
export interface Change {
  readonly from: number;
  readonly to: number;
  /** Largest first; several sources that were not told apart stand together. */
  readonly parts: readonly { readonly sources: readonly string[]; readonly value: number }[];
}

/** The change of the sum of a figure over organisations: what changed it in each, added up source by source. */
export function sumOfChanges(changes: readonly AnsweredChange[]): Change {
  const bySource = new Map<string, { readonly sources: readonly string[]; readonly value: number }>();
  for (const { parts } of changes) {
    for (const { players, values } of parts) {
      const key = players.join(' ');
      const value = (bySource.get(key)?.value ?? 0) + (values[0] ?? 0);
      bySource.set(key, { sources: players, value });
    }
  }
  return {
    from: changes.reduce((sum, { from: [value = 0] }) => sum + value, 0),
    to: changes.reduce((sum, { to: [value = 0] }) => sum + value, 0),
    parts: [...bySource.values()].sort((left, right) => Math.abs(right.value) - Math.abs(left.value)),
  };
}

/** The effects that show. */
export function shownEffects({ effects }: Effects): readonly Effect[] {
  return effects.filter((effect) => swing(effect) >= LEAST_SWING);
}

/** The parts of a change that show. */
export function shownParts({ parts }: Change): Change['parts'] {
  return parts.filter(({ value }) => Math.abs(value) >= LEAST_PART);
}
