import type { OverviewResult } from '../api/types';

const SHORT = 12;

function Short({ value }: { readonly value: string }) {
  return (
    <code className="wt-code" title={value}>
      {value.slice(0, SHORT)}
    </code>
  );
}

/** Which calculation the figures are from, so that they can be recomputed and compared. */
export function ProvenanceLine({ result }: { readonly result: OverviewResult }) {
  return (
    <p className="wt-provenance">
      {result.kind === 'run' ? 'Run' : 'Roll-up'} <code className="wt-code">{result.id}</code>, engine{' '}
      <Short value={result.engineVersion} />, input <Short value={result.inputSha256} />, result{' '}
      <Short value={result.resultSha256} />
    </p>
  );
}
