import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Configuration } from '#platform';
import { WholetimeDataSource, dataSourceOptions, type ConnectionLimits } from './data-source';
import { UnitOfWork } from './unit-of-work';

type LimitedOptions = ReturnType<typeof dataSourceOptions> & { readonly limits: ConnectionLimits };

/** Leases after which a transaction without a statement is rolled back: its process stands still. */
const LEASES_IDLE = 2;

/** Gives a process its data source and its unit of work; closes the connections at shutdown. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Configuration],
      useFactory: ({ databaseUrl, databaseSilenceMilliseconds, leaseMilliseconds }: Configuration) => ({
        ...dataSourceOptions(databaseUrl),
        limits: {
          silenceMilliseconds: databaseSilenceMilliseconds,
          idleTransactionMilliseconds: LEASES_IDLE * leaseMilliseconds,
        },
      }),
      dataSourceFactory: (options) => {
        const { limits, ...mysqlOptions } = options as LimitedOptions;
        return Promise.resolve(new WholetimeDataSource(mysqlOptions, limits));
      },
    }),
  ],
  providers: [UnitOfWork],
  exports: [UnitOfWork, TypeOrmModule],
})
export class PersistenceModule {}
