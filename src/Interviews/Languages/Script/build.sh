#!/usr/bin/env bash
# Puts a font for traditional Mongolian beside the style sheet that names it. Needs npm. Without it, a font of the machine is used where there is one.
set -euo pipefail
cd "$(dirname "$0")"

package=@fontsource/noto-sans-mongolian
version=5.3.0
integrity=sha512-/0CnBiuUOjfdnE5vZXOiu36iu0ETlXCY40t3/IG1n4n+fL/knRTJ0/jgu/jxELacS301kg4YduK+r9JYJ8/gSA==

[ "$(cat mongolian.version 2>/dev/null)" = "$version" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack "$package@$version" --pack-destination "$work" --silent >/dev/null
archive=$(ls "$work"/*.tgz)
got=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)
if [ "$got" != "$integrity" ]; then
  echo "$package $version is not what it was: $got" >&2
  exit 1
fi
tar -xzf "$archive" -C "$work" package/files/noto-sans-mongolian-mongolian-400-normal.woff2 package/LICENSE
cp "$work/package/files/noto-sans-mongolian-mongolian-400-normal.woff2" mongolian.woff2
cp "$work/package/LICENSE" mongolian.LICENSE
echo "$version" > mongolian.version
