import { Trans, useLingui } from '@lingui/react/macro';
import type { BoardView } from '@shelter-city/contract/board';
import { Button, IconButton } from '../design/button.tsx';
import { SelectBox } from '../design/select.tsx';
import { zoomNames, type Zoom } from './geometry.ts';
import type { useBoardAddress } from './use-board-address.ts';

type Props = {
  readonly address: ReturnType<typeof useBoardAddress>;
  readonly cities: BoardView['cities'];
};

/** What the board shows: which months, how large, which city, drawn or as a table. */
export function BoardBar({ address, cities }: Props) {
  const { t } = useLingui();
  const zoomWords: Record<Zoom, string> = { year: t`Years`, quarter: t`Quarters`, month: t`Months` };
  const isTable = address.view === 'table';
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <div className="flex items-center gap-1">
        <IconButton icon="chevron-left" label={t`Six months earlier`} onPress={() => { address.moveBy(-6); }} />
        <Button onPress={address.backToToday}>
          <Trans>Today</Trans>
        </Button>
        <IconButton icon="chevron-right" label={t`Six months later`} onPress={() => { address.moveBy(6); }} />
      </div>
      <SelectBox
        aria-label={t`City`}
        value={address.window.city ?? ''}
        onChange={(event) => { address.setCity(event.target.value === '' ? null : event.target.value); }}
        placeholder={t`All cities`}
        choices={cities.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {!isTable && (
        <SelectBox
          aria-label={t`Zoom`}
          value={address.zoom}
          onChange={(event) => { const next = zoomNames.find((name) => name === event.target.value); if (next) address.setZoom(next); }}
          choices={zoomNames.map((name) => ({ value: name, label: zoomWords[name] }))}
        />
      )}
      <Button onPress={() => { address.setView(isTable ? 'timeline' : 'table'); }} icon={isTable ? 'board' : 'menu'}>
        {isTable ? <Trans>Timeline</Trans> : <Trans>Table</Trans>}
      </Button>
    </div>
  );
}
