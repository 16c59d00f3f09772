/**
 * Numbers that inner loops need as vectors. They are read from memory: a vector constant in the code is put
 * together anew in every round of a loop.
 */
const NUMBERS = memory.data<f64>([
  0.5,
  2.0,
  2.0 / 11.0,
  2.0 / 9.0,
  2.0 / 7.0,
  2.0 / 5.0,
  2.0 / 3.0,
]);

/** Address of the units in the last place by which a cell may miss its balance. */
export const NEAR = memory.data<u64>([1 << 22]);

export enum Constant {
  Half,
  Two,
  TwoElevenths,
  TwoNinths,
  TwoSevenths,
  TwoFifths,
  TwoThirds,
}

/** The constant in both lanes. */
@inline
export function both(constant: Constant): v128 {
  return v128.load64_splat(NUMBERS + (<usize>constant << 3));
}
