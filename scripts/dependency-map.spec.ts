import { between, drawing, packages, rooms } from './dependency-map.ts';

const cruise = {
  modules: [
    {
      source: 'web/src/today/today.route.tsx',
      dependencies: [
        { resolved: 'api/contract/src/today.ts' },
        { resolved: 'web/src/design/button.tsx' },
      ],
    },
    {
      source: 'api/src/board/board.service.ts',
      dependencies: [{ resolved: 'api/src/defenders/defenders.service.ts' }],
    },
    {
      source: 'api/domain/src/visa/visa.spec.ts',
      dependencies: [{ resolved: 'api/contract/src/today.ts' }],
    },
  ],
};

it('draws an edge where one package imports another, and none inside a package or from a spec', () => {
  expect(drawing(cruise, packages)).toBe('```mermaid\nflowchart LR\n  web --> api/contract\n```');
});

it('draws which vertical asks which other one', () => {
  expect(drawing(cruise, rooms)).toContain('  board --> defenders');
});

it('replaces only what stands between its marks, and says when they are missing', () => {
  expect(between('a <!-- x: drawn --> old <!-- x: end --> b', 'x', 'new')).toBe(
    'a <!-- x: drawn -->\nnew\n<!-- x: end --> b',
  );
  expect(() => between('a', 'x', 'new')).toThrow('missing');
});
