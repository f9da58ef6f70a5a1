import { capacity } from '@shelter-city/contract/capacity';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { BlockedDaysService } from './blocked-days.service.ts';
import { CapacityService } from './capacity.service.ts';
import { CapacityWindowService } from './capacity-window.service.ts';

@Controller()
export class CapacityController {
  constructor(
    private readonly windows: CapacityWindowService,
    private readonly periods: CapacityService,
    private readonly blocked: BlockedDaysService,
  ) {}

  @Route(capacity.show)
  show(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof capacity.show>) {
    return this.windows.show(actor, params.slug, query);
  }

  @Route(capacity.request)
  request(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.request>) {
    return this.periods.enter(actor, 'capacity:request', params.placeId, body);
  }

  @Route(capacity.add)
  add(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.add>) {
    return this.periods.enter(actor, 'capacity:offer', params.placeId, body);
  }

  @Route(capacity.offer)
  offer(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.offer>) {
    return this.periods.rewrite(actor, 'capacity:offer', params.periodId, body);
  }

  @Route(capacity.confirm)
  confirm(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.confirm>) {
    return this.periods.confirm(actor, params.periodId, body.version);
  }

  @Route(capacity.confirmAll)
  confirmAll(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.confirmAll>) {
    return this.periods.confirmAll(actor, params.slug, body.periods);
  }

  @Route(capacity.change)
  change(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.change>) {
    return this.periods.rewrite(actor, 'capacity:change', params.periodId, body);
  }

  @Route(capacity.withdraw)
  withdraw(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.withdraw>) {
    return this.periods.withdraw(actor, params.periodId, body);
  }

  @Route(capacity.block)
  block(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.block>) {
    return this.blocked.block(actor, params.placeId, body);
  }

  @Route(capacity.lift)
  lift(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof capacity.lift>) {
    return this.blocked.lift(actor, params.blockId, body.version);
  }
}
