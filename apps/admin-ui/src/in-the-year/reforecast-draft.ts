import type { ExpectedFigure, ExpectedLine, YearComparison } from '../api/monitoring-types';
import { enteredFigure, figureToType } from './entered-figure';

/** What is typed, by staff group, month and line. */
export type TypedFigures = ReadonlyMap<string, string>;

export const placeOf = ({ staffGroup, month, line }: Omit<ExpectedFigure, 'value'>): string =>
  `${staffGroup}|${month}|${line}`;

/** What stands in the field of a month: what is typed, else what the latest reforecast says, else nothing. */
export function textAt(
  typed: TypedFigures,
  expected: readonly ExpectedFigure[],
  place: Omit<ExpectedFigure, 'value'>,
  unit: ExpectedLine['unit'],
): string {
  const key = placeOf(place);
  const before = expected.find((figure) => placeOf(figure) === key);
  return typed.get(key) ?? (before === undefined ? '' : figureToType(before.value, unit));
}

/** A field that can't be read. */
export interface UnreadField {
  readonly place: string;
  readonly text: string;
}

/**
 * The next reforecast: the latest one with what is typed over it. An emptied field is expected as planned.
 */
export function nextReforecast(
  { expected, left }: Pick<YearComparison, 'expected' | 'left'>,
  typed: TypedFigures,
): { readonly figures: readonly ExpectedFigure[]; readonly unread: readonly UnreadField[] } {
  const unitOf = (line: string) => left.find((each) => each.line === line)?.unit ?? 'wte';
  const kept = expected.filter((figure) => !typed.has(placeOf(figure)));
  const filled = [...typed].filter(([, text]) => text.trim() !== '');
  const read = filled.map(([place, text]) => {
    const [staffGroup = '', month = '', line = ''] = place.split('|');
    return { place, text, figure: { staffGroup, month, line, value: enteredFigure(text, unitOf(line)) } };
  });
  return {
    figures: [
      ...kept,
      ...read.flatMap(({ figure: { value, ...rest } }) => (value === null ? [] : [{ ...rest, value }])),
    ],
    unread: read.filter(({ figure }) => figure.value === null).map(({ place, text }) => ({ place, text })),
  };
}
