import { Module } from '@nestjs/common';
import { BoardController } from './board.controller.ts';
import { BoardRepository } from './board.repository.ts';
import { BoardService } from './board.service.ts';

@Module({ controllers: [BoardController], providers: [BoardService, BoardRepository] })
export class BoardModule {}
