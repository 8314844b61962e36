#!/bin/sh
# The command "roquyen": /usr/bin/roquyen is a link to this file.
# Java reads arguments and file names in the charset of the locale: without UTF-8 Vietnamese is lost.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  LC_ALL=C.UTF-8
  export LC_ALL
fi
exec /opt/roquyen/bin/roquyen "$@"
