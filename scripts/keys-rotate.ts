import { dropOldKeys, turnKeys } from '../prisma/keeping/key-rotation.ts';
import { withOwnerUrl } from './owner-url.ts';
import { main, Refusal } from './refusal.ts';
import { keyFile } from './sample.ts';
import { say } from './steps.mjs';

/** Turns the key ring while the system runs; `--drop-old` forgets the keys that nothing names any more. */
await main(() =>
  withOwnerUrl(async (ownerUrl) => {
    if (process.argv.includes('--drop-old')) {
      const result = await dropOldKeys(ownerUrl, keyFile, Temporal.Now.instant());
      if ('refused' in result) throw new Refusal(result.refused);
      say(
        `Forgotten: ${result.dropped.join(', ') || 'no key'}. Backups from before the turn need the old key ring.`,
      );
      return 0;
    }
    const { resumed, current, rewrapped } = await turnKeys(
      ownerUrl,
      keyFile,
      Temporal.Now.instant(),
    );
    say(
      `${resumed ? 'The unfinished turn is done:' : 'The ring has turned:'} ${current} wraps now, ${String(rewrapped)} keys were rewrapped.`,
    );
    say(
      'Copy the key ring to its safe place, then forget the old key with: npm run keys:rotate -- --drop-old',
    );
    return 0;
  }),
);
