import type { ResidualClass } from '#modules/backtest';

/** The residual growth error as the lines of its table in libs/modules/calibration. */
export function residualText(classes: readonly ResidualClass[]): string {
  return classes
    .map(({ sizeClass, deviationAt12Months, exponent, nationalShare }) => {
      const ends = `${sizeClass.fromFte}, ${String(sizeClass.belowFte)}`;
      const figures = [deviationAt12Months.toFixed(4), exponent.toFixed(2), nationalShare.toFixed(2)];
      return `  estimated([${ends}], ${figures.join(', ')}),`;
    })
    .join('\n');
}
