import { TextEncoder } from 'node:util';

/** Browsers have a TextEncoder, which the router needs; jsdom doesn't. */
Object.assign(globalThis, { TextEncoder });
