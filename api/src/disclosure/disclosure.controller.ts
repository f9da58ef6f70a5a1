import { disclosure } from '@shelter-city/contract/disclosure';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { DisclosureService } from './disclosure.service.ts';

/** What of a person is open to a city, and who looked. */
@Controller()
export class DisclosureController {
  constructor(private readonly service: DisclosureService) {}

  @Route(disclosure.show)
  show(@Input() { params }: InputOf<typeof disclosure.show>) {
    return this.service.show(params.code);
  }

  @Route(disclosure.agree)
  agree(@Input() { params, body }: InputOf<typeof disclosure.agree>) {
    return this.service.agree(params.code, body);
  }

  @Route(disclosure.grant)
  grant(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof disclosure.grant>) {
    return this.service.grant(actor, params.code, body);
  }

  @Route(disclosure.withdraw)
  withdraw(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof disclosure.withdraw>) {
    return this.service.withdraw(actor, params.code, params.grantId);
  }

  @Route(disclosure.accesses)
  accesses(@Input() { params, query }: InputOf<typeof disclosure.accesses>) {
    return this.service.accesses(params.code, query.cursor);
  }
}
