import ts from 'typescript';

/** What may be changed of a file. */
export type Kind = 'refusals' | 'steps' | 'conditions' | 'entries' | 'numbers' | 'checks';

/** A source that holds all its mutants, each asleep until `proofMutants` is switched to its name. */
export type Instrumented = { readonly text: string; readonly mutants: readonly string[] };

const { factory } = ts;
const runtime = (name: string, args: readonly ts.Expression[]): ts.CallExpression =>
  factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createIdentifier('proofMutants'), name),
    undefined,
    args,
  );
const text = (value: string) => factory.createStringLiteral(value);
const raisesProblem = (node: ts.Node): boolean =>
  ts.isNewExpression(node) && node.expression.getText() === 'Problem';
/** What only passes on would hang, and what refuses is a mutant of its own. */
const neverLeftOut = new Set(['done', 'reply.callNotFound', 'super']);

/** Whether a refusal stands under it, which is a mutant of its own. */
const refuses = (node: ts.IfStatement): boolean =>
  [node.thenStatement, node.elseStatement].some((branch) =>
    /new Problem\(/.test(branch?.getText() ?? ''),
  );

function calledIn(statement: ts.ExpressionStatement): string | null {
  let inner: ts.Node = statement.expression;
  while (ts.isAwaitExpression(inner) || ts.isVoidExpression(inner)) inner = inner.expression;
  return ts.isCallExpression(inner) ? inner.expression.getText() : null;
}

const isLoop = (node: ts.Node): boolean => ts.isWhileStatement(node) || ts.isForStatement(node);

const isAtTop = (node: ts.Node): boolean =>
  ts.findAncestor(node, (one) => ts.isFunctionLike(one) || ts.isClassLike(one)) === undefined;

/** Puts every mutant of these kinds into a source. */
export function instrument(file: string, source: string, kinds: readonly Kind[]): Instrumented {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: string[] = [];
  const may = (kind: Kind) => kinds.includes(kind);
  /** Names a mutant after its line and what becomes of it. */
  const named = (node: ts.Node, what: string): ts.StringLiteral => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    const shown = node.getText().replaceAll(/\s+/g, ' ').slice(0, 70);
    const name = `${file}:${String(line)} ${shown}: ${what}`;
    mutants.push(name);
    return text(name);
  };
  const isOn = (node: ts.Node, what: string) => runtime('on', [named(node, what)]);
  const unless = (node: ts.Statement, what: string, statement: ts.Statement) =>
    factory.createIfStatement(factory.createLogicalNot(isOn(node, what)), statement);

  const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => {
    const visitEach = <T extends ts.Node>(node: T): T => ts.visitEachChild(node, visit, context);
    /** The part alone of `a && b` or `a || b`. */
    const parts = (node: ts.BinaryExpression): ts.Expression => {
      const whole = visitEach(node);
      const right = factory.createConditionalExpression(
        isOn(node, `only ${node.right.getText()}`), undefined, whole.right, undefined, whole,
      );
      return factory.createParenthesizedExpression(
        factory.createConditionalExpression(
          isOn(node, `only ${node.left.getText()}`), undefined, whole.left, undefined, right,
        ),
      );
    };
    const entries = (node: ts.ObjectLiteralExpression): ts.Expression => {
      const changes = node.properties.flatMap((property) => {
        const key = property.name;
        if (key === undefined || ts.isComputedPropertyName(key)) return [];
        const wider = ts.isPropertyAssignment(property) && ts.isNumericLiteral(property.initializer);
        const names = [
          ...(may('entries') ? [['out', named(property, 'left out')] as const] : []),
          ...(may('numbers') && wider ? [['wide', named(property, 'a thousand times')] as const] : []),
        ];
        const said = names.map(([how, name]) => factory.createPropertyAssignment(how, name));
        return said.length === 0
          ? []
          : factory.createPropertyAssignment(text(key.getText().replaceAll(/['"]/g, '')), factory.createObjectLiteralExpression(said));
      });
      const whole = visitEach(node);
      return changes.length === 0
        ? whole
        : runtime(isAtTop(node) ? 'table' : 'entries', [whole, factory.createObjectLiteralExpression(changes)]);
    };
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isDecorator(node)) return node;
      if (may('refusals') && ts.isThrowStatement(node) && raisesProblem(node.expression))
        return unless(node, 'does not refuse', visitEach(node));
      if (may('refusals') && ts.isCallExpression(node) && node.expression.getText() === 'done' && node.arguments.some(raisesProblem))
        return factory.createConditionalExpression(
          isOn(node, 'does not refuse'), undefined, factory.updateCallExpression(node, node.expression, undefined, []), undefined, visitEach(node),
        );
      if (may('steps') && ts.isExpressionStatement(node)) {
        const call = calledIn(node);
        if (call !== null && !neverLeftOut.has(call)) return unless(node, 'left out', visitEach(node));
      }
      if (may('conditions') && ts.isIfStatement(node) && !refuses(node)) {
        const whole = visitEach(node);
        const condition = factory.createConditionalExpression(
          isOn(node.expression, 'never'), undefined, factory.createFalse(), undefined, factory.createParenthesizedExpression(whole.expression),
        );
        return factory.updateIfStatement(whole, condition, whole.thenStatement, whole.elseStatement);
      }
      // A loop's condition is no mutant: it could go round for ever.
      if (may('conditions') && ts.isBinaryExpression(node) && !isLoop(node.parent) && ['&&', '||'].includes(node.operatorToken.getText()))
        return parts(node);
      if (may('checks') && ts.isCallExpression(node) && /\breply\.parse$/.test(node.expression.getText())) {
        const [checked] = node.arguments;
        if (checked !== undefined)
          return factory.createConditionalExpression(isOn(node, 'not checked'), undefined, checked, undefined, visitEach(node));
      }
      if (ts.isObjectLiteralExpression(node)) return entries(node);
      if (may('entries') && ts.isArrayLiteralExpression(node) && node.elements.some(ts.isStringLiteral))
        return runtime(isAtTop(node) ? 'list' : 'items', [
          visitEach(node),
          factory.createArrayLiteralExpression(node.elements.map((element) => named(element, `left out of ${node.parent.getText().slice(0, 30)}`))),
        ]);
      return visitEach(node);
    };
    return (root) => ts.visitNode(root, visit, ts.isSourceFile);
  };
  const [changed] = ts.transform(tree, [transformer]).transformed;
  const printed = ts.createPrinter().printFile(changed ?? tree);
  return { text: may('numbers') ? withSwitchedNumbers(printed, mutants, file) : printed, mutants };
}

/** `const minutes = 10;` of a module becomes a number that is set anew whenever the mutant changes. */
function withSwitchedNumbers(printed: string, mutants: string[], file: string): string {
  return printed.replaceAll(/^(export )?const (\w+) = ([\d_]+);$/gm, (_, exported: string | undefined, name: string, value: string) => {
    const mutant = `${file} ${name} = ${value}: a thousand times`;
    mutants.push(mutant);
    return `${exported ?? ''}let ${name} = ${value}; proofMutants.whenSwitched(() => { ${name} = proofMutants.on(${JSON.stringify(mutant)}) ? ${value} * 1000 : ${value}; });`;
  });
}
