/** A number times a power of ten, without the error of a binary multiplication. */
export function shiftDecimals(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
