export { applyChanges, contentHash, type AppliedChange } from './apply-changes';
export {
  NationalApiError,
  ReleaseClient,
  type Change,
  type Connection,
  type EnvelopeLine,
  type HeldRelease,
  type Release,
} from './release-client';
export { assertionTokens, type ClientKey } from './assertion-tokens';
