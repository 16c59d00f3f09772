import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import { init, type EChartsType } from './echarts';

interface ChartCanvasProps {
  /** The chart at a given width in CSS pixels. */
  readonly optionAt: (width: number) => EChartsOption;
  readonly height: number;
  /** What the chart shows, for people who can't see it; the figures are in its table. */
  readonly label: string;
}

function draw(chart: EChartsType, optionAt: (width: number) => EChartsOption): void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({ ...optionAt(chart.getWidth()), animation: !still }, { notMerge: true });
}

/** Draws an ECharts option on a canvas, which needs no inline styles, at the width that there is. */
export default function ChartCanvas({ optionAt, height, label }: ChartCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const latest = useRef(optionAt);

  useEffect(() => {
    if (host.current === null) return undefined;
    const instance = init(host.current, null, { renderer: 'canvas' });
    chart.current = instance;
    const observer = new ResizeObserver(() => {
      instance.resize();
      draw(instance, latest.current);
    });
    observer.observe(host.current);
    return () => {
      observer.disconnect();
      instance.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    latest.current = optionAt;
    if (chart.current !== null) draw(chart.current, optionAt);
  }, [optionAt]);

  return <div ref={host} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
