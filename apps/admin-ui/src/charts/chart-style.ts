import { CHART_COLOURS as COLOURS } from '#modules/report-layout';

export { COLOURS };

/** Colours of the lines and parts of a chart, in their order. */
export const SERIES_COLOURS: readonly string[] = [
  '#005eb8',
  '#007f3b',
  '#7c2855',
  '#a15c00',
  '#212b32',
  '#768692',
];

/** Colours of what leaves, is spent or expires, in their order. */
export const OUTGOING_COLOURS: readonly string[] = ['#d5281b', '#a15c00', '#7c2855'];

/** The type face and size of chart text. */
export const TEXT = { fontFamily: 'Arial, sans-serif', fontSize: 14, color: COLOURS.text } as const;

/** Below this width a chart drops its labels at the line ends for a legend. */
export const NARROW = 520;
