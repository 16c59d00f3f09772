import type { Command } from 'commander';
import { loadConfiguration } from '#platform';
import type { RunningProduct } from '../start/product';

interface StartOptions {
  readonly json?: boolean;
}

/** Adds `start` to the program. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description('Run the product: database, queue, pages, API, worker and national API')
    .option('--json', 'print addresses and accounts as one line of JSON')
    .action(start);
}

async function start({ json }: StartOptions): Promise<void> {
  // Loaded here, so that other commands need not wait for it.
  const { Product } = await import('../start/product.js');
  const product = new Product(loadConfiguration(), say);
  stopOnSignal(() => product.stop());
  try {
    const running = await product.start();
    process.stdout.write(json === true ? `${JSON.stringify(running)}\n` : welcome(running));
  } catch (error) {
    await product.stop();
    throw error;
  }
}

/** The first signal stops in order; a second one does not wait: what is left is cleared up at the next start. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) {
        process.exit(1);
      }
      isStopping = true;
      say('stopping');
      void stop().finally(() => process.exit(0));
    });
  }
}

function say(line: string): void {
  process.stderr.write(`wholetime: ${line}\n`);
}

function welcome({ url, nationalUrl, accounts }: RunningProduct): string {
  const fresh = accounts.filter(({ password }) => password !== null);
  const rows = fresh.map(
    ({ role, email, password, organisations }) =>
      `  ${role.padEnd(20)}${email.padEnd(42)}${(password ?? '').padEnd(22)}${organisations}`,
  );
  return [
    '',
    `Wholetime runs at ${url}`,
    ...(nationalUrl === null ? [] : [`National API at ${nationalUrl}/v1`]),
    ...(rows.length === 0 ? [] : ['', 'Accounts of the demo (passwords are shown once):', ...rows]),
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}
