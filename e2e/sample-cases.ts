import type { Page } from '@playwright/test';
import { board, type BoardView } from '@shelter-city/contract/board';
import { cityHome, type CityHomeView } from '@shelter-city/contract/city-home';
import { defenders, type DefenderView } from '@shelter-city/contract/defenders';
import { plusDays, today } from './sample-days.ts';

type BoardStay = BoardView['stays'][number];

/** Reads an address of the API as the person of this page: to find whom a story is about, never to check what it tells. */
async function read(page: Page, address: string): Promise<unknown> {
  const answer = await page.request.get(`/api${address}`);
  if (!answer.ok()) throw new Error(`${address} answered ${String(answer.status())}`);
  return answer.json();
}

/** Months before and after today, as a coordinator sees them. */
export async function boardAround(page: Page): Promise<BoardView> {
  const query = new URLSearchParams({ from: plusDays(today(), -60), until: plusDays(today(), 500) });
  return board.show.reply.parse(await read(page, `/board?${query.toString()}`));
}

/** What a city's home shows its partner. */
export const cityHomeOf = async (page: Page): Promise<CityHomeView> => cityHome.show.reply.parse(await read(page, '/city'));

/** The id of a place, such as "House A" of Utrecht. */
export function placeIn({ cities, places }: BoardView, city: string, label: string): string {
  const cityId = cities.find(({ name }) => name === city)?.id;
  const place = places.find((one) => one.cityId === cityId && one.label === label);
  if (!place) throw new Error(`The sample data has no ${label} in ${city}`);
  return place.id;
}

/** The sample stay of a city in a state; there is one of each that a story needs. */
export async function stayIn(page: Page, city: string, status: BoardStay['status']): Promise<BoardStay> {
  const view = await boardAround(page);
  const cityId = view.cities.find(({ name }) => name === city)?.id;
  const own = new Set(view.places.filter((place) => place.cityId === cityId).map(({ id }) => id));
  const stay = view.stays.find((one) => one.status === status && own.has(one.placeId));
  if (!stay) throw new Error(`The sample data has no ${status} stay in ${city}`);
  return stay;
}

/** Somebody of the sample data whom a description fits, such as the one who needs no visa. */
export async function somebody(page: Page, view: 'all' | 'unplaced', fits: (profile: DefenderView['profile'], defender: DefenderView) => boolean): Promise<DefenderView> {
  const list = defenders.list.reply.parse(await read(page, `/defenders?view=${view}&limit=100`));
  for (const { code } of list.items) {
    const defender = defenders.show.reply.parse(await read(page, `/defenders/${code}`));
    if (fits(defender.profile, defender)) return defender;
  }
  throw new Error('Nobody of the sample data fits the description');
}
