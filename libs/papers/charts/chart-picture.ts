import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { init } from 'echarts';
import { CHART_WIDTH, chartHeight, type ChartOfPaper } from './chart-of-paper';
import { CHART_FACE, chartOption } from './chart-option';
import { readFaces } from './faces';

/** A chart as a picture. */
export interface ChartPicture {
  readonly png: Buffer;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Picture dots for each point: sharp in print at 216 dots an inch. */
const DOTS_PER_POINT = 3;

/** A chart as SVG. */
export function chartSvg(chart: ChartOfPaper): string {
  const size = { width: CHART_WIDTH, height: chartHeight(chart) };
  const drawn = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    drawn.setOption(chartOption(chart));
    return drawn.renderToSVGString();
  } finally {
    drawn.dispose();
  }
}

let ready: Promise<void> | null = null;

/** The renderer can be started once in a process. */
function startRenderer(): Promise<void> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((code) => initWasm(code));
  return ready;
}

/** Draws a chart: the same picture for the same chart on every machine. */
export async function chartPicture(chart: ChartOfPaper): Promise<ChartPicture> {
  await startRenderer();
  const { regular, bold } = await readFaces();
  const renderer = new Resvg(chartSvg(chart), {
    fitTo: { mode: 'width', value: CHART_WIDTH * DOTS_PER_POINT },
    font: { fontBuffers: [regular, bold], defaultFontFamily: CHART_FACE },
  });
  const image = renderer.render();
  try {
    return { png: Buffer.from(image.asPng()), width: CHART_WIDTH, height: chartHeight(chart) };
  } finally {
    image.free();
    renderer.free();
  }
}
