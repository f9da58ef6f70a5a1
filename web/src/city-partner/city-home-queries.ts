import { cityHome, type CityStay } from '@shelter-city/contract/city-home';
import { mutationOptions, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../api/call.ts';

type Answer = 'confirm' | 'decline' | 'offerOtherDates' | 'arrive' | 'depart';
/** What is sent with one of a city's answers. */
export type AnswerBody<A extends Answer> = z.input<(typeof cityHome)[A]['body']>;

/** Everything the cache knows about a partner's own city. */
export const cityHomeQueries = {
  all: () => ['city-home'] as const,
  home: () => queryOptions({ queryKey: [...cityHomeQueries.all(), 'home'], queryFn: ({ signal }) => call(cityHome.show, { signal }), refetchInterval: 60_000 }),
  stay: (stayId: string) =>
    queryOptions({ queryKey: [...cityHomeQueries.all(), 'stay', stayId], queryFn: ({ signal }) => call(cityHome.stay, { params: { stayId }, signal }) }),
};

/** What an answer of a city makes stale. */
export const touchedByAnswers: QueryKey[] = [['city-home'], ['capacity']];

/** Sends one answer; it counts only once the server has said so. */
export const sendAnswer = <A extends Answer>(answer: A, stayId: string, body: AnswerBody<A>): Promise<CityStay> =>
  // All answers share their parameters and reply; only the body differs, and A ties it to its endpoint.
  call(cityHome[answer] as (typeof cityHome)['confirm'], { params: { stayId }, body });

/** A city's answers to a stay. */
export const answerMutation = <A extends Answer>(answer: A) =>
  mutationOptions({
    mutationFn: ({ stayId, body }: { stayId: string; body: AnswerBody<A> }) => sendAnswer(answer, stayId, body),
    meta: { invalidates: touchedByAnswers },
  });
