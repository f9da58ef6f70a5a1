import { cityHome } from '@shelter-city/contract/city-home';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { CityRevealsService } from './city-reveals.service.ts';
import { CityHomeService } from './city-home.service.ts';

type In<K extends keyof typeof cityHome> = InputOf<(typeof cityHome)[K]>;

/** A city partner's stays. */
@Controller()
export class CityHomeController {
  constructor(
    private readonly service: CityHomeService,
    private readonly reveals: CityRevealsService,
  ) {}

  @Route(cityHome.show)
  show(@SignedIn() actor: Actor) {
    return this.service.home(actor);
  }

  @Route(cityHome.stay)
  stay(@SignedIn() actor: Actor, @Input() input: In<'stay'>) {
    return this.service.stay(actor, input.params.stayId);
  }

  @Route(cityHome.confirm)
  confirm(@SignedIn() actor: Actor, @Input() input: In<'confirm'>) {
    return this.service.confirm(actor, input.params.stayId, input.body);
  }

  @Route(cityHome.decline)
  decline(@SignedIn() actor: Actor, @Input() input: In<'decline'>) {
    return this.service.decline(actor, input.params.stayId, input.body);
  }

  @Route(cityHome.offerOtherDates)
  offerOtherDates(@SignedIn() actor: Actor, @Input() input: In<'offerOtherDates'>) {
    return this.service.offerOtherDates(actor, input.params.stayId, input.body);
  }

  @Route(cityHome.arrive)
  arrive(@SignedIn() actor: Actor, @Input() input: In<'arrive'>) {
    return this.service.arrive(actor, input.params.stayId, input.body);
  }

  @Route(cityHome.depart)
  depart(@SignedIn() actor: Actor, @Input() input: In<'depart'>) {
    return this.service.depart(actor, input.params.stayId, input.body);
  }

  @Route(cityHome.reveal)
  reveal(@SignedIn() actor: Actor, @Input() input: In<'reveal'>) {
    return this.reveals.open(actor, input.params.stayId, input.body);
  }
}
