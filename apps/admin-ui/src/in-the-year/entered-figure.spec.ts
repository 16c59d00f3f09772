import { enteredFigure, figureToType } from './entered-figure';

describe('entered figures', () => {
  it.each([
    ['1,234.5', 'wte', 1234.5],
    ['£ 90', 'pounds', 90],
    ['5.2%', 'share', 0.052],
    ['5.2', 'share', 0.052],
    ['0', 'wte', 0],
    ['-3', 'wte', null],
    ['1,23', 'wte', null],
    ['', 'wte', null],
    ['many', 'share', null],
  ] as const)('reads %s as %s', (text, unit, value) => {
    expect(enteredFigure(text, unit)).toBe(value);
  });

  it('types a figure so that it is read as the same', () => {
    for (const value of [0.05213, 0.1, 0.0007]) {
      expect(enteredFigure(figureToType(value, 'share'), 'share')).toBe(value);
    }
  });
});
