import type { RuleBookView } from '@shelter-city/contract/rule-book';
import { asCalendarDate, monthOf } from '@shelter-city/domain/calendar/calendar-date';
import { rulesVersion } from '@shelter-city/domain/matching/city-option';
import { neverUsed, ruleBook } from '@shelter-city/domain/matching/rule-book';
import { shareOfDecisions } from '@shelter-city/domain/reports/protected-figures';
import { smallestShown } from '@shelter-city/domain/reports/small-counts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { OverrulesRepository } from './overrules.repository.ts';

/** The rules of matching in the open: the domain's own list, and how often people decided otherwise. */
@Injectable()
export class RuleBookService {
  constructor(
    private readonly clock: Clock,
    private readonly overrules: OverrulesRepository,
  ) {}

  async show(): Promise<RuleBookView> {
    const before = asCalendarDate(`${monthOf(this.clock.today())}-01`);
    const { decisions, rules } = await this.overrules.before(before);
    const countsOf = new Map(rules.map((row) => [row.rule, row]));
    return {
      rulesVersion,
      rules: ruleBook.map((entry) => ({ ...entry })),
      neverUsed: [...neverUsed],
      overrules: {
        before,
        smallestShown,
        decisions: shareOfDecisions(decisions, decisions),
        rules: ruleBook.map(({ rule }) => ({
          rule,
          weaker: shareOfDecisions(countsOf.get(rule)?.weaker ?? 0, decisions),
          passedOver: shareOfDecisions(countsOf.get(rule)?.passedOver ?? 0, decisions),
        })),
      },
    };
  }
}
