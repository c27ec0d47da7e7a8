// Starts GraphiQL on the endpoint and with the query that the page names.
const root = document.getElementById("graphiql");
ReactDOM.createRoot(root).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: root.dataset.endpoint }),
    defaultQuery: document.getElementById("query").content.textContent,
    defaultEditorToolsVisibility: false,
    shouldPersistHeaders: false,
  }),
);
