/** Reading and writing of records and of numbers by month. */

@inline
export function word(record: usize, field: i32): usize {
  return load<u32>(record + (<usize>field << 2));
}

@inline
export function setWord(record: usize, field: i32, value: usize): void {
  store<u32>(record + (<usize>field << 2), <u32>value);
}

/** Number `index` of the numbers whose address stands in a field. */
@inline
export function at(record: usize, field: i32, index: i32): f64 {
  return load<f64>(word(record, field) + (<usize>index << 3));
}

@inline
export function setAt(record: usize, field: i32, index: i32, value: f64): void {
  store<f64>(word(record, field) + (<usize>index << 3), value);
}

@inline
export function addAt(record: usize, field: i32, index: i32, value: f64): void {
  const place = word(record, field) + (<usize>index << 3);
  store<f64>(place, load<f64>(place) + value);
}
