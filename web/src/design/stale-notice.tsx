import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type Difference = {
  readonly label: ReactNode;
  readonly yours: ReactNode;
  readonly theirs: ReactNode;
};

type Props = {
  /** The fields that differ. */
  readonly differences: readonly Difference[];
  /** Takes their state and drops one's own. */
  readonly onTakeTheirs: () => void;
  /** Keeps one's own words over their version; left out where that may not be. */
  readonly onKeepMine?: (() => void) | undefined;
};

/** Somebody changed it meanwhile: theirs beside yours, and the choice. Nothing typed is lost. */
export function StaleNotice({ differences, onTakeTheirs, onKeepMine }: Props) {
  return (
    <section role="alert" className="grid gap-3 rounded-lg border border-line bg-warn-soft p-4">
      <p className="flex items-center gap-2 font-medium text-warn">
        <Icon name="alert" />
        <Trans>Somebody changed this since you opened it.</Trans>
      </p>
      {differences.length > 0 && (
        <table className="w-full text-sm">
          <thead>
            <tr className="text-muted">
              <td />
              <th scope="col" className="py-1 pe-3 text-start font-medium">
                <Trans>Theirs, saved</Trans>
              </th>
              <th scope="col" className="py-1 text-start font-medium">
                <Trans>Yours, not saved</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, yours, theirs }, index) => (
              <tr key={index} className="align-top">
                <th scope="row" className="py-1 pe-3 text-start font-medium">
                  {label}
                </th>
                <td className="py-1 pe-3">{theirs}</td>
                <td className="py-1">{yours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onPress={onTakeTheirs}>
          <Trans>Take theirs</Trans>
        </Button>
        {onKeepMine && (
          <Button size="sm" onPress={onKeepMine}>
            <Trans>Save mine over it</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}
