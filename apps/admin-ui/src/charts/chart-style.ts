/** Colours of the charts: the NHS identity's, lines and bars at least 3:1 on white. */
export const COLOURS = {
  supply: '#005eb8',
  range: '#c5d9ee',
  requirement: '#212b32',
  establishment: '#768692',
  stock: '#003087',
  gain: '#007f3b',
  loss: '#d5281b',
  text: '#212b32',
  secondary: '#4c6272',
  rule: '#d8dde0',
} as const;

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
