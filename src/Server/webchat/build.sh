#!/usr/bin/env bash
# Puts Microsoft's Web Chat beside the server's pages, for /webchat. Needs npm. The package carries its whole bundle, so nothing else is fetched.
set -euo pipefail
cd "$(dirname "$0")"

package=botframework-webchat
version=4.18.1
integrity=sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==

target=../wwwroot/webchat
[ "$(cat "$target/webchat.version" 2>/dev/null)" = "$version" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack "$package@$version" --pack-destination "$work" --silent >/dev/null
archive=$(ls "$work"/*.tgz)
got=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)
if [ "$got" != "$integrity" ]; then
  echo "$package $version is not what it was: $got" >&2
  exit 1
fi
tar -xzf "$archive" -C "$work" package/dist/webchat.js package/dist/webchat.js.LICENSE.txt
cp "$work/package/dist/webchat.js" "$work/package/dist/webchat.js.LICENSE.txt" "$target/"
echo "$version" > "$target/webchat.version"
