import { csvOf } from './csv';

describe('comma-separated values', () => {
  it('quote what would break a row, and keep every digit', () => {
    expect(
      csvOf([
        ['Staff group', 'Share, "BME"'],
        ['Nurses & health visitors', 0.123456789012345],
      ]),
    ).toBe('\uFEFFStaff group,"Share, ""BME"""\r\nNurses & health visitors,0.123456789012345\r\n');
  });

  it.each(['=HYPERLINK("x")', '+1', '-2', '@SUM(A1)', '\tx'])('neutralise the formula %j', (text) => {
    const [, second = ''] = csvOf([['name'], [text]]).split('\r\n');
    expect(second.replace(/^"/, '')).toMatch(/^'/);
  });

  it('leave negative numbers numbers, and cells without a value empty', () => {
    expect(csvOf([[-3.5, null, 'x']])).toBe('\uFEFF-3.5,,x\r\n');
  });
});
