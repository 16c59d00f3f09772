import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import {
  compactDemoDirectory,
  readCompactManifest,
  readPointsByFile,
  type CompactManifest,
  type HistoryPoint,
} from '#baselines';
import { OrganisationTree, type OrganisationNode } from '#organisations';

const HEADER =
  'DATE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME,CLUSTER_GROUP,BENCHMARK_GROUP,' +
  'STAFF_GROUP,FTE_DAYS_LOST,FTE_DAYS_AVAILABLE,SICKNESS_ABSENCE_RATE_PERCENT';

/** The CSV files of a folder, in order of name. */
export async function csvFilesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.toLowerCase().endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name));
}

/** Writes the monthly absence files that the shipped history stands for, in the layout they were published in. */
export async function regenerateMonthlyFiles(manager: EntityManager, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const manifest = await readCompactManifest();
  const section = manifest.sections.find(({ kind }) => kind === 'sickness-absence-benchmarking');
  if (section === undefined) throw new Error('The shipped history has no absence files.');
  const names = await staffGroupNames(manager);
  for (const [index, { points }] of await readPointsByFile(compactDemoDirectory(), section)) {
    const tree = await OrganisationTree.load(manager, points[0]?.monthEnd ?? '');
    const rows = toRows(points, tree, names);
    await writeFile(join(folder, fileName(manifest, index)), `${[HEADER, ...rows].join('\n')}\n`);
  }
  return csvFilesOf(folder);
}

async function staffGroupNames(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ code: string; name: string }[]>('SELECT code, name FROM staff_group');
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const fileName = ({ files }: CompactManifest, index: number): string =>
  files[index]?.fileName ?? `${index}.csv`;

function toRows(
  points: readonly HistoryPoint[],
  tree: OrganisationTree,
  names: ReadonlyMap<string, string>,
): string[] {
  const lostOf = new Map(
    points
      .filter(({ measure }) => measure === 'fte-days-lost')
      .map((point) => [`${point.organisationCode}|${point.staffGroupCode}`, point.value]),
  );
  return points
    .filter(({ measure }) => measure === 'fte-days-available')
    .map(({ organisationCode, staffGroupCode, monthEnd, value }) => {
      const lost = lostOf.get(`${organisationCode}|${staffGroupCode}`) ?? null;
      const rate = value === null || lost === null ? '' : ((100 * Number(lost)) / Number(value)).toFixed(2);
      const label = names.get(staffGroupCode) ?? staffGroupCode;
      const fields = [...placeOf(organisationCode, tree), label, lost ?? '', value ?? '', rate];
      return [monthEnd.split('-').reverse().join('/'), ...fields.map(quote)].join(',');
    });
}

/** Region, system, organisation, cluster and benchmark group, as the published files name them. */
function placeOf(code: string, tree: OrganisationTree): string[] {
  const node = tree.nodes.find((one) => one.code === code && one.type !== 'system');
  const above = node === undefined ? [] : tree.ancestorsOf(node.id);
  const area = (type: OrganisationNode['type']): string[] => {
    const found = above.find((one) => one.type === type);
    return found === undefined
      ? ['QZZ', 'Special Health Authorities and other statutory bodies']
      : [found.code, found.name];
  };
  const sector = node?.sector ?? 'others';
  return [...area('region'), ...area('system'), code, node?.name ?? code, sector, sector];
}

const quote = (field: string): string => (field.includes(',') ? `"${field}"` : field);
