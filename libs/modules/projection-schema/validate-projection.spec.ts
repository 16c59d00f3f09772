import inputExample from '../../../config/schemas/examples/projection-input.example.json';
import outputExample from '../../../config/schemas/examples/projection-output.example.json';
import outputSchema from '../../../config/schemas/projection-output.schema.json';
import { MONTHLY_MEASURES, project, ProjectionInputError } from '../projection';
import { validateProjectionInput, validateProjectionOutput } from '.';

function problemsOf(value: unknown) {
  try {
    validateProjectionInput(value);
  } catch (error) {
    if (error instanceof ProjectionInputError) return error.details;
    throw error;
  }
  return [];
}

describe('the published schemas', () => {
  it('accept the published examples', () => {
    expect(validateProjectionInput(inputExample)).toBe(inputExample);
    expect(validateProjectionOutput(outputExample)).toEqual([]);
  });

  it('describe the output of the example input, which is the published one', () => {
    const output = project(validateProjectionInput(inputExample));
    expect(validateProjectionOutput(output)).toEqual([]);
    output.staffGroups.forEach(({ series }, group) => {
      for (const measure of MONTHLY_MEASURES) {
        const published = outputExample.staffGroups[group]?.series[measure] ?? [];
        expect(published).toHaveLength(series[measure].length);
        series[measure].forEach((value, month) => expect(published[month]).toBeCloseTo(value, 6));
      }
    });
    expect(output.notices).toEqual(outputExample.notices);
  });

  it('name every monthly measure', () => {
    const { series } = outputSchema.properties.staffGroups.items.properties;
    expect(series.required).toEqual([...MONTHLY_MEASURES]);
    expect(validateProjectionOutput({ ...outputExample, months: [] })[0]?.pointer).toBe('/months');
  });

  it.each([
    ['a missing member', { calendar: undefined }, '/calendar', 'required', 'add calendar'],
    ['an unknown member', { extra: 1 }, '/extra', 'additionalProperties', 'remove extra'],
    ['another version', { schema: 'x/2' }, '/schema', 'const', 'set it to "wholetime.projection-input/1"'],
    ['text for a number', { draws: '1' }, '/draws', 'type', 'give integer'],
    ['an unreadable seed', { seed: '-1' }, '/seed', 'pattern', 'write it as ^[0-9]{1,20}$'],
  ])('refuse %s and say how to mend it', (_, change, pointer, rule, fix) => {
    const value: unknown = JSON.parse(JSON.stringify({ ...inputExample, ...change }));
    expect(problemsOf(value)).toEqual([expect.objectContaining({ pointer, rule, fix })]);
  });

  it('leave what a schema cannot say to the second check', () => {
    const calendar = { ...inputExample.calendar, years: 3 };
    expect(problemsOf({ ...inputExample, calendar })[0]).toMatchObject({ rule: 'length' });
    expect(problemsOf(null)[0]).toMatchObject({ pointer: '', rule: 'type' });
  });
});
