import { InvalidArgumentError, type Command } from 'commander';
import type { DataSource } from 'typeorm';
import { NotFoundError, loadConfiguration } from '#platform';
import { ManifestSigner, ReleaseReader, ReleaseService, finaliseRelease } from '#publication';
import { withDatabase } from '../with-database';

interface PublishOptions {
  readonly round?: string;
  readonly scenario: string;
  readonly title?: string;
  readonly json?: boolean;
}

/** Adds `release publish`, `release finalise` and `release list` to the program. */
export function registerRelease(program: Command): void {
  const release = program.command('release').description('Immutable releases for the national body');
  release
    .command('publish')
    .description(
      'Freeze what stands for each system (agreed, submitted or default plan) as the next release, behind the ' +
        'disclosure gate',
    )
    .option('--round <name>', 'planning round; the newest by default')
    .option('--scenario <name>', 'scenario of systems without a plan', 'Plan submission')
    .option('--title <text>', 'title of the release; round and scenario by default')
    .option('--json', 'print the release as JSON')
    .action((options: PublishOptions) => withDatabase((dataSource) => publish(dataSource, options)));
  release
    .command('finalise')
    .description('Make the newest release final: later ones stand beside it')
    .argument('<number>', 'number of the release', wholeNumber)
    .action((number: number) => withDatabase((dataSource) => finalise(dataSource, number)));
  release
    .command('list')
    .description('Releases, newest first')
    .option('--json', 'print the list as JSON')
    .action((options: { readonly json?: boolean }) =>
      withDatabase(async (dataSource) => {
        const releases = await new ReleaseReader(dataSource).list();
        if (options.json) return void process.stdout.write(`${JSON.stringify(releases, null, 2)}\n`);
        for (const { number, title, rowCount, publishedAt, id } of releases) {
          process.stdout.write(`${number}  ${publishedAt}  ${rowCount} rows  ${id}  ${title}\n`);
        }
      }),
    );
}

async function publish(dataSource: DataSource, options: PublishOptions): Promise<void> {
  const scenario = await findScenario(dataSource, options);
  const title = options.title ?? `${scenario.roundName}: ${scenario.name}`;
  const service = new ReleaseService(
    dataSource,
    ManifestSigner.load(loadConfiguration().releaseSigningKeyFile),
  );
  const published = await service.publish({ scenarioId: scenario.id, title, actor: 'command-line' });
  if (options.json) return void process.stdout.write(`${JSON.stringify(published, null, 2)}\n`);
  const outcome = published.isNew ? 'published' : 'unchanged since';
  process.stdout.write(
    `${outcome} release ${published.number} "${published.title}": ${published.rowCount} rows, ` +
      `SHA-256 ${published.contentSha256}, id ${published.id}\n`,
  );
}

async function finalise(dataSource: DataSource, number: number): Promise<void> {
  await finaliseRelease(dataSource, number, 'command-line');
  process.stdout.write(`release ${number} is final\n`);
}

/** @throws InvalidArgumentError for a text that is no whole number above 0 */
function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give the number of a release, as in release list.');
}

async function findScenario(
  dataSource: DataSource,
  options: PublishOptions,
): Promise<{ id: string; name: string; roundName: string }> {
  const [found] = await dataSource.query<{ id: string; name: string; roundName: string }[]>(
    `SELECT scenario.id, scenario.name, round.name AS roundName
       FROM scenario JOIN planning_round AS round ON round.id = scenario.round_id
      WHERE scenario.name = ? AND (? IS NULL OR round.name = ?)
      ORDER BY round.first_year DESC LIMIT 1`,
    [options.scenario, options.round ?? null, options.round ?? null],
  );
  if (found) return found;
  const place = options.round === undefined ? 'in any round' : `in round "${options.round}"`;
  throw new NotFoundError(`There is no scenario "${options.scenario}" ${place}. Names are matched exactly.`);
}
