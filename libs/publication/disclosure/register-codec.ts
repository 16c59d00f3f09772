import type { PartialWorld } from './block-attack';
import type { Constraint } from './constraint-system';
import { cellKey, type DisclosureRegister, type FrozenCell, type Vintage } from './release-register';

const FORMAT = 'wholetime-disclosure-register/1';

/** JSON has no infinite numbers. */
type Bound = number | 'inf' | '-inf';

interface StoredRegister {
  readonly format: string;
  /** One sign for each variable: `1` for whole people, `0` for a real number. */
  readonly variables: string;
  readonly world: readonly number[];
  readonly proof: readonly { readonly columns: readonly number[]; readonly values: string }[];
  readonly links: readonly (readonly [
    columns: readonly number[],
    weights: readonly number[] | null,
    low: Bound,
    high: Bound,
  ])[];
  readonly vintages: readonly (readonly [string, Vintage])[];
  readonly cells: readonly FrozenCell[];
  /** Addresses with the place of their cell. */
  readonly addresses: readonly (readonly [string, number])[];
}

/** A register as text: the same register gives the same text, and every number survives to the bit. */
export function encodeRegister(register: DisclosureRegister): string {
  const places = new Map([...register.cells.keys()].map((key, place) => [key, place]));
  const stored: StoredRegister = {
    format: FORMAT,
    variables: register.variables.map(({ isWhole }) => (isWhole ? '1' : '0')).join(''),
    world: register.world,
    proof: register.proof.map(({ columns, values }) => ({
      columns,
      values: Buffer.from(Float64Array.from(values).buffer).toString('base64'),
    })),
    links: register.links.map(({ columns, weights, low, high }) => [
      columns,
      weights ?? null,
      bound(low),
      bound(high),
    ]),
    vintages: [...register.vintages],
    cells: [...register.cells.values()],
    addresses: [...register.addresses].map(([address, key]) => [address, places.get(key) ?? -1]),
  };
  return JSON.stringify(stored);
}

/** @throws RangeError for text that {@link encodeRegister} did not write */
export function decodeRegister(text: string): DisclosureRegister {
  const stored = JSON.parse(text) as StoredRegister;
  if (stored.format !== FORMAT)
    throw new RangeError('The stored register has a form that this version cannot read.');
  const cells = new Map(stored.cells.map((cell) => [cellKey(cell.columns), cell]));
  const keys = [...cells.keys()];
  return {
    variables: [...stored.variables].map((sign) => ({ isWhole: sign === '1' })),
    world: stored.world,
    proof: stored.proof.map(worldOf),
    links: stored.links.map(linkOf),
    vintages: new Map(stored.vintages),
    cells,
    addresses: new Map(stored.addresses.map(([address, place]) => [address, keys[place] ?? ''])),
  };
}

function worldOf({ columns, values }: StoredRegister['proof'][number]): PartialWorld {
  const bytes = new Uint8Array(Buffer.from(values, 'base64'));
  return { columns, values: new Float64Array(bytes.buffer) };
}

function linkOf([columns, weights, low, high]: StoredRegister['links'][number]): Constraint {
  const ends = { columns, low: number(low), high: number(high) };
  return weights === null ? ends : { ...ends, weights };
}

function bound(value: number): Bound {
  if (Number.isFinite(value)) return value;
  return value > 0 ? 'inf' : '-inf';
}

function number(value: Bound): number {
  if (typeof value === 'number') return value;
  return value === 'inf' ? Infinity : -Infinity;
}
