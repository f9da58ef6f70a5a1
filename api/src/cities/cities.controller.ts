import { cities } from '@shelter-city/contract/cities';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { CitiesService } from './cities.service.ts';
import { presentCity, presentCityLine } from './city.presenter.ts';
import { PlacesService } from './places.service.ts';

@Controller()
export class CitiesController {
  constructor(
    private readonly cities: CitiesService,
    private readonly places: PlacesService,
  ) {}

  @Route(cities.list)
  async list() {
    const { lines, asOf } = await this.cities.list();
    return { items: lines.map(presentCityLine), asOf };
  }

  @Route(cities.show)
  async show(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof cities.show>) {
    return presentCity(actor, await this.cities.show(actor, params.slug));
  }

  @Route(cities.update)
  async update(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof cities.update>) {
    return presentCity(actor, await this.cities.update(actor, params.slug, body));
  }

  @Route(cities.addPlace)
  async addPlace(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof cities.addPlace>) {
    return presentCity(actor, await this.places.add(actor, params.slug, body.facts));
  }

  @Route(cities.updatePlace)
  async updatePlace(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof cities.updatePlace>) {
    return presentCity(actor, await this.places.update(actor, params.placeId, body));
  }

  @Route(cities.sealAddress)
  async sealAddress(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof cities.sealAddress>) {
    return presentCity(actor, await this.places.sealAddress(actor, params.placeId, body));
  }

  @Route(cities.revealAddress)
  revealAddress(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof cities.revealAddress>) {
    return this.places.revealAddress(actor, params.placeId, body.reason);
  }
}
