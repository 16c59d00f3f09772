export { ApiClientAdministration, type NewClientKey } from './api-client-administration';
export { type ListedClient, type ListedClientKey } from './api-client-list';
export { ApiClientService, type NewApiClient } from './api-client.service';
export {
  ASSERTION_ALGORITHMS,
  CLIENT_SCOPES,
  LONGEST_ASSERTION_SECONDS,
  type ApiClient,
  type ClientScope,
} from './client-assertion';
