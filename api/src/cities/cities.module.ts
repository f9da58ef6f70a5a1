import { Module } from '@nestjs/common';
import { CitiesController } from './cities.controller.ts';
import { CitiesRepository } from './cities.repository.ts';
import { CitiesService } from './cities.service.ts';
import { PlacesRepository } from './places.repository.ts';
import { PlacesService } from './places.service.ts';

@Module({
  controllers: [CitiesController],
  providers: [CitiesService, CitiesRepository, PlacesService, PlacesRepository],
  exports: [CitiesService, PlacesService],
})
export class CitiesModule {}
