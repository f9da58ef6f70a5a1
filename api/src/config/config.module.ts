import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.ts';
import { Environment } from './environment.ts';

/** The settings and the clock, given by whoever starts the application. */
@Module({})
export class ConfigModule {
  static of(environment: Environment, clock: Clock): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Environment, useValue: environment },
        { provide: Clock, useValue: clock },
      ],
      exports: [Clock, Environment],
    };
  }
}
