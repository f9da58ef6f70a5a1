import { disclosure } from '@shelter-city/contract/disclosure';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { CaseOpeningsService } from './case-openings.service.ts';
import { DisclosureService } from './disclosure.service.ts';

/** What of a person is open to a city, and who looked. */
@Controller()
export class DisclosureController {
  constructor(
    private readonly service: DisclosureService,
    private readonly openings: CaseOpeningsService,
  ) {}

  @Route(disclosure.show)
  show(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof disclosure.show>) {
    return this.service.show(actor, params.code);
  }

  @Route(disclosure.agree)
  agree(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof disclosure.agree>) {
    return this.service.agree(actor, params.code, body);
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

  @Route(disclosure.breakGlass)
  breakGlass(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof disclosure.breakGlass>) {
    return this.openings.breakGlass(actor, params.code, body.reason);
  }

  @Route(disclosure.acknowledge)
  acknowledge(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof disclosure.acknowledge>) {
    return this.openings.acknowledge(actor, params.code, body.alerts);
  }

  @Route(disclosure.askNote)
  askNote(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof disclosure.askNote>) {
    return this.openings.askNote(actor, params.code, body);
  }

  @Route(disclosure.approveNote)
  approveNote(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof disclosure.approveNote>) {
    return this.openings.approveNote(actor, params.code, params.noteGrantId);
  }

  @Route(disclosure.withdrawNote)
  withdrawNote(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof disclosure.withdrawNote>) {
    return this.openings.withdrawNote(actor, params.code, params.noteGrantId);
  }
}
