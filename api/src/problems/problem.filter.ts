import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { ProblemSlug } from '@shelter-city/contract/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { contextOf } from '../http/request-context.ts';
import { isAway, sqlStateOf } from '../persistence/retry.ts';
import { problemBehind } from './database-problems.ts';
import { problemDetailsOf } from './problem-details.ts';
import { Problem } from './problem.ts';

const slugOfStatus: Readonly<Record<number, ProblemSlug>> = {
  400: 'invalid-request',
  404: 'not-found',
  413: 'too-large',
  414: 'not-found',
  415: 'not-json',
  503: 'busy',
};

/** Answers every failure as RFC 9457 `application/problem+json`; an unforeseen one tells the caller nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { language, requestId } = contextOf(http.getRequest<FastifyRequest>());
    const problem = problemOf(thrown);
    if (problem.slug === 'unexpected' || problem.slug === 'database-away')
      this.logger.error(`${describeFailure(thrown)} (request ${requestId})`);
    const reply = http.getResponse<FastifyReply>();
    if (problem.slug === 'sign-in-too-soon')
      void reply.header('retry-after', String(problem.facts.params?.['seconds'] ?? 1));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemDetailsOf(problem, language, requestId)));
  }
}

/** The problem that a failure is to its caller. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const behind = problemBehind(thrown);
  if (behind) return behind;
  if (isAway(thrown)) return new Problem('database-away', {}, { cause: thrown });
  const slug = thrown instanceof HttpException ? slugOfStatus[thrown.getStatus()] : undefined;
  return new Problem(slug ?? 'unexpected', {}, { cause: thrown });
}

/**
 * What may be written down about a failure: its name, its code and where it happened. A message can hold a row's values
 * or what somebody typed, so it stays out, and a stack's lines are kept without the message above them.
 */
function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `A ${typeof thrown} was thrown`;
  const code = sqlStateOf(thrown);
  const paths =
    thrown instanceof ZodError
      ? ` at ${thrown.issues.map((issue) => `${issue.path.join('/')} (${issue.code})`).join(', ')}`
      : '';
  const places = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return [`${thrown.name}${code === null ? '' : ` ${code}`}${paths}`, ...places].join('\n');
}
