import type { ProblemDetails } from '@shelter-city/contract/problem';

/** The API said no, in the reader's language: what happened, perhaps why, and the id under which it is logged. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title);
    this.details = details;
  }

  /** The last part of `type`, such as `changed-meanwhile`: a word that never changes. */
  get slug(): string {
    return this.details.type.split('/').at(-1) ?? '';
  }
}

/** No answer came: the network is down, or the server is. For a write the outcome is unknown, unless it was never sent. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
  readonly wasSent: boolean;

  constructor(wasSent: boolean, options?: ErrorOptions) {
    super(wasSent ? 'No answer from the server' : 'Offline: nothing was sent', options);
    this.wasSent = wasSent;
  }
}

/** Whether the reader isn't, or is no longer, signed in. */
export const isSignedOut = (failure: unknown): boolean =>
  failure instanceof ApiProblem && failure.details.status === 401;

/** Whether there is nothing here that the reader may see. */
export const isNotFound = (failure: unknown): boolean =>
  failure instanceof ApiProblem && failure.details.status === 404;

/** Whether somebody else was first: the answer's `current` holds their state. */
export const isConflict = (failure: unknown): failure is ApiProblem =>
  failure instanceof ApiProblem && failure.details.status === 409;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The problem that an answer holds. A proxy between us and the API may answer in its own words, or in none. */
export async function problemIn(response: Response): Promise<ProblemDetails> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isRecord(body) && typeof body['type'] === 'string' && typeof body['title'] === 'string') {
    return { ...body, type: body['type'], title: body['title'], status: response.status };
  }
  return { type: 'about:blank', title: '', status: response.status };
}
