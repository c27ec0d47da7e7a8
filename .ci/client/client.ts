// Asks a served demo the README's query and prints who moved where by which sentence: node generated/js/client.js URL.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { ReadmeDocument, type Status } from "./generated/api.js";

type Answer<T> = { data?: T | null; errors?: { message: string; path?: (string | number)[] }[]; extensions?: { snapshot?: { commits: number; at: string | null } } };

async function ask<T, V>(url: string, query: TypedDocumentNode<T, V>, variables: V): Promise<{ data: T; commits: number }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: print(query), variables }),
  });
  const answer = (await response.json()) as Answer<T>;
  if (!response.ok || answer.errors || !answer.data) {
    throw new Error(`status ${response.status}: ${JSON.stringify(answer.errors)}`);
  }
  return { data: answer.data, commits: answer.extensions?.snapshot?.commits ?? 0 };
}

const url = process.argv[2];
if (!url) {
  throw new Error("usage: client.js URL");
}
const { data, commits } = await ask(url, ReadmeDocument, {});
if (commits < 1) {
  throw new Error("the answer does not say which point of the record it rests on");
}
for (const move of data.moves.nodes) {
  const status: Status = move.status;
  const claim = move.claims[0];
  console.log(`${move.person.name}: ${move.from?.name ?? "?"} → ${move.to?.name ?? "?"} (${status}) “${claim?.quote ?? ""}”`);
}
if (data.moves.nodes.length === 0) {
  throw new Error("no moves");
}
