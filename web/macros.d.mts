export declare const hasMacros: RegExp;
export declare function expandMacros(code: string, filename: string): Promise<{ code: string; map: null }>;
