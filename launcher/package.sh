# Makes the Debian package of the bridge: it brings its own Java runtime, so that a box without a network needs nothing else.
# shellcheck shell=sh disable=SC2154 # its variables come from the parts beside it

# What no class file names: vectors of the engine, unsafe memory of the RPC library, and curves of certificates.
RUNTIME_MODULES_MORE=jdk.incubator.vector,jdk.unsupported,jdk.crypto.ec

package_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    cat <<'TEXT'
usage: ./sidik package

Builds what changed, and from it the Debian package of the device bridge for boxes like this one: device-bridge/target/*.deb.
To install it: sudo apt-get install ./FILE.deb. What it does then: docs/howto/install-a-bridge.md
TEXT
    return 0
  }
  case $(uname -m) in
    x86_64) architecture=amd64 ;;
    aarch64) architecture=arm64 ;;
    *) die "There are no native libraries of the bridge for $(uname -m)" ;;
  esac
  ensure_built
  need_maven
  link_runtime "$ROOT/device-bridge/target/runtime"
  say_step "Packing"
  rm -f "$ROOT"/device-bridge/target/*.deb
  (cd "$ROOT" && JAVA_HOME=$JDK_HOME "$MAVEN" -B -ntp -q -Pdeb -pl :sidik-device-bridge -Ddeb.architecture=$architecture jdeb:jdeb@bridge) \
    || die "Could not make the package"
  for package in "$ROOT"/device-bridge/target/*.deb; do
    say_good "$(du -h "$package" | cut -f 1) $package"
  done
}

# The modules of the JDK that the bridge and its libraries name, linked into a runtime. $1: where to. On a class path jdeps takes libraries that are
# modules for modules, and does not find the automatic ones that they require; so all of them are on the module path.
link_runtime() {
  say_step "Linking a Java runtime"
  rm -rf "$1"
  modules=$("$JDK_HOME/bin/jdeps" --multi-release "$JAVA_RELEASE_MIN" --ignore-missing-deps --print-module-deps \
    --module-path "$ROOT/device-bridge/target/lib" --add-modules ALL-MODULE-PATH \
    "$(jar_of device-bridge sidik-device-bridge)") || die "jdeps could not read the libraries: $modules"
  "$JDK_HOME/bin/jlink" --add-modules "$modules,$RUNTIME_MODULES_MORE" --strip-debug --no-header-files --no-man-pages \
    --compress zip-9 --generate-cds-archive --output "$1" || die "jlink could not link the runtime"
}
