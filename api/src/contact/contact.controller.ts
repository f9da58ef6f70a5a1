import { contact } from '@shelter-city/contract/contact';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { ContactService } from './contact.service.ts';

type In<K extends keyof typeof contact> = InputOf<(typeof contact)[K]>;

/** How a person may be reached. */
@Controller()
export class ContactController {
  constructor(private readonly service: ContactService) {}

  @Route(contact.show)
  show(@Input() { params }: In<'show'>) {
    return this.service.show(params.code);
  }

  @Route(contact.write)
  write(@Input() { params, body }: In<'write'>) {
    return this.service.write(params.code, body);
  }

  @Route(contact.attempt)
  attempt(@SignedIn() actor: Actor, @Input() { params, body }: In<'attempt'>) {
    return this.service.attempt(actor, params.code, body);
  }

  @Route(contact.ofGuest)
  ofGuest(@Input() { params }: In<'ofGuest'>) {
    return this.service.ofGuest(params.stayId);
  }

  @Route(contact.attemptOfGuest)
  attemptOfGuest(@SignedIn() actor: Actor, @Input() { params, body }: In<'attemptOfGuest'>) {
    return this.service.attemptOfGuest(actor, params.stayId, body);
  }
}
