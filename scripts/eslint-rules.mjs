// The project's own lint rules: two sentences of CONTRIBUTING.md that no plugin knows.
import path from 'node:path';

const vague = /^(utils?|helpers?|common|misc|manager|index)$/;

/** @type {import('eslint').Rule.RuleModule} */
const suppressionsSayWhy = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const text = comment.value.trim();
        if (!/^eslint-disable/.test(text) || / -- \S/.test(text)) continue;
        context.report({
          loc: comment.loc ?? { line: 1, column: 0 },
          message: 'A suppression gives its reason: "eslint-disable-next-line rule -- because …".',
        });
      }
    },
  }),
};

/** @type {import('eslint').Rule.RuleModule} */
const namesSayWhat = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const parts = path.relative(context.cwd, context.filename).split(/[/\\]/);
      const words = parts.flatMap((part) => part.split('.').slice(0, 1));
      const found = words.find((word) => vague.test(word));
      if (found)
        context.report({
          node,
          message: `"${found}" says nothing: name the file for what is in it.`,
        });
    },
  }),
};

/** @type {import('eslint').ESLint.Plugin} */
export const ourRules = {
  rules: { 'suppressions-say-why': suppressionsSayWhy, 'names-say-what': namesSayWhat },
};
