import { riskNotes } from '@shelter-city/contract/risk-notes';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { RiskNotesService } from './risk-notes.service.ts';

/** Risk notes about defenders. */
@Controller()
export class RiskNotesController {
  constructor(private readonly service: RiskNotesService) {}

  @Route(riskNotes.list)
  list(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof riskNotes.list>) {
    return this.service.list(actor, params.code);
  }

  @Route(riskNotes.add)
  add(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof riskNotes.add>) {
    return this.service.add(actor, params.code, body);
  }

  @Route(riskNotes.supersede)
  supersede(
    @SignedIn() actor: Actor,
    @Input() { params, body }: InputOf<typeof riskNotes.supersede>,
  ) {
    return this.service.supersede(actor, params.noteId, body);
  }

  @Route(riskNotes.reveal)
  reveal(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof riskNotes.reveal>) {
    return this.service.reveal(actor, params.noteId, body.reason);
  }
}
