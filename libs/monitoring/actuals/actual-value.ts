import { REPORTED_LINES, toWholeUnits, type ReportedLine, type WholeUnits } from '../variance';

/** What is wrong with a value, and what to do. */
export interface ValueFault {
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

const NUMBER = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/;
/** More than any staff group of any organisation has, or is paid, in a month. */
const LARGEST = { wte: 1_000_000, pounds: 1_000_000_000, share: 1 } as const;

/** A field of a file in whole numbers of the line's smallest unit; digits beyond it are rounded. */
export function readActualValue(line: ReportedLine, text: string): WholeUnits | ValueFault {
  const unit = REPORTED_LINES[line];
  const isShare = unit.unit === 'share';
  const digits = isShare ? text.replace(/\s*%$/, '') : text.replace(/^£\s*/, '');
  if (!NUMBER.test(digits) || (isShare && digits === text)) {
    return {
      rule: 'is-number',
      message: `“${text.slice(0, 40)}” is not ${isShare ? 'a share in per cent' : 'a number from 0 up'}.`,
      fix: isShare
        ? 'Write per cent with its sign, for instance 5.2%.'
        : 'Write digits, for instance 1234.5.',
    };
  }
  const value = Number(digits.replaceAll(',', '')) / (isShare ? 100 : 1);
  if (value <= LARGEST[unit.unit]) return toWholeUnits(value, unit);
  return {
    rule: 'largest',
    message: `${text} is more than a staff group has in a month.`,
    fix: isShare ? 'A share is at most 100%.' : 'Check the unit: WTE, and pounds of the month.',
  };
}
