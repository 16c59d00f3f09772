import { decodeBase64 } from './base64';
import { KERNEL_BASE64 } from './kernel-bytes';
import { Arena, type KernelMemory } from './arena';

/** What the engine uses of WebAssembly; the same in Node and in browsers, which declare it differently. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

interface KernelExports {
  readonly memory: KernelMemory;
  firstFree(): number;
  run(plan: number): number;
}

/** A kernel with a memory of its own. */
export interface Kernel {
  readonly arena: Arena;
  /** Runs the plan at an address; gives an Outcome. */
  run(plan: number): number;
}

/** Compiled at its first use; null where this JavaScript engine has no WebAssembly with vectors. */
let compiled: object | null | undefined;
let shared: Kernel | undefined;

/** A new kernel, or null where this JavaScript engine can't run it. */
export function createKernel(): Kernel | null {
  const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
  compiled ??= api === undefined ? null : compile(api);
  if (api === undefined || compiled === null) {
    return null;
  }
  const exports = new api.Instance(compiled, {}).exports as KernelExports;
  return { arena: new Arena(exports.memory, exports.firstFree()), run: (plan) => exports.run(plan) };
}

/** The kernel that single runs use one after the other; its memory is as large as the largest has needed. */
export function sharedKernel(): Kernel | null {
  shared ??= createKernel() ?? undefined;
  return shared ?? null;
}

/** A page whose content security policy forbids WebAssembly refuses to compile. */
function compile(api: WebAssemblyApi): object | null {
  const bytes = decodeBase64(KERNEL_BASE64);
  try {
    return api.validate(bytes) ? new api.Module(bytes) : null;
  } catch {
    return null;
  }
}
