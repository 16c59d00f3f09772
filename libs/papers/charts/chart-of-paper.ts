/** Lines over years, each told apart by its dash as well as its colour. */
export interface LinesChart {
  readonly kind: 'lines';
  readonly unit: string;
  readonly years: readonly string[];
  readonly lines: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
    readonly dash: 'solid' | 'dashed' | 'dotted';
  }[];
}

/** From an opening through its changes to a closing; the parts add up. */
export interface BridgeChart {
  readonly kind: 'bridge';
  readonly opening: { readonly label: string; readonly value: number };
  readonly parts: readonly { readonly label: string; readonly value: number }[];
  readonly closing: { readonly label: string; readonly value: number };
}

/** One bar for each name, to the right where above nothing and to the left where below. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly unit: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

/** What a chart shows, as data: how it is drawn is the same for every paper. */
export type ChartOfPaper = LinesChart | BridgeChart | BarsChart;

/** Points wide: the width of the text on a page. */
export const CHART_WIDTH = 500;

const BAR_HEIGHT = 21;

/** Points high. */
export function chartHeight(chart: ChartOfPaper): number {
  if (chart.kind === 'lines') return 250;
  const bars = chart.kind === 'bars' ? chart.bars.length : chart.parts.length + 2;
  return 36 + BAR_HEIGHT * Math.max(bars, 2);
}
