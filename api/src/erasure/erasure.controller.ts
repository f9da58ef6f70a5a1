import { erasure } from '@shelter-city/contract/erasure';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { ErasureService } from './erasure.service.ts';

/** Erasing a person. */
@Controller()
export class ErasureController {
  constructor(private readonly service: ErasureService) {}

  @Route(erasure.preview)
  preview(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof erasure.preview>) {
    return this.service.preview(actor, params.code);
  }

  @Route(erasure.hold)
  hold(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof erasure.hold>) {
    return this.service.hold(actor, params.code, body.reason);
  }

  @Route(erasure.release)
  release(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof erasure.release>) {
    return this.service.release(actor, params.code);
  }

  @Route(erasure.erase)
  erase(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof erasure.erase>) {
    return this.service.erase(actor, params.code, body.confirm);
  }

  @Route(erasure.due)
  due(@SignedIn() actor: Actor) {
    return this.service.due(actor);
  }

  @Route(erasure.certificates)
  certificates(@SignedIn() actor: Actor) {
    return this.service.certificates(actor);
  }

  @Route(erasure.certificate)
  certificate(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof erasure.certificate>) {
    return this.service.certificate(actor, params.certificateId);
  }
}
