export declare const contractSource: RegExp;
export declare function contractForPages(code: string, filename: string): Promise<{ code: string; map: null }>;
