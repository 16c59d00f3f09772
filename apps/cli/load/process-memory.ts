import { readFileSync, readdirSync } from 'node:fs';

const PROGRAM = /dist\/apps\/(?<name>[a-z-]+)\/main\.js/;
const PAGE_BYTES = 4096;

/**
 * Resident memory of the product's processes under one that started them, in megabytes by their names. A process that
 * ends while it is looked at is left out.
 */
export function memoryOfProcesses(parent: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const pid of childrenOf(parent)) {
    const name = PROGRAM.exec(contentOf(pid, 'cmdline'))?.groups?.['name'];
    const pages = Number(contentOf(pid, 'statm').split(' ')[1]);
    if (name !== undefined && pages > 0) found.set(name, (pages * PAGE_BYTES) / 1e6);
  }
  return found;
}

function childrenOf(parent: number): readonly string[] {
  return readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && Number(/\) \S (\d+)/.exec(contentOf(pid, 'stat'))?.[1]) === parent,
  );
}

function contentOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
