import { publicity } from '@shelter-city/contract/publicity';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { EventCardService } from './event-card.service.ts';
import { PublicityService } from './publicity.service.ts';

type In<K extends keyof typeof publicity> = InputOf<(typeof publicity)[K]>;

/** Publicity consents, and the event cards made from them. */
@Controller()
export class PublicityController {
  constructor(
    private readonly service: PublicityService,
    private readonly cards: EventCardService,
  ) {}

  @Route(publicity.show)
  show(@Input() { params }: In<'show'>) {
    return this.service.show(params.code);
  }

  @Route(publicity.record)
  record(@SignedIn() actor: Actor, @Input() { params, body }: In<'record'>) {
    return this.service.record(actor, params.code, body);
  }

  @Route(publicity.withdraw)
  withdraw(@SignedIn() actor: Actor, @Input() { params, body }: In<'withdraw'>) {
    return this.service.withdraw(actor, params.code, body);
  }

  @Route(publicity.approve)
  approve(@SignedIn() actor: Actor, @Input() { params, body }: In<'approve'>) {
    return this.service.approve(actor, params.code, body);
  }

  @Route(publicity.card)
  card(@Input() { params }: In<'card'>) {
    return this.cards.forCoordinator(params.stayId);
  }

  @Route(publicity.cityCard)
  cityCard(@Input() { params }: In<'cityCard'>) {
    return this.cards.forCity(params.stayId);
  }

  @Route(publicity.printed)
  printed(@SignedIn() actor: Actor, @Input() { params, body }: In<'printed'>) {
    return this.cards.printed(actor, params.stayId, body.number);
  }
}
