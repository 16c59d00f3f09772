export { ApiClientService, type NewApiClient } from './api-client.service';
export {
  ASSERTION_ALGORITHMS,
  CLIENT_SCOPES,
  LONGEST_ASSERTION_SECONDS,
  type ApiClient,
  type ClientScope,
} from './client-assertion';
