import { stays } from '@shelter-city/contract/stays';
import { stayGrounds } from '@shelter-city/contract/stay-ground';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { Decisions } from './decisions.service.ts';
import { StayLife } from './stay-life.service.ts';
import { StaysService } from './stays.service.ts';

type In<K extends keyof typeof stays> = InputOf<(typeof stays)[K]>;

/** A coordinator's stays. */
@Controller()
export class StaysController {
  constructor(
    private readonly service: StaysService,
    private readonly life: StayLife,
    private readonly decisions: Decisions,
  ) {}

  @Route(stays.show)
  show(@SignedIn() actor: Actor, @Input() input: In<'show'>) {
    return this.service.show(actor, input.params.stayId);
  }

  @Route(stays.history)
  history(@SignedIn() actor: Actor, @Input() input: In<'history'>) {
    return this.service.history(actor, input.params.stayId);
  }

  @Route(stayGrounds.show)
  ground(@SignedIn() actor: Actor, @Input() input: InputOf<typeof stayGrounds.show>) {
    return this.decisions.show(actor, input.params.stayId);
  }

  @Route(stays.draft)
  draft(@SignedIn() actor: Actor, @Input() input: In<'draft'>) {
    return this.service.draft(actor, input.body);
  }

  @Route(stays.discard)
  discard(@SignedIn() actor: Actor, @Input() input: In<'discard'>) {
    return this.service.discard(actor, input.params.stayId, input.query.version);
  }

  @Route(stays.proposeNew)
  proposeNew(@SignedIn() actor: Actor, @Input() input: In<'proposeNew'>) {
    return this.service.proposeNew(actor, input.body);
  }

  @Route(stays.propose)
  propose(@SignedIn() actor: Actor, @Input() input: In<'propose'>) {
    return this.service.propose(actor, input.params.stayId, input.body);
  }

  @Route(stays.move)
  move(@SignedIn() actor: Actor, @Input() input: In<'move'>) {
    return this.service.move(actor, input.params.stayId, input.body);
  }

  @Route(stays.extendHold)
  extendHold(@SignedIn() actor: Actor, @Input() input: In<'extendHold'>) {
    return this.service.extendHold(actor, input.params.stayId, input.body);
  }

  @Route(stays.acceptOtherDates)
  acceptOtherDates(@SignedIn() actor: Actor, @Input() input: In<'acceptOtherDates'>) {
    return this.service.acceptOtherDates(actor, input.params.stayId, input.body);
  }

  @Route(stays.turnDown)
  turnDown(@SignedIn() actor: Actor, @Input() input: In<'turnDown'>) {
    return this.life.turnDown(actor, input.params.stayId, input.body);
  }

  @Route(stays.cancel)
  cancel(@SignedIn() actor: Actor, @Input() input: In<'cancel'>) {
    return this.life.cancel(actor, input.params.stayId, input.body);
  }

  @Route(stays.travel)
  travel(@SignedIn() actor: Actor, @Input() input: In<'travel'>) {
    return this.life.travel(actor, input.params.stayId, input.body);
  }

  @Route(stays.noShow)
  noShow(@SignedIn() actor: Actor, @Input() input: In<'noShow'>) {
    return this.life.noShow(actor, input.params.stayId, input.body);
  }

  @Route(stays.reviewReturn)
  reviewReturn(@SignedIn() actor: Actor, @Input() input: In<'reviewReturn'>) {
    return this.life.reviewReturn(actor, input.params.stayId, input.body);
  }

  @Route(stays.cutShort)
  cutShort(@SignedIn() actor: Actor, @Input() input: In<'cutShort'>) {
    return this.life.cutShort(actor, input.params.stayId, input.body);
  }

  @Route(stays.arrive)
  arrive(@SignedIn() actor: Actor, @Input() input: In<'arrive'>) {
    return this.life.arrive(actor, input.params.stayId, input.body);
  }

  @Route(stays.depart)
  depart(@SignedIn() actor: Actor, @Input() input: In<'depart'>) {
    return this.life.depart(actor, input.params.stayId, input.body);
  }

  @Route(stays.close)
  close(@SignedIn() actor: Actor, @Input() input: In<'close'>) {
    return this.life.close(actor, input.params.stayId, input.body);
  }
}
