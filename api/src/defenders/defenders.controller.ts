import { defenders } from '@shelter-city/contract/defenders';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { ApplicationsService } from './applications.service.ts';
import { DefenderListService } from './defender-list.service.ts';
import { DefendersService } from './defenders.service.ts';

/** Defenders by code name, and the applications that bring them. */
@Controller()
export class DefendersController {
  constructor(
    private readonly service: DefendersService,
    private readonly lists: DefenderListService,
    private readonly applications: ApplicationsService,
  ) {}

  @Route(defenders.list)
  list(@SignedIn() actor: Actor, @Input() { query }: InputOf<typeof defenders.list>) {
    return this.lists.page(actor, query);
  }

  @Route(defenders.create)
  create(@SignedIn() actor: Actor, @Input() { body }: InputOf<typeof defenders.create>) {
    return this.service.create(actor, body);
  }

  @Route(defenders.show)
  show(@Input() { params }: InputOf<typeof defenders.show>) {
    return this.service.show(params.code);
  }

  @Route(defenders.update)
  update(@Input() { params, body }: InputOf<typeof defenders.update>) {
    return this.service.update(params.code, body);
  }

  @Route(defenders.history)
  history(@Input() { params }: InputOf<typeof defenders.history>) {
    return this.service.history(params.code);
  }

  @Route(defenders.reveal)
  reveal(@Input() { params, body }: InputOf<typeof defenders.reveal>) {
    return this.service.reveal(params.code, body.compartment, body.reason);
  }

  @Route(defenders.seal)
  seal(@Input() { params, body }: InputOf<typeof defenders.seal>) {
    return this.service.seal(params.code, body.version, body.sealed);
  }

  @Route(defenders.takeOver)
  takeOver(
    @SignedIn() actor: Actor,
    @Input() { params, body }: InputOf<typeof defenders.takeOver>,
  ) {
    return this.service.takeOver(actor, params.code, body.version);
  }

  @Route(defenders.decide)
  decide(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof defenders.decide>) {
    return this.applications.decide(actor, params.applicationId, body);
  }

  @Route(defenders.calls)
  async calls() {
    return { items: await this.applications.calls() };
  }
}
