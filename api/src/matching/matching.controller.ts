import { board } from '@shelter-city/contract/board';
import { matching } from '@shelter-city/contract/matching';
import { ruleBook } from '@shelter-city/contract/rule-book';
import { visaDays } from '@shelter-city/contract/visa-days';
import { Controller } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Input, Route, SignedIn, type InputOf } from '../http/route.ts';
import { MatchingService } from './matching.service.ts';
import { RuleBookService } from './rule-book.service.ts';
import { VisaDaysService } from './visa-days.service.ts';

@Controller()
export class MatchingController {
  constructor(
    private readonly service: MatchingService,
    private readonly book: RuleBookService,
    private readonly visas: VisaDaysService,
  ) {}

  @Route(matching.show)
  show(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof matching.show>) {
    return this.service.show(actor, params.code, query);
  }

  @Route(visaDays.show)
  visaDays(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof visaDays.show>) {
    return this.visas.show(actor, params.code, query);
  }

  @Route(ruleBook.show)
  rules() {
    return this.book.show();
  }

  @Route(board.placeability)
  placeability(@SignedIn() actor: Actor, @Input() { params, query }: InputOf<typeof board.placeability>) {
    return this.service.placeability(actor, params.code, query);
  }
}
