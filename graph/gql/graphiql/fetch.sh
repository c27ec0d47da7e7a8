#!/bin/sh
# Fetches what assets/ holds from npm: sh fetch.sh, in this folder. Only the notes on source maps are taken out.
# graphiql 3.9.0 is the last version that is built for plain script tags; it wants react 18.
set -eu
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent graphiql@3.9.0 react@18.3.1 react-dom@18.3.1
for p in graphiql-3.9.0 react-18.3.1 react-dom-18.3.1; do
	mkdir "$p" && tar xzf "$p.tgz" -C "$p" --strip-components=1
done
sed '/^\/\/# sourceMappingURL=/d' graphiql-3.9.0/graphiql.min.js >"$here/assets/graphiql.js"
sed 's/\/\*# sourceMappingURL=[^*]*\*\///' graphiql-3.9.0/graphiql.min.css >"$here/assets/graphiql.css"
cp react-18.3.1/umd/react.production.min.js "$here/assets/react.js"
cp react-dom-18.3.1/umd/react-dom.production.min.js "$here/assets/react-dom.js"
cp graphiql-3.9.0/LICENSE "$here/assets/graphiql.LICENSE"
cp react-18.3.1/LICENSE "$here/assets/react.LICENSE"
