import { Trans, useLingui } from '@lingui/react/macro';
import type { WelcomeView } from '@shelter-city/contract/session';
import { Button } from '../design/button.tsx';
import { roleWord } from './role-words.ts';

type SampleSignIn = WelcomeView['signIns'][number];
type Props = {
  readonly signIns: readonly SampleSignIn[];
  readonly onUse: (signIn: SampleSignIn) => void;
};

/** The sample people one may be, shown only where the data is sample data. Real ones carry their secret in their own device. */
export function SampleSignIns({ signIns, onUse }: Props) {
  const { t, i18n } = useLingui();
  const wordsOf = (signIn: SampleSignIn) => {
    const role = i18n._(roleWord(signIn));
    return signIn.cityName === null ? role : `${role} · ${signIn.cityName}`;
  };
  return (
    <section
      className="w-full max-w-xl rounded-lg border border-line bg-surface"
      aria-labelledby="sample-sign-ins"
    >
      <div className="border-b border-line px-4 py-3">
        <h2 id="sample-sign-ins" className="text-base">
          <Trans>Sample data: sign in as anyone</Trans>
        </h2>
        <p className="text-sm text-muted">
          <Trans>
            Everybody here is made up. “Use” fills in the form with a code that works now.
          </Trans>
        </p>
      </div>
      <ul>
        {signIns.map((signIn) => (
          <li
            key={signIn.email}
            className="grid items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 last:border-0 sm:grid-cols-[1fr_auto]"
          >
            <div className="min-w-0">
              <p className="font-medium">{wordsOf(signIn)}</p>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span className="select-all">{signIn.email}</span>
                <code className="font-mono text-xs leading-5 break-all select-all">
                  {signIn.password}
                </code>
              </p>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span>
                  <Trans>
                    Secret{' '}
                    <code className="font-mono text-xs break-all select-all">
                      {signIn.totpSecret}
                    </code>
                  </Trans>
                </span>
                <span>
                  <Trans>
                    Code now <code className="font-mono text-xs select-all">{signIn.code}</code>
                  </Trans>
                </span>
              </p>
            </div>
            <Button
              size="sm"
              className="justify-self-start"
              aria-label={t`Use: ${wordsOf(signIn)}`}
              onPress={() => {
                onUse(signIn);
              }}
            >
              <Trans>Use</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
