import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import type { Curation } from '../curation/curation.ts';
import { UnderpinError } from '../domain/errors.ts';
import { makeContext, type RequestContext } from '../graphql/context.ts';
import { checkLimits, LIMITS } from '../graphql/limits.ts';
import { pinRevision } from '../graphql/pin-revision.ts';
import { resolvers } from '../graphql/resolvers.ts';
import clusterTypes from '../graphql/clusters.graphql?raw';
import curationTypes from '../graphql/curation.graphql?raw';
import measureTypes from '../graphql/measures.graphql?raw';
import reasoningTypes from '../graphql/reasoning.graphql?raw';
import readingTypes from '../graphql/schema.graphql?raw';
import type { Reasoner } from '../reasoning/reasoner.ts';
import type { CurrentEvidence } from '../store/current-evidence.ts';
import { LARGEST_HELD, questionsOfReaders } from './body-limits.ts';
import type { Gate } from './gate.ts';
import { FOR_CURATORS, knockOf } from './guard.ts';
import { untilLeft } from './leaving.ts';

export interface EndpointOptions {
  readonly curation: Curation;
  readonly evidence: CurrentEvidence;
  readonly reasoner: Reasoner;
  readonly gate: Gate;
  /** Makes the id under which a masked error stands in the log. */
  readonly makeErrorId: () => string;
}

/** Puts GraphQL at `/graphql`. */
export async function addGraphqlEndpoint(
  app: FastifyInstance,
  { curation, evidence, reasoner, gate, makeErrorId }: EndpointOptions,
): Promise<void> {
  const server = new ApolloServer<RequestContext>({
    typeDefs: [readingTypes, clusterTypes, curationTypes, measureTypes, reasoningTypes],
    resolvers,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // The host closes HTTP first, then the store.
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer, for hints that there are none of.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
      checksPlugin(),
    ],
    formatError: (formatted, error) =>
      formatError(formatted, originOf(error), (unexpected) => {
        const id = makeErrorId();
        app.log.error({ errorId: id, err: unexpected }, 'An error was masked.');
        return id;
      }),
  });
  await server.start();
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    bodyLimit: LARGEST_HELD,
    preParsing: questionsOfReaders(gate),
    handler: fastifyApolloHandler(server, {
      context: async (request, reply) =>
        makeContext(
          curation,
          { evidence, reasoner },
          { curator: gate.curatorOf(knockOf(request)), signal: untilLeft(reply).signal },
        ),
    }),
  });
}

/** What was thrown, out of what GraphQL wraps it in: by resolvers, and by the limits. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}

/** What every operation must pass before a resolver sees it. */
function checksPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async (asked) => {
        const { schema, document, operation, request, response, contextValue } = asked;
        const fragments = new Map(
          document.definitions.flatMap((definition) =>
            definition.kind === 'FragmentDefinition'
              ? [[definition.name.value, definition] as const]
              : [],
          ),
        );
        if (operation === undefined) return;
        response.http.status = 403;
        requireCurator(operation, contextValue);
        // What is refused is a fault of the request: Apollo would say 500.
        response.http.status = 400;
        checkLimits(schema, operation, fragments, request.variables ?? {});
        delete response.http.status;
        // What a mutation answers is looked at after it: a picture from before would not have it.
        if (operation.operation === 'query') await pinRevision(document, contextValue);
      },
    }),
  };
}

/**
 * Every mutation there is or will be is for curators.
 * @throws FORBIDDEN where a reader asks for one.
 */
function requireCurator({ operation }: OperationDefinitionNode, { curator }: RequestContext): void {
  if (operation === 'mutation' && curator === null)
    throw new UnderpinError('FORBIDDEN', FOR_CURATORS);
}

/**
 * An error as a client sees it: a code of the closed set, and words that were
 * written to be read. Anything else is masked, with the id under which it is logged.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  mask: (unexpected: unknown) => string,
): GraphQLFormattedError {
  const where = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (error instanceof UnderpinError) {
    const { code, message, retriable, details } = error;
    return { message, ...where, extensions: { code, retriable, ...details } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && FAULTS_OF_THE_REQUEST.has(code)) {
    const isTooLong = formatted.message.endsWith('tokens. Parsing aborted.');
    return {
      message: formatted.message,
      ...where,
      extensions: { code: isTooLong ? 'TOO_COSTLY' : 'INVALID', retriable: false },
    };
  }
  const errorId = mask(error);
  return {
    message: `Something went wrong that should not; it stands in the log as ${errorId}.`,
    ...where,
    extensions: { code: 'INTERNAL', retriable: false, errorId },
  };
}

/** Codes of Apollo Server that say that the request itself is at fault. */
const FAULTS_OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
