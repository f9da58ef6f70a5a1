import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Environment } from './environment.ts';

@Global()
@Module({
  providers: [Clock, { provide: Environment, useFactory: () => new Environment(process.env) }],
  exports: [Clock, Environment],
})
export class ConfigModule {}
