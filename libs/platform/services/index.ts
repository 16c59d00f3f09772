export { unpackDebianPackages, type PackagesWanted, type UnpackedPackages } from './debian-packages';
export { livingHolder, writeHolder } from './exclusive-lock';
export { isRunning, type ProcessIdentity } from './operating-system-process';
export { ServicesError } from './services.error';
export {
  databaseUrlOfSocket,
  parseDatabaseUrl,
  parseRedisUrl,
  redisUrlOfSocket,
  withDatabase,
  type DatabaseAddress,
  type RedisAddress,
} from './service-url';
export { endLeftServers } from './private-servers';
export { startServices } from './start-services';
export { type Report, type RunningServices } from './private-server';
export { eventually } from './pause';
