export { insertRows, upsertRows, type SqlValue } from './bulk-insert';
export { decimalToNumber, numberToDecimal } from './column-types';
export { createDataSource } from './data-source';
export { isDatabaseUnavailable, isDuplicateKey, isTransientConflict } from './database-errors';
export * from './entities';
export { hasPendingMigrations, migrate } from './migrate';
export { PersistenceModule } from './persistence.module';
export { UnitOfWork } from './unit-of-work';
