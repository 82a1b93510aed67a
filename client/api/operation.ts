/**
 * What is asked of the API: the text that is sent, which knows the types of its
 * answer and of its variables. It holds no value of them.
 */
export type Operation<Result, Variables> = string & {
  readonly types?: (variables: Variables) => Result;
};
