# Commands that are programs of their own: the operator's console and the benchmarks.
# shellcheck shell=sh

# A command is short: the first compiler is enough, and starting quickly is what counts.
run_console() { (exec_console "$@"); }

# Becomes the console, so that whoever started it can stop it.
exec_console() {
  # shellcheck disable=SC2086 # options are words
  exec "$JDK_HOME/bin/java" $NATIVE_JVM_OPTIONS $SAFE_JVM_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
    ${SIDIK_JAVA_OPTS:-} -cp "$(classpath_of device-bridge sidik-device-bridge)" id.sidik.bridge.console.Main "$@"
}

console_command() {
  ensure_built
  has_data=no
  for argument in "$@"; do
    case $argument in
      --data | --data=*) has_data=yes ;;
      --help | -h) has_data=yes ;; # nothing is asked of anybody
    esac
  done
  [ "$has_data" = yes ] || set -- "$@" --data "$(default_data)"
  run_console "$@"
}

# Works on files: there is no data folder to be told of.
file_command() {
  ensure_built
  run_console "$@"
}

# A second institution's program, with a folder of its own; it becomes the process, so that a signal reaches it.
witness_command() {
  ensure_built
  # shellcheck disable=SC2086 # options are words
  exec "$JDK_HOME/bin/java" $SAFE_JVM_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m ${SIDIK_JAVA_OPTS:-} \
    -cp "$(classpath_of proto/witness sidik-witness)" id.sidik.witness.Main "$@"
}

# The rules are the gate's own: this program is in its jar, and works with or without a gate that runs.
policy_command() {
  ensure_built
  # shellcheck disable=SC2086 # options are words
  "$JDK_HOME/bin/java" $NATIVE_JVM_OPTIONS $SAFE_JVM_OPTIONS -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
    ${SIDIK_JAVA_OPTS:-} -cp "$(classpath_of eligibility-api sidik-eligibility-api)" id.sidik.eligibility.console.Main "$@"
}

bench_command() {
  ensure_built
  if [ "${1:-}" = bridge-start ]; then # the bridge runs as on a kiosk, whatever this box is
    shift
    PROFILE=$BOX_PROFILES/kiosk.yaml
    set -- bridge-start --jvm-options "$VECTOR_JVM_OPTIONS $SAFE_JVM_OPTIONS $(jvm_options bridge)" \
      --class-path "$(classpath_of device-bridge sidik-device-bridge)" "$@"
  fi
  # shellcheck disable=SC2086 # options are words
  "$JDK_HOME/bin/java" $NATIVE_JVM_OPTIONS $VECTOR_JVM_OPTIONS -XX:MaxRAMPercentage=60 ${SIDIK_JAVA_OPTS:-} \
    -cp "$(classpath_of benchmarks sidik-benchmarks)" id.sidik.benchmarks.Main "$@"
}

version_command() {
  read_options '' "$@"
  [ "$HELP" = no ] || {
    say "usage: ./sidik version [--json]"
    return 0
  }
  commit=$(git -C "$ROOT" rev-parse --short HEAD 2>/dev/null)
  find_jdk && jdk_version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$JDK_HOME/release")
  if [ "$JSON" = yes ]; then
    printf '{"sidik":"%s","commit":%s,"jdk":%s}\n' "$VERSION" "$(json_string "$commit")" "$(json_string "${jdk_version:-}")"
  else
    printf 'Sidik %s (%s), JDK %s\n' "$VERSION" "${commit:-no commit}" "${jdk_version:-missing}"
  fi
}
