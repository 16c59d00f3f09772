import type { ReportUnit } from '../api/analysis-types';
import { figureText } from '../planning-modules/report-value';

/** A figure as it stands at an axis: without what its caption says. */
export function axisText(value: number, unit: ReportUnit): string {
  return unit === 'share'
    ? figureText(value, 'share').replace('.0%', '%')
    : (figureText(value, unit).split(' ')[0] ?? '');
}
