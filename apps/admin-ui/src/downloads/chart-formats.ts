import type { EChartsOption } from 'echarts';
import type { FigureSource } from '../plan/figure-source';
import { downloadFile, fileName } from './download-file';
import type { SaveFormat } from './save-links';
import { sourceLine } from './source-line';

interface SavedChart {
  readonly title: string;
  readonly height: number;
  readonly optionAt: (width: number) => EChartsOption;
}

/** PNG and SVG of a chart; what draws them is fetched with the first one. */
export function chartFormats(chart: SavedChart, source: FigureSource): SaveFormat[] {
  const picture = {
    ...chart,
    about: source.organisation.name,
    source: sourceLine(source),
  };
  const name = (extension: string) => fileName([source.organisation.code, chart.title], extension);
  return [
    {
      name: 'PNG',
      save: async () => downloadFile(name('png'), await (await import('./chart-image')).chartPng(picture)),
    },
    {
      name: 'SVG',
      save: async () => downloadFile(name('svg'), (await import('./chart-image')).chartSvg(picture)),
    },
  ];
}
