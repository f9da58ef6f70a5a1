import { session } from '@shelter-city/contract/session';

/** The cookie of somebody who signed in, as a browser keeps it. */
export type SignedIn = { readonly name: string; readonly value: string };

/** The people of the stories: whose sample account each one uses. */
export const people = ['coordinator', 'cleared', 'utrecht', 'maastricht', 'nijmegen', 'theHague', 'middelburg', 'manager', 'admin'] as const;
export type Person = (typeof people)[number];

type Welcome = Awaited<ReturnType<typeof welcome>>['signIns'][number];

const welcome = async (origin: string) => session.welcome.reply.parse(await (await fetch(`${origin}/api/session/welcome`)).json());

const isPerson: Record<Person, (account: Welcome) => boolean> = {
  coordinator: ({ role, riskCleared }) => role === 'COORDINATOR' && !riskCleared,
  cleared: ({ role, riskCleared }) => role === 'COORDINATOR' && riskCleared,
  utrecht: ({ cityName }) => cityName === 'Utrecht',
  maastricht: ({ cityName }) => cityName === 'Maastricht',
  nijmegen: ({ cityName }) => cityName === 'Nijmegen',
  theHague: ({ cityName }) => cityName === 'The Hague',
  middelburg: ({ cityName }) => cityName === 'Middelburg',
  manager: ({ role }) => role === 'MANAGER',
  admin: ({ role }) => role === 'ADMIN',
};

/** Signs everybody in once, by the page's own API: a code works only once, so stories share these sessions. */
export async function signInEverybody(origin: string): Promise<Record<Person, SignedIn>> {
  const { signIns } = await welcome(origin);
  const signedIn: Partial<Record<Person, SignedIn>> = {};
  for (const person of people) {
    const account = signIns.find(isPerson[person]);
    if (!account) throw new Error(`The sample data has no account for ${person}`);
    const { email, password, code } = account;
    const answer = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ email, password, code }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]?.split('=');
    if (!answer.ok || cookie?.[0] === undefined || cookie[1] === undefined) throw new Error(`${person} could not sign in: ${String(answer.status)}`);
    signedIn[person] = { name: cookie[0], value: cookie[1] };
  }
  return signedIn as Record<Person, SignedIn>;
}
