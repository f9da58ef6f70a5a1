import { t } from '@lingui/core/macro';
import { ApiProblem, NetworkFailure } from './problems.ts';

/** A failure in words for the reader: what happened, what to do, and the id to quote when asking for help. */
export type FailureText = {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly requestId?: string | undefined;
};

/** The API's own words where it spoke, ours where it couldn't. */
export function failureText(failure: unknown): FailureText {
  if (failure instanceof ApiProblem) {
    const { title, detail, requestId, status } = failure.details;
    if (title) return { title, detail, requestId };
    return { title: t`The server answered with an error (${status}).`, requestId };
  }
  if (failure instanceof NetworkFailure) {
    return failure.wasSent
      ? {
          title: t`No answer from the server.`,
          detail: t`Check the connection, then try again. Nothing is done twice.`,
        }
      : {
          title: t`You are offline.`,
          detail: t`Nothing was sent. What you typed stays here; try again when you are connected.`,
        };
  }
  return { title: t`Something went wrong on this page.`, detail: t`Load the page again.` };
}

/** A failure in one sentence, for a banner or under a button. */
export function failureWords(failure: unknown): string {
  const { title, detail } = failureText(failure);
  return detail ?? title;
}
