import * as fc from 'fast-check';
import { anyInput } from '../../../test/support/engine-input.fixture';
import { oneCellInput } from '../../../test/support/one-cell-input.fixture';
import { EXIT_CAUSES, type EngineOutput } from '../model';
import { simulateReadable } from '../simulate-readable';
import { simulateFast } from './simulate-fast';

/** Every number of an output as its bits, by name. */
function bitsOf(output: EngineOutput | null): unknown {
  return JSON.parse(
    JSON.stringify(output, (_, value: unknown) =>
      value instanceof Float64Array
        ? [...new BigUint64Array(value.slice().buffer)].map((bits) => bits.toString(16))
        : value,
    ),
  );
}

describe('the kernel', () => {
  it('leaves a broken law to the readable engine, and the next run is right again', () => {
    const broken = oneCellInput({ headcount: [Infinity], fte: [80] });
    expect(simulateFast(broken, { cellMonths: [] })).toBeNull();
    const sound = oneCellInput({ exitProbability: EXIT_CAUSES.map(() => [0.1, 0.2]) });
    const options = { cellMonths: [2] };
    expect(bitsOf(simulateFast(sound, options))).toEqual(bitsOf(simulateReadable(sound, options)));
  });

  it('gives the bits of the readable engine for any organisation', () => {
    fc.assert(
      fc.property(anyInput, fc.array(fc.integer({ min: 0, max: 14 })), (input, cellMonths) => {
        const fast = simulateFast(input, { cellMonths });
        expect(fast).not.toBeNull();
        expect(bitsOf(fast)).toEqual(bitsOf(simulateReadable(input, { cellMonths })));
      }),
      { numRuns: 400 },
    );
  });
});
