const PAGE_BYTES = 65536;
/** Rows of cells begin at the start of a cache line. */
const LINE_BYTES = 64;
const NUMBER_BYTES = 8;
const WORD_BYTES = 4;

/** The linear memory of a WebAssembly instance. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Hands out the linear memory of a kernel from its start on; memory grows as needed and is kept. */
export class Arena {
  private end: number;
  private numberView: Float64Array;
  private wordView: Int32Array;

  /** @param first the first byte that may be handed out; above 0, so that address 0 is nothing */
  constructor(
    private readonly memory: KernelMemory,
    private readonly first: number,
  ) {
    this.end = align(first);
    this.numberView = new Float64Array(memory.buffer);
    this.wordView = new Int32Array(memory.buffer);
  }

  /** Gives back everything that was handed out. */
  clear(): void {
    this.end = align(this.first);
  }

  /** Address of `count` numbers, all 0. */
  zeros(count: number): number {
    const address = this.take(count * NUMBER_BYTES);
    const first = address / NUMBER_BYTES;
    this.numberView.fill(0, first, first + count);
    return address;
  }

  /** Address of a copy of the numbers. */
  numbers(values: ArrayLike<number>): number {
    const address = this.take(values.length * NUMBER_BYTES);
    this.numberView.set(values, address / NUMBER_BYTES);
    return address;
  }

  /** Address of copies of rows of `width` numbers, in the order given; a row may come any number of times. */
  rows(values: readonly number[], order: readonly number[], width: number): number {
    const address = this.take(order.length * width * NUMBER_BYTES);
    let place = address / NUMBER_BYTES;
    for (const row of order) {
      for (let index = row * width; index < (row + 1) * width; index += 1) {
        this.numberView[place] = values[index] as number;
        place += 1;
      }
    }
    return address;
  }

  /** Address of copies of the numbers, one part after the other. */
  table(parts: readonly (readonly number[])[]): number {
    const count = parts.reduce((sum, part) => sum + part.length, 0);
    const address = this.take(count * NUMBER_BYTES);
    let place = address / NUMBER_BYTES;
    for (const part of parts) {
      this.numberView.set(part, place);
      place += part.length;
    }
    return address;
  }

  /** Address of a copy of 32-bit words. */
  words(values: ArrayLike<number>): number {
    const address = this.take(values.length * WORD_BYTES);
    this.wordView.set(values, address / WORD_BYTES);
    return address;
  }

  /** Address of records of equal length, one after the other. */
  records(records: readonly (readonly number[])[], length: number): number {
    const address = this.take(records.length * length * WORD_BYTES);
    let place = address / WORD_BYTES;
    for (const record of records) {
      for (let field = 0; field < length; field += 1) {
        this.wordView[place] = record[field] as number;
        place += 1;
      }
    }
    return address;
  }

  /** Makes room, so that nothing taken up to that many bytes moves the memory under its views. */
  reserve(bytes: number): void {
    const missing = this.end + bytes - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.numberView = new Float64Array(this.memory.buffer);
      this.wordView = new Int32Array(this.memory.buffer);
    }
  }

  /** The numbers themselves, until memory grows or is cleared. */
  view(address: number, count: number): Float64Array {
    const first = address / NUMBER_BYTES;
    return this.numberView.subarray(first, first + count);
  }

  /** A 32-bit word. */
  word(address: number, index: number): number {
    return this.wordView[address / WORD_BYTES + index] as number;
  }

  /** A copy of the numbers. */
  copy(address: number, count: number): Float64Array {
    const first = address / NUMBER_BYTES;
    return this.numberView.slice(first, first + count);
  }

  private take(bytes: number): number {
    this.reserve(bytes + LINE_BYTES);
    const address = this.end;
    this.end = align(address + bytes);
    return address;
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / LINE_BYTES) * LINE_BYTES;
}
