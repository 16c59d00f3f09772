import type { EChartsOption } from 'echarts';
import { lazy, Suspense } from 'react';

const ChartCanvas = lazy(() => import('./chart-canvas'));

interface LazyChartProps {
  readonly optionAt: (width: number) => EChartsOption;
  readonly height: number;
  readonly label: string;
}

/** A chart whose library is fetched when the first chart is shown; its room is kept meanwhile. */
export function LazyChart(props: LazyChartProps) {
  return (
    <Suspense fallback={<div className="wt-chart-placeholder" style={{ height: props.height }} />}>
      <ChartCanvas {...props} />
    </Suspense>
  );
}
