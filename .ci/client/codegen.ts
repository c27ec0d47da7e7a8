import type { CodegenConfig } from "@graphql-codegen/cli";

// The README's query, as .ci/run cuts it out, against the schema as it is published.
const config: CodegenConfig = {
  schema: "../../schema/*.graphqls",
  documents: "generated/*.graphql",
  generates: {
    "generated/api.ts": {
      plugins: ["typescript", "typescript-operations", "typed-document-node"],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { Date: "string", DateTime: "string" },
        strictScalars: true,
      },
    },
  },
};

export default config;
