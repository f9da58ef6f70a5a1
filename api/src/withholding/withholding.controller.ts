import { withholding } from '@shelter-city/contract/withholding';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { WithholdingService } from './withholding.service.ts';

type In<K extends keyof typeof withholding> = InputOf<(typeof withholding)[K]>;

/** With whom nothing of a defender is shared. */
@Controller()
export class WithholdingController {
  constructor(private readonly service: WithholdingService) {}

  @Route(withholding.show)
  show(@SignedIn() actor: Actor, @Input() { params }: In<'show'>) {
    return this.service.show(actor, params.code);
  }

  @Route(withholding.add)
  add(@SignedIn() actor: Actor, @Input() { params, body }: In<'add'>) {
    return this.service.add(actor, params.code, body);
  }

  @Route(withholding.reveal)
  reveal(@SignedIn() actor: Actor, @Input() { params, body }: In<'reveal'>) {
    return this.service.reveal(actor, params.code, body.reason);
  }

  @Route(withholding.lift)
  lift(@SignedIn() actor: Actor, @Input() { params, body }: In<'lift'>) {
    return this.service.lift(actor, params.entryId, body.reason);
  }
}
