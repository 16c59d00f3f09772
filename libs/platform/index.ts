export { canonicalJson, sha256Hex } from './canonical-json';
export { Clock, SystemClock } from './clock';
export {
  Configuration,
  LOG_LEVELS,
  SERVICES_MODES,
  type LogLevel,
  type ServicesMode,
} from './configuration/configuration';
export { ConfigurationError, type ConfigurationFault } from './configuration/configuration.error';
export { ConfigurationModule } from './configuration/configuration.module';
export { loadConfiguration, type Environment } from './configuration/load-configuration';
export { executableSearchPath, inheritedEnvironment } from './configuration/inherited-environment';
export { type IdentityProviderSettings } from './configuration/sign-in-configuration';
export { projectRoot } from './configuration/project-root';
export { renderEnvironmentExample, renderSettingsTable } from './configuration/render-settings';
export { DomainError, type ErrorLogLevel, type ErrorTraits } from './errors/domain.error';
export {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  TooManyRequestsError,
  UnauthenticatedError,
  UnavailableError,
  type InputFault,
} from './errors/domain-errors';
export { StaleVersionError, VersionRequiredError } from './errors/version-errors';
export { driverErrorOf, isDiskFull, isServiceAway } from './errors/service-outage';
export { FAILPOINTS, failpoint, type Failpoint, type FailpointAction } from './failpoint';
export { ConcernError } from './health/concern.error';
export { HealthModule, type HealthOptions } from './health/health.module';
export { type ReadinessCheck } from './health/readiness-check';
export { createHttpAdapter } from './http/http-adapter';
export { HttpEdgeModule } from './http/http-edge.module';
export { InvalidRequestError, type RequestFault } from './http/invalid-request.error';
export { describeProblem, type Problem } from './http/problem';
export { ProblemFilter } from './http/problem.filter';
export { RequestValidationPipe } from './http/request-validation.pipe';
export {
  METRICS,
  METRIC_SECONDS,
  MetricsServer,
  countPulls,
  observeRun,
  publishGauge,
} from './metrics/metrics';
export { newId } from './identifier';
export { createLogger, loggerOptions } from './logging/logger-options';
export { correlationIdOf } from './logging/request-identity';
export { PlatformModule } from './platform.module';
export { toOpenApi31 } from './http/openapi-31';
export {
  endLeftServers,
  eventually,
  isRunning,
  livingHolder,
  parseDatabaseUrl,
  parseRedisUrl,
  ServicesError,
  startServices,
  withDatabase,
  writeHolder,
  type DatabaseAddress,
  type RedisAddress,
  type Report,
  type RunningServices,
} from './services';
export { neutralised } from './spreadsheet-text';
