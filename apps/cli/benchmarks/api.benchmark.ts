import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReleaseFilesReader, type FileEncoding } from '#publication';
import { ServerProcess, tokenHeader } from './api-servers';
import { onApiStage, type ApiStage } from './api-stage';
import type { BenchmarkRow } from './benchmark-row';
import { putUnderLoad, type LoadLimits, type LoadOutcome, type LoadTarget } from './http-load';

/** Rounds of each pair: the two servers take turns, so that other work on the machine meets both. */
const ROUNDS = 5;
const SHORT: LoadLimits = { connections: 32, milliseconds: 1500, requests: Infinity };
const WHOLE: LoadLimits = { connections: 1, milliseconds: 60_000, requests: 1 };
/** Rows of a page of about 50 KB. */
const PAGE_ROWS = 150;
const COUNTED_ROWS = 1_000_000;

/** The bare server sends what lies in the folder of the stage. */
interface Stage extends ApiStage {
  readonly bare: ServerProcess;
  readonly authorization: string;
}

/**
 * The national API, with authentication and its log, beside a bare Node HTTP server that sends the same bytes: whole
 * release, a page, and 304, on 250 organisations x 14 staff groups x 60 periods x every measure.
 */
export function runApiBenchmark(): Promise<BenchmarkRow[]> {
  return onApiStage(async (stage) => {
    const bare = await ServerProcess.start('cli/benchmarks/bare-server.process.js', [stage.folder]);
    try {
      const authorization = await tokenHeader(stage.dataSource, stage.api);
      return await measured({ ...stage, bare, authorization });
    } finally {
      await bare.stop();
    }
  });
}

async function measured(stage: Stage): Promise<BenchmarkRow[]> {
  return [
    ...(await wholeRows(stage, 'identity')),
    ...(await wholeRows(stage, 'gzip')),
    ...(await pageRows(stage)),
    ...(await notModifiedRows(stage)),
  ];
}

/** The whole release as NDJSON, in one encoding. */
async function wholeRows(stage: Stage, encoding: FileEncoding): Promise<BenchmarkRow[]> {
  const { dataSource, release, api, bare, folder } = stage;
  const reader = new ReleaseFilesReader(dataSource);
  const files = await reader.representations(release.id, 'ndjson');
  const file = files.find((candidate) => candidate.encoding === encoding);
  if (file === undefined) throw new Error(`The release has no ${encoding} file.`);
  const bytes = Readable.from(reader.read(release.id, file, { first: 0, last: file.bytes - 1 }));
  await pipeline(bytes, createWriteStream(join(folder, encoding)));
  const path = `/v1/releases/${release.id}/observations`;
  const headers = { ...ndjsonHeaders(stage), 'Accept-Encoding': encoding };
  const [ours, reference] = await inTurns(
    { url: api.url, path, headers, status: 200 },
    { url: bare.url, path: `/${encoding}`, headers: {}, status: 200 },
    WHOLE,
  );
  const seconds = ours.seconds * (encoding === 'identity' ? COUNTED_ROWS / release.rowCount : 1);
  return rowsOf(`whole release, ${encoding}`, [ours, reference], {
    unit: 'MB per second',
    rate: ({ bodyBytes, seconds: taken }) => bodyBytes / taken / 1e6,
    note:
      encoding === 'identity'
        ? `${COUNTED_ROWS} rows in ${seconds.toFixed(2)} s; the bar is 3 s`
        : `${release.rowCount} rows in ${seconds.toFixed(2)} s`,
  });
}

async function pageRows(stage: Stage): Promise<BenchmarkRow[]> {
  const { release, api, bare, folder } = stage;
  const path = `/v1/releases/${release.id}/observations?limit=${PAGE_ROWS}`;
  const page = await fetch(`${api.url}${path}`, { headers: ndjsonHeaders(stage) });
  await pipeline(Readable.fromWeb(page.body as never), createWriteStream(join(folder, 'page')));
  const pair = await inTurns(
    { url: api.url, path, headers: ndjsonHeaders(stage), status: 200 },
    { url: bare.url, path: '/page', headers: {}, status: 200 },
    SHORT,
  );
  const size = Math.round((pair[0].bodyBytes / pair[0].requests) * 1e-3);
  return rowsOf(`page of ${size} KB`, pair, { ...PER_SECOND, note: 'the same page again and again' });
}

async function notModifiedRows(stage: Stage): Promise<BenchmarkRow[]> {
  const { release, api, bare } = stage;
  const path = `/v1/releases/${release.id}/observations`;
  const { headers } = await fetch(`${api.url}${path}`, { method: 'HEAD', headers: ndjsonHeaders(stage) });
  const etag = headers.get('etag') ?? '';
  const pair = await inTurns(
    { url: api.url, path, headers: { ...ndjsonHeaders(stage), 'If-None-Match': etag }, status: 304 },
    { url: bare.url, path: '/page', headers: { 'If-None-Match': '"page"' }, status: 304 },
    SHORT,
  );
  return rowsOf('304', pair, { ...PER_SECOND, note: 'every answer logged, its pull too' });
}

const PER_SECOND = {
  unit: 'requests per second',
  rate: ({ requests, seconds }: LoadOutcome): number => requests / seconds,
};

const ndjsonHeaders = ({ authorization }: Stage) => ({
  Accept: 'application/x-ndjson',
  'Accept-Encoding': 'identity',
  Authorization: authorization,
});

/** The better of several rounds of each, taken in turns after a first that warms up. */
async function inTurns(
  ours: LoadTarget,
  reference: LoadTarget,
  limits: LoadLimits,
): Promise<readonly [LoadOutcome, LoadOutcome]> {
  const outcomes: [LoadOutcome[], LoadOutcome[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, target] of [ours, reference].entries()) {
      const outcome = await putUnderLoad(target, limits);
      if (round > 0) outcomes[place]?.push(outcome);
    }
  }
  return [bestOf(outcomes[0]), bestOf(outcomes[1])];
}

function bestOf(outcomes: readonly LoadOutcome[]): LoadOutcome {
  const rate = ({ requests, seconds }: LoadOutcome): number => requests / seconds;
  return outcomes.reduce((best, outcome) => (rate(outcome) > rate(best) ? outcome : best));
}

interface Wording {
  readonly unit: string;
  readonly rate: (outcome: LoadOutcome) => number;
  readonly note: string;
}

function rowsOf(
  name: string,
  [ours, reference]: readonly [LoadOutcome, LoadOutcome],
  { unit, rate, note }: Wording,
): BenchmarkRow[] {
  const ratio = rate(reference) / rate(ours);
  return [
    { name, value: rate(ours), unit, ratio: 1, note },
    { name: `bare server, ${name}`, value: rate(reference), unit, ratio, note: 'the bar is 2x' },
  ];
}
