import { init, use as register } from 'echarts/core';
import { TitleComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import '../charts/echarts';
import { TEXT } from '../charts/chart-style';

register([TitleComponent, SVGRenderer]);

const WIDTH = 1000;
const TITLE_HEIGHT = 84;
const SOURCE_HEIGHT = 52;
const SHARPNESS = 2;
const BREAKING = { width: WIDTH - 32, overflow: 'break' } as const;

/** A chart to be kept as an image, with what must be known about it outside its page. */
export interface ChartPicture {
  readonly title: string;
  /** Whose figures they are, under the title. */
  readonly about: string;
  readonly source: string;
  readonly height: number;
  readonly optionAt: (width: number) => EChartsOption;
}

interface Grid {
  readonly top?: number | string;
  readonly bottom?: number | string;
}

function moved(value: number | string | undefined, by: number): number {
  return (typeof value === 'number' ? value : 0) + by;
}

/** The chart with its title above and its source below, in the picture itself. */
function framed({ title, about, source, height, optionAt }: ChartPicture): EChartsOption {
  const option = optionAt(WIDTH);
  const grid = (option.grid ?? {}) as Grid;
  const { legend } = option;
  return {
    ...option,
    animation: false,
    backgroundColor: '#fff',
    title: [
      {
        text: title,
        subtext: about,
        left: 16,
        top: 14,
        textStyle: { ...TEXT, ...BREAKING, fontSize: 20, fontWeight: 'bold' },
        subtextStyle: { ...TEXT, ...BREAKING },
      },
      {
        text: source,
        left: 16,
        top: height + TITLE_HEIGHT + 8,
        textStyle: { ...TEXT, ...BREAKING, fontSize: 12, lineHeight: 16, fontWeight: 'normal' },
      },
    ],
    grid: {
      ...grid,
      left: 16,
      top: moved(grid.top, TITLE_HEIGHT),
      bottom: moved(grid.bottom, SOURCE_HEIGHT),
    },
    ...(legend === undefined || Array.isArray(legend)
      ? {}
      : { legend: { ...legend, top: TITLE_HEIGHT, left: 16 } }),
  };
}

function heightOf({ height }: ChartPicture): number {
  return TITLE_HEIGHT + height + SOURCE_HEIGHT;
}

/** The chart as a picture that keeps sharp at any size. */
export function chartSvg(picture: ChartPicture): Blob {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: heightOf(picture) });
  chart.setOption(framed(picture));
  const text = chart.renderToSVGString();
  chart.dispose();
  return new Blob([text], { type: 'image/svg+xml' });
}

/** The chart as a picture of dots, for slides and documents. */
export async function chartPng(picture: ChartPicture): Promise<Blob> {
  const host = document.createElement('div');
  const size = { width: WIDTH, height: heightOf(picture) };
  const chart = init(host, null, { renderer: 'canvas', devicePixelRatio: SHARPNESS, ...size });
  chart.setOption(framed(picture));
  const canvas = chart.renderToCanvas({ pixelRatio: SHARPNESS, backgroundColor: '#fff' });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  chart.dispose();
  if (blob === null) throw new Error('The browser could not draw the chart.');
  return blob;
}
