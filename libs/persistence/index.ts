export { insertRows, upsertRows, type SqlValue } from './bulk-insert';
export { decimalToNumber, numberToDecimal } from './column-types';
export { createDataSource, createDataSourceOf, migrationNames } from './data-source';
export {
  isDatabaseUnavailable,
  isDuplicateKey,
  isFaultOfDatabase,
  isTransientConflict,
} from './database-errors';
export * from './entities';
export {
  RESTORE_MARK,
  hasPendingMigrations,
  isRestoring,
  migrate,
  migrateInRestore,
  withSchemaHeld,
} from './migrate';
export { PersistenceModule } from './persistence.module';
export { UnitOfWork } from './unit-of-work';
