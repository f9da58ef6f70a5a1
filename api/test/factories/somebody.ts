import { session } from '@shelter-city/contract/session';
import { totpCode } from '@shelter-city/vault/totp';
import type { TestApp } from '../harness/app.ts';
import { Asker } from '../harness/asker.ts';
import { anAccountThatSignsIn, password } from './account.ts';

/** Asks with the token of a session. */
export const withCookie = ({ app }: TestApp, token: string): Asker =>
  new Asker(app, { cookie: `session=${token}` });

/** Somebody who signs in by password and code as often as a spec likes; the clock goes on, so that no code is used twice. */
export async function somebody(
  world: TestApp,
  details: Parameters<typeof anAccountThatSignsIn>[1] = {},
) {
  const account = await anAccountThatSignsIn(world, details);
  const code = () => totpCode(account.secret, world.clock.seconds());
  const signIn = async (typed = password) => {
    const answer = await world.anybody.call(session.start, {
      body: { email: account.email, password: typed, code: code() },
    });
    world.clock.moveOn(30);
    return answer;
  };
  const open = async () => {
    const token = (await signIn()).cookies[0]!.value;
    return { token, asker: withCookie(world, token) };
  };
  return { ...account, code, signIn, open };
}
