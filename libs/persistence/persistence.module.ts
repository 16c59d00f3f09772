import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Configuration } from '#platform';
import { WholetimeDataSource, dataSourceOptions } from './data-source';
import { UnitOfWork } from './unit-of-work';

type MysqlOptions = ReturnType<typeof dataSourceOptions>;

/** Gives a process its data source and its unit of work; closes the connections at shutdown. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Configuration],
      useFactory: ({ databaseUrl }: Configuration) => dataSourceOptions(databaseUrl),
      dataSourceFactory: (options) => Promise.resolve(new WholetimeDataSource(options as MysqlOptions)),
    }),
  ],
  providers: [UnitOfWork],
  exports: [UnitOfWork, TypeOrmModule],
})
export class PersistenceModule {}
