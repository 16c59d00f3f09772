import { parameterByKey } from '../registry';
import { registerByKey } from '../register';
import { MEASURES } from './measures';
import { MONTHLY_MEASURES } from './projection-output';

describe('the measures', () => {
  it('are each defined, by parameters and registers that exist', () => {
    expect(Object.keys(MEASURES).sort()).toEqual([...MONTHLY_MEASURES].sort());
    const definitions = Object.values(MEASURES);
    const unknownParameters = definitions
      .flatMap(({ parameters }) => parameters)
      .filter((key) => parameterByKey(key) === undefined);
    const unknownRegisters = definitions
      .flatMap(({ registers }) => registers)
      .filter((key) => registerByKey(key) === undefined);
    expect([...unknownParameters, ...unknownRegisters]).toEqual([]);
  });

  it('name as parts only other measures', () => {
    for (const [measure, { parts }] of Object.entries(MEASURES)) expect(parts).not.toContain(measure);
  });
});
