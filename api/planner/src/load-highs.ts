import highs from 'highs';

/** HiGHS, compiled to WebAssembly. The package's types speak of its CommonJS build; what an ES module gets is the function itself. */
export const loadHighs = highs as unknown as typeof highs.default;
