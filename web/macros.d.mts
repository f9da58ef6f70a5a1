export declare const hasMacros: RegExp;
export declare function expandMacros(code: string, filename: string): { code: string; map: null };
