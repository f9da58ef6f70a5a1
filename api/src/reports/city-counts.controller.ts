import { cityCounts } from '@shelter-city/contract/city-counts';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Route, SignedIn } from '../http/route.ts';
import { CityCountsService } from './city-counts.service.ts';

/** A city partner's yearly counts. */
@Controller()
export class CityCountsController {
  constructor(private readonly service: CityCountsService) {}

  @Route(cityCounts.years)
  years(@SignedIn() actor: Actor) {
    return this.service.years(actor);
  }
}
