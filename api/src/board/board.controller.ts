import { board } from '@shelter-city/contract/board';
import { Controller } from '@nestjs/common';
import { Input, Route, type InputOf } from '../http/route.ts';
import { BoardService } from './board.service.ts';

@Controller()
export class BoardController {
  constructor(private readonly service: BoardService) {}

  @Route(board.show)
  show(@Input() { query }: InputOf<typeof board.show>) {
    return this.service.show(query);
  }
}
