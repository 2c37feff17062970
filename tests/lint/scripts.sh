#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shell scripts parse in a plain POSIX shell, and are executable.
set -u

cd "$STARLING_SOURCE_ROOT" || exit 1
status=0
for script in src/run src/prepare.sh tests/run tests/fresh tests/headless \
  tests/fuzz/run tests/lint/scripts.sh; do
  sh -n "$script" || status=1
  case $script in
    *.sh) ;;
    *)
      if [ ! -x "$script" ]; then
        echo "$script:1: make it executable"
        status=1
      fi
      ;;
  esac
done
if ! grep -q 'exec sh tests/run "\$@"' .ci/run; then
  echo ".ci/run:1: it calls tests/run and nothing else"
  status=1
fi
exit "$status"
