/** Colours of every chart, on screens and in papers: the NHS identity's, lines and bars at least 3:1 on white. */
export const CHART_COLOURS = {
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
