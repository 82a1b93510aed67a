import {
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { UnderpinError } from '../domain/errors.ts';
import { LARGEST_PAGE } from './paging.ts';

/** What one request may ask for; beyond, it is TOO_COSTLY. */
export const LIMITS = {
  /** Words and marks of the query text, counted by the parser. */
  tokens: 2000,
  /** Fields that are given another name. */
  aliases: 15,
  /** Fields within fields; introspection aside. */
  depth: 12,
  fragments: 50,
  /** Objects that the answer may hold: `first` where a list has one, else five a list. */
  objects: 200_000,
} as const;

/** How many entries a list without `first` is taken to have. */
const LIST = 5;

interface Size {
  readonly depth: number;
  readonly objects: number;
}

/**
 * Refuses an operation that asks for too much, before any of it is run.
 * @throws TOO_COSTLY saying which limit, and how far beyond it; INVALID for an
 *   operation of a kind that the schema has not.
 */
export function checkLimits(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): void {
  refuse('fragments', fragments.size);
  refuse('aliases', countAliases(operation, fragments));
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null)
    throw new UnderpinError('INVALID', `There is no ${operation.operation} here: ask a query.`);
  const size = new Measure(schema, fragments, variables).of(operation.selectionSet, root);
  refuse('depth', size.depth);
  refuse('objects', size.objects);
}

function refuse(limit: keyof typeof LIMITS, asked: number): void {
  if (asked > LIMITS[limit])
    throw new UnderpinError(
      'TOO_COSTLY',
      `The query asks for ${asked} ${limit === 'depth' ? 'levels of fields' : limit}; at most ${LIMITS[limit]} are answered: ask for less, or in several queries.`,
    );
}

function countAliases(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const count = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum;
      const own = selection.kind === Kind.FIELD && selection.alias !== undefined ? 1 : 0;
      return sum + own + (selection.selectionSet === undefined ? 0 : count(selection.selectionSet));
    }, 0);
  return [operation, ...fragments.values()].reduce(
    (sum, definition) => sum + count(definition.selectionSet),
    0,
  );
}

/** Measures selections; each fragment once, as a chain of them may be spread without end. */
class Measure {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #measured = new Map<string, Size>();

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  of(set: SelectionSetNode, parent: GraphQLCompositeType): Size {
    let depth = 0;
    let objects = 0;
    for (const selection of set.selections) {
      const size =
        selection.kind === Kind.FIELD
          ? this.#ofField(selection, parent)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.#ofFragment(selection.name.value)
            : this.of(
                selection.selectionSet,
                this.#typeNamed(selection.typeCondition?.name.value) ?? parent,
              );
      depth = Math.max(depth, size.depth);
      objects += size.objects;
    }
    return { depth, objects };
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType): Size {
    if (node.name.value.startsWith('__')) return { depth: 0, objects: 0 };
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (field === undefined || node.selectionSet === undefined) return { depth: 1, objects: 0 };
    const type = getNamedType(field.type);
    const inside: Size = isCompositeType(type)
      ? this.of(node.selectionSet, type)
      : { depth: 0, objects: 0 };
    const entries = this.#entries(field, node);
    return { depth: inside.depth + 1, objects: entries * (1 + inside.objects) };
  }

  #ofFragment(name: string): Size {
    const known = this.#measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#typeNamed(fragment?.typeCondition.name.value);
    if (fragment === undefined || type === undefined) return { depth: 0, objects: 0 };
    const size = this.of(fragment.selectionSet, type);
    this.#measured.set(name, size);
    return size;
  }

  /** A connection stands for its page; the lists inside one are the page itself. */
  #entries(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    if (field.args.some(({ name }) => name === 'first')) {
      const { first } = getArgumentValues(field, node, this.#variables);
      // A larger page is refused by its list, which says why.
      return typeof first === 'number' ? Math.min(Math.max(first, 1), LARGEST_PAGE) : 1;
    }
    const isPage = field.name === 'edges' || field.name === 'nodes';
    return isList(field.type) && !isPage ? LIST : 1;
  }

  #typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.#schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
