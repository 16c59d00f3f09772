import { blockToHtml, blockToText, placeBlock, tileBlock } from './clipboard-block';
import { parseBlock } from './parse-block';
import { select } from './selection';

const extent = { rows: 4, columns: 3 };
const at = (row: number, column: number) => select({ row, column });

describe('reading a copied block', () => {
  it('reads CRLF, the trailing line break and quoted cells as Excel writes them', () => {
    expect(parseBlock('8.5%\t1,234\r\n"a ""b"""\t(3)\r\n')).toEqual([
      ['8.5%', '1,234'],
      ['a "b"', '(3)'],
    ]);
  });

  it('keeps blank cells and blank rows inside the block', () => {
    expect(parseBlock('1\t\t3\n\n4\t5\t6')).toEqual([['1', '', '3'], [''], ['4', '5', '6']]);
  });

  it('keeps a comma inside a cell', () => {
    expect(parseBlock('1,234')).toEqual([['1,234']]);
  });

  it('reads a quoted cell with a line break as one cell', () => {
    expect(parseBlock('"1\r\n2"\t3\r\n')).toEqual([['1\r\n2', '3']]);
  });
});

describe('laying a block on the grid', () => {
  const block = [
    ['1', '2'],
    ['3', '4'],
  ];

  it('lays it at the selected cell and touches no other', () => {
    const { texts, fallenOff } = placeBlock(block, at(1, 1), extent);
    expect(texts).toEqual([
      { position: { row: 1, column: 1 }, text: '1' },
      { position: { row: 1, column: 2 }, text: '2' },
      { position: { row: 2, column: 1 }, text: '3' },
      { position: { row: 2, column: 2 }, text: '4' },
    ]);
    expect(fallenOff).toBe(0);
  });

  it('counts what falls off the edges', () => {
    const { texts, fallenOff } = placeBlock(block, at(3, 2), extent);
    expect(texts).toEqual([{ position: { row: 3, column: 2 }, text: '1' }]);
    expect(fallenOff).toBe(3);
  });

  it('repeats it over a selection that holds it a whole number of times', () => {
    const four = { anchor: { row: 3, column: 0 }, focus: { row: 0, column: 1 } };
    expect(
      placeBlock(block, four, extent)
        .texts.map(({ text }) => text)
        .join(''),
    ).toBe('12341234');
    const single = { anchor: { row: 0, column: 0 }, focus: { row: 1, column: 2 } };
    expect(placeBlock([['9']], single, extent).texts).toHaveLength(6);
  });

  it('lays it once over a selection that it doesn’t fit', () => {
    const three = { anchor: { row: 0, column: 0 }, focus: { row: 2, column: 1 } };
    expect(placeBlock(block, three, extent).texts).toHaveLength(4);
  });

  it('leaves out the missing cells of short rows', () => {
    const ragged = placeBlock([['1', '2'], ['3']], at(0, 0), extent);
    expect(ragged.texts.map(({ text }) => text)).toEqual(['1', '2', '3']);
  });
});

describe('filling and copying', () => {
  it('repeats a block over a fill in either direction, and leaves the source alone', () => {
    const block = [
      ['1', '2'],
      ['3', '4'],
    ];
    const source = { top: 2, left: 0, bottom: 3, right: 1 };
    const texts = (target: Partial<typeof source>) =>
      tileBlock(block, source, { ...source, ...target }).map(({ position, text }) => [
        position.row,
        position.column,
        text,
      ]);
    expect(texts({ bottom: 4 })).toEqual([
      [4, 0, '1'],
      [4, 1, '2'],
    ]);
    expect(texts({ top: 1 })).toEqual([
      [1, 0, '3'],
      [1, 1, '4'],
    ]);
    expect(texts({ right: 2 })).toEqual([
      [2, 2, '1'],
      [3, 2, '3'],
    ]);
    expect(texts({})).toEqual([]);
  });

  it('copies as tab-separated text and as an HTML table', () => {
    expect(
      blockToText([
        ['1', '2'],
        ['3', '<x>'],
      ]),
    ).toBe('1\t2\r\n3\t<x>');
    expect(parseBlock(blockToText([['a\tb', 'say "x"']]))).toEqual([['a\tb', 'say "x"']]);
    expect(blockToHtml([['1', '<x>']])).toBe('<table><tr><td>1</td><td>&lt;x&gt;</td></tr></table>');
  });
});
