/**
 * The API's schemas, compiled when a route is first asked for: a portal that starts, and a test that opens one, would
 * otherwise compile all of them, and load their compilers, before it answers anything.
 */
import { createRequire } from "node:module";
import type { BuildCompilerFromPool } from "@fastify/ajv-compiler";
import type { SerializerFactory } from "@fastify/fast-json-stringify-compiler";
import { assert } from "#core/result.ts";

// A request that has begun to be judged cannot wait: this way of loading gives the module at once.
const require = createRequire(import.meta.url);

type CompiledSchema = ReturnType<ReturnType<BuildCompilerFromPool>>;

/** What the framework uses of a compiled schema. */
interface Judge {
  (data: unknown): boolean | Promise<unknown>;
  errors?: CompiledSchema["errors"];
}

/** The framework's own compiler of what is asked. A schema that is none throws at the route's first request. */
export const validatorsWhenAsked: BuildCompilerFromPool = (schemas, options) => {
  const compiler = once(() => {
    const build: BuildCompilerFromPool = require("@fastify/ajv-compiler")();
    return build(schemas, options);
  });
  return (schema) => {
    const validator = once(() => compiler()(schema));
    const validate: Judge = (data) => {
      const isValid = validator()(data);
      validate.errors = validator().errors;
      return isValid;
    };
    assert(isEnough(validate), "it can be called");
    return validate;
  };
};

/** The framework's own compiler of what is answered. */
export const serializersWhenAsked: SerializerFactory = (schemas, options) => {
  const compiler = once(() => {
    const build: SerializerFactory = require("@fastify/fast-json-stringify-compiler")();
    return build(schemas, options);
  });
  return (route) => {
    const serializer = once(() => compiler()(route));
    return (document) => serializer()(document);
  };
};

function isEnough(validate: Judge): validate is Judge & CompiledSchema {
  return typeof validate === "function";
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
