import { today } from '@shelter-city/contract/today';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { TodayService } from './today.service.ts';

@Controller()
export class TodayController {
  constructor(private readonly service: TodayService) {}

  @Route(today.show)
  show(@SignedIn() actor: Actor, @Input() { query }: InputOf<typeof today.show>) {
    return this.service.show(actor, query);
  }
}
