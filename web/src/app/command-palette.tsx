import { Trans, useLingui } from '@lingui/react/macro';
import { defenders } from '@shelter-city/contract/defenders';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useNavigate } from 'react-router';
import { call } from '../api/call.ts';
import { Icon, type IconName } from '../design/icon.tsx';
import { useAccount } from '../session/own-session.ts';
import { destinationsOf } from './navigation.ts';

type Props = { readonly isOpen: boolean; readonly onOpenChange: (open: boolean) => void };
type Line = {
  readonly id: string;
  readonly words: string;
  readonly note?: string;
  readonly icon: IconName;
};

const shortestSearch = 2;

const byCodeName = (search: string) =>
  queryOptions({
    queryKey: ['defenders', 'palette', search],
    queryFn: ({ signal }) => call(defenders.list, { query: { search, limit: 8 }, signal }),
  });

/** Goes anywhere by typing: pages, and for a coordinator defenders by code name. */
export function CommandPalette({ isOpen, onOpenChange }: Props) {
  const { t, i18n } = useLingui();
  const { role } = useAccount();
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const { data: found } = useQuery({
    ...byCodeName(search),
    enabled: role === 'COORDINATOR' && search.length >= shortestSearch,
    placeholderData: (previous) => previous,
  });

  const places: Line[] = [
    ...destinationsOf(role).map(({ path, label, icon }) => ({
      id: path,
      words: i18n._(label),
      icon,
    })),
    { id: '/settings', words: t`Settings`, icon: 'settings' as const },
  ];
  const people: Line[] = (search.length >= shortestSearch ? (found?.items ?? []) : []).map(
    ({ code, codeName }) => ({
      id: `/defenders/${code}`,
      words: codeName,
      note: t`Defender`,
      icon: 'person' as const,
    }),
  );

  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 grid justify-items-center bg-shade px-4 pt-[12vh]"
    >
      <Modal className="h-fit w-full max-w-lg overflow-clip rounded-lg border border-line bg-raised shadow-float outline-none">
        <Dialog aria-label={t`Search`} className="outline-none">
          <Autocomplete filter={contains} inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label={t`Search`}
              autoFocus
              className="flex items-center gap-2 border-b border-line px-4"
            >
              <Icon name="search" className="size-4 text-muted" />
              <Input
                placeholder={role === 'COORDINATOR' ? t`A page or a code name` : t`A page`}
                className="min-h-12 grow bg-transparent text-lg outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu<Line>
              aria-label={t`Results`}
              items={[...people, ...places]}
              onAction={(key) => {
                onOpenChange(false);
                void navigate(String(key));
              }}
              className="max-h-[50vh] overflow-y-auto p-1.5 outline-none"
              renderEmptyState={() => (
                <p className="px-2.5 py-3 text-muted">
                  <Trans>Nothing found</Trans>
                </p>
              )}
            >
              {({ id, words, note, icon }) => (
                <MenuItem
                  id={id}
                  textValue={words}
                  className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-none data-focused:bg-accent-soft data-focused:text-accent-ink pointer-coarse:min-h-11"
                >
                  <Icon name={icon} />
                  {words}
                  {note && <span className="ms-auto text-sm text-muted">{note}</span>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
