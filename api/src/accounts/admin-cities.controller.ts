import { Controller } from '@nestjs/common';
import { adminCities } from '@shelter-city/contract/admin-cities';
import { Input, Route, type InputOf } from '../http/route.ts';
import { AdminCitiesService } from './admin-cities.service.ts';

/** The administrator's cities. */
@Controller()
export class AdminCitiesController {
  constructor(private readonly cities: AdminCitiesService) {}

  @Route(adminCities.list)
  list() {
    return this.cities.list();
  }

  @Route(adminCities.add)
  add(@Input() { body }: InputOf<typeof adminCities.add>) {
    return this.cities.add(body);
  }

  @Route(adminCities.change)
  change(@Input() { params, body }: InputOf<typeof adminCities.change>) {
    return this.cities.change(params.slug, body);
  }
}
