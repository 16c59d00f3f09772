import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the nearest package.json above this file: the same for source and for built output. */
export function projectRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'package.json'))) {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) {
    throw new Error('No package.json lies above the program: it was moved out of its folder.');
  }
  return projectRoot(parent);
}
