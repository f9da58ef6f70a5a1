import { plans } from '@shelter-city/contract/plans';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { PlanPublication } from './plan-publication.service.ts';
import { PlanRuns } from './plan-runs.service.ts';
import { PlansService } from './plans.service.ts';

/** Plans for a cohort, private to coordinators until they are published. */
@Controller()
export class PlansController {
  constructor(
    private readonly service: PlansService,
    private readonly runs: PlanRuns,
    private readonly publication: PlanPublication,
  ) {}

  @Route(plans.list)
  list() {
    return this.service.list();
  }

  @Route(plans.create)
  create(@SignedIn() actor: Actor, @Input() { body }: InputOf<typeof plans.create>) {
    return this.service.create(actor, body);
  }

  @Route(plans.show)
  show(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof plans.show>) {
    return this.service.show(actor, params.planId);
  }

  @Route(plans.change)
  change(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof plans.change>) {
    return this.service.change(actor, params.planId, body);
  }

  @Route(plans.discard)
  discard(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof plans.discard>) {
    return this.service.discard(actor, params.planId, query.version);
  }

  @Route(plans.copy)
  copy(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof plans.copy>) {
    return this.service.copy(actor, params.planId, body);
  }

  @Route(plans.wish)
  wish(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof plans.wish>) {
    return this.service.wish(actor, params.planId, params.code, body);
  }

  @Route(plans.run)
  run(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof plans.run>) {
    return this.runs.run(actor, params.planId, body);
  }

  @Route(plans.stop)
  stop(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof plans.stop>) {
    return this.runs.stop(actor, params.planId);
  }

  @Route(plans.why)
  why(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof plans.why>) {
    return this.service.why(actor, params.planId, params.code);
  }

  @Route(plans.instead)
  instead(@SignedIn() actor: Actor, @Input() { params }: InputOf<typeof plans.instead>) {
    return this.service.instead(actor, params.planId, params.code, params.cityId);
  }

  @Route(plans.compare)
  compare(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof plans.compare>) {
    return this.service.compare(actor, params.planId, query.beside.split(','));
  }

  @Route(plans.publish)
  publish(@SignedIn() actor: Actor, @Input() { params, body }: InputOf<typeof plans.publish>) {
    return this.publication.publish(actor, params.planId, body);
  }
}
