import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../design/button.tsx';

/** The same as a table, which the keyboard and a screen reader walk best, or on the board. */
export type SeatsView = 'table' | 'board';

/** Chooses between the two. */
export function ViewChoice({ views, view, onChoose }: { readonly views: readonly SeatsView[]; readonly view: SeatsView; readonly onChoose: (view: SeatsView) => void }) {
  const { t } = useLingui();
  return (
    <div role="group" aria-label={t`View`} className="flex gap-1 print:hidden">
      {views.map((one) => (
        <Button key={one} size="sm" variant={view === one ? 'secondary' : 'quiet'} aria-pressed={view === one} onPress={() => { onChoose(one); }}>
          {one === 'table' ? <Trans>Table</Trans> : <Trans>Board</Trans>}
        </Button>
      ))}
    </div>
  );
}
