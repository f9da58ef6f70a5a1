import { Module } from '@nestjs/common';
import { StaysModule } from '../stays/stays.module.ts';
import { CityHomeController } from './city-home.controller.ts';
import { CityHomeRepository } from './city-home.repository.ts';
import { CityRevealsService } from './city-reveals.service.ts';
import { CityHomeService } from './city-home.service.ts';

@Module({ imports: [StaysModule], controllers: [CityHomeController], providers: [CityHomeService, CityRevealsService, CityHomeRepository] })
export class CityHomeModule {}
